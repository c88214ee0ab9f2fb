import { SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseKinds, unitRoles, type CaseFacts } from '#shared/domain/case.ts';
import { withDueDate } from '#shared/domain/deadline.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { Choice } from '../../ui/choice.tsx';
import classes from './case.module.css';
import { MembersInput } from './members-input.tsx';

interface CaseFieldsProps {
  value: CaseFacts;
  /** `settled` is false while a text field is being typed in. */
  onChange: (value: CaseFacts, settled: boolean) => void;
  /** A text field was left. */
  onSettle?: () => void;
  unit: UnitSettings;
  /** What the field selected in the letter is filled from; shown with a mark. */
  marked?: readonly (keyof CaseFacts)[];
  readOnly?: boolean;
  /** What a notice told: each field says whether it was filled from it or stayed empty. Absent: no notice was read. */
  read?: readonly (keyof CaseFacts)[];
  /** One column for narrow panels. */
  narrow?: boolean;
}

/** The facts of the case as a form; used for a new reply and beside the open draft. */
export function CaseFields({
  value,
  onChange,
  onSettle,
  unit,
  marked = [],
  readOnly = false,
  read,
  narrow = false,
}: CaseFieldsProps) {
  const { t } = useTranslation('case');
  const { t: common } = useTranslation();
  const set = <K extends keyof CaseFacts>(key: K, next: CaseFacts[K], settled = true) => {
    onChange(withDueDate({ ...value, [key]: next }, value, unit), settled);
  };
  const mark = (key: keyof CaseFacts) => (marked.includes(key) ? { classNames: { input: classes.marked ?? '' } } : {});
  const label = (key: keyof CaseFacts, name: string): ReactNode =>
    read === undefined ? name : <ReadLabel name={name} isRead={read.includes(key)} isEmpty={isEmpty(value[key])} />;
  const text = (key: 'body' | 'session' | 'number' | 'title' | 'hostUnit') => ({
    label: label(key, t(key)),
    value: value[key],
    ...mark(key),
    onChange: (event: { currentTarget: { value: string } }) => set(key, event.currentTarget.value, false),
    onBlur: onSettle,
  });
  const date = (key: 'receivedOn' | 'dueOn') => ({
    label: label(key, t(key)),
    value: value[key],
    clearable: true,
    valueFormat: t('dateFormat'),
    dateParser: parseDate,
    placeholder: t('datePlaceholder'),
    onChange: (next: string | null) => set(key, next),
    clearButtonProps: { 'aria-label': t('clearDate') },
  });
  const columns = narrow ? 1 : 2;
  return (
    <fieldset disabled={readOnly} className={classes.fields}>
      <SimpleGrid cols={columns} spacing="sm" verticalSpacing="sm">
        <Choice
          label={t('kind')}
          value={value.kind}
          fullWidth
          options={caseKinds.map((kind) => ({ value: kind, label: common(`kind.${kind}`) }))}
          onChange={(kind) => set('kind', kind)}
        />
        <Choice
          label={t('role')}
          value={value.role}
          fullWidth
          options={unitRoles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
          onChange={(role) => set('role', role)}
        />
      </SimpleGrid>
      <Textarea
        {...text('title')}
        autosize
        minRows={1}
        maxRows={4}
        placeholder={t('titlePlaceholder')}
        // A title is one line, however long; pasted line ends are none of it.
        onChange={(event) => set('title', event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ''), false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const form = event.currentTarget.closest('form');
          if (form) form.requestSubmit();
          else onSettle?.();
        }}
      />
      <SimpleGrid cols={narrow ? 1 : 3} spacing="sm" verticalSpacing="sm">
        <TextInput {...text('number')} placeholder={t('numberPlaceholder')} />
        <TextInput {...text('body')} placeholder={t(`bodyPlaceholder.${value.kind}`)} />
        <TextInput {...text('session')} placeholder={t('sessionPlaceholder')} />
      </SimpleGrid>
      <MembersInput
        label={label('members', t(`members.${value.kind}`))}
        kind={value.kind}
        value={value.members}
        onChange={(members) => set('members', members)}
      />
      {value.role === 'co' && <TextInput {...text('hostUnit')} placeholder={t('hostUnitPlaceholder')} />}
      {value.role === 'host' && (
        <TagsInput
          label={label('coUnits', t('coUnits'))}
          placeholder={value.coUnits.length === 0 ? t('coUnitsPlaceholder') : ''}
          value={value.coUnits}
          {...mark('coUnits')}
          splitChars={['、', '，', ',', '；']}
          acceptValueOnBlur
          onChange={(units) => set('coUnits', units)}
        />
      )}
      <SimpleGrid cols={columns} spacing="sm" verticalSpacing="sm">
        <DateInput {...date('receivedOn')} />
        <DateInput {...date('dueOn')} />
      </SimpleGrid>
    </fieldset>
  );
}

/** The name of a field with what a notice told about it. */
function ReadLabel({ name, isRead, isEmpty: isBlank }: { name: string; isRead: boolean; isEmpty: boolean }) {
  const { t } = useTranslation('case');
  const state = isRead ? 'filled' : isBlank ? 'empty' : null;
  return (
    <>
      {name}
      {state !== null && (
        <span className={classes.read} data-state={state}>
          {t(`read.${state}`)}
        </span>
      )}
    </>
  );
}

function isEmpty(value: CaseFacts[keyof CaseFacts]): boolean {
  return value === null || value.length === 0;
}

/** As people type dates: 2026年4月7日, 2026-4-7, 2026.4.7, 20260407, 4月7日 (of this year). Null when it is no date. */
export function parseDate(text: string): string | null {
  const parts = /^\s*(?:(\d{4})\D*)?(\d{1,2})\D+(\d{1,2})\D*$/.exec(text) ?? /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  if (!parts) return null;
  const [, year = String(new Date().getFullYear()), month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
