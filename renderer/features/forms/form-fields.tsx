import { NumberInput, Stack, Switch, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Form } from '#shared/domain/form.ts';
import { Choice } from '../../ui/choice.tsx';
import { SettingRow } from '../unit/setting.tsx';
import { placeOf, placesOf, usualFootRule, withPlace, type NumberPlace, type PlaceGroup } from './form-places.ts';
import classes from './forms.module.css';

interface FormFieldsProps {
  form: Form;
  onChange: (form: Form) => void;
  /** Paths whose value cannot stand. */
  wrong: readonly string[];
  readOnly: boolean;
}

/** Name, numbers and switches of a form. Shipped forms are only looked at. */
export function FormFields({ form, onChange, wrong, readOnly }: FormFieldsProps) {
  const { t } = useTranslation('forms');
  const { head, footRule, colophon } = form;
  const toggle = (label: string, checked: boolean, change: (checked: boolean) => Form) => (
    <Switch
      label={label}
      checked={checked}
      disabled={readOnly}
      onChange={(event) => onChange(change(event.currentTarget.checked))}
    />
  );
  return (
    <div className={classes.fields}>
      <div className={classes.group}>
        <TextInput
          label={t('name')}
          value={form.name}
          maxLength={50}
          readOnly={readOnly}
          variant={readOnly ? 'filled' : 'default'}
          error={wrong.includes('name') ? t('wrongName') : undefined}
          onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
        />
      </div>
      {placesOf(form).map((group) => (
        <section key={group.name} className={classes.group} aria-label={t(`group.${group.name}`)}>
          <Title order={3} fz="sm" mb="xs">
            {t(`group.${group.name}`)}
          </Title>
          <PlaceFields group={group} form={form} onChange={onChange} wrong={wrong} readOnly={readOnly} />
          {group.name === 'issuer' && head && (
            <Stack gap="sm" mt="sm">
              <TextInput
                label={t('suffix')}
                description={t('suffixHint')}
                value={head.issuer.suffix}
                maxLength={10}
                readOnly={readOnly}
                variant={readOnly ? 'filled' : 'default'}
                onChange={(event) => onChange(withPlace(form, 'head.issuer.suffix', event.currentTarget.value))}
              />
              {!readOnly && (
                <Choice
                  label={t('joint')}
                  value={head.issuer.joint}
                  options={(['all', 'first'] as const).map((value) => ({ value, label: t(`jointOf.${value}`) }))}
                  onChange={(joint) => onChange(withPlace(form, 'head.issuer.joint', joint))}
                />
              )}
            </Stack>
          )}
        </section>
      ))}
      <section className={classes.group} aria-label={t('group.other')}>
        <Title order={3} fz="sm" mb="xs">
          {t('group.other')}
        </Title>
        <Stack gap="sm">
          {head !== null && toggle(t('isPreprinted'), form.isPreprinted, (isPreprinted) => ({ ...form, isPreprinted }))}
          {toggle(t('hasFootRule'), footRule !== null, (on) => ({ ...form, footRule: on ? usualFootRule : null }))}
          {toggle(t('isFirstPageNumbered'), form.isFirstPageNumbered, (isFirstPageNumbered) => ({
            ...form,
            isFirstPageNumbered,
          }))}
          {toggle(t('hasRules'), colophon.hasRules, (hasRules) => ({ ...form, colophon: { ...colophon, hasRules } }))}
          {toggle(t('hasImprint'), colophon.hasImprint, (hasImprint) => ({
            ...form,
            colophon: { ...colophon, hasImprint },
          }))}
        </Stack>
      </section>
    </div>
  );
}

function PlaceFields({ group, form, onChange, wrong, readOnly }: FormFieldsProps & { group: PlaceGroup }) {
  const { t } = useTranslation('forms');
  return (
    <SettingRow>
      {group.numbers.map((place) => (
        <NumberInput
          key={place.path}
          label={t(labelOf(place, form))}
          suffix={` ${t(`unit.${place.unit}`)}`}
          min={place.min}
          max={place.max}
          step={place.step}
          decimalScale={3}
          clampBehavior="none"
          readOnly={readOnly}
          variant={readOnly ? 'filled' : 'default'}
          hideControls={readOnly}
          value={placeOf(form, place.path) as number | string}
          error={wrong.includes(place.path) ? t('wrongNumber', { min: place.min, max: place.max }) : undefined}
          onChange={(value) => onChange(withPlace(form, place.path, value))}
        />
      ))}
    </SettingRow>
  );
}

/** The label of a number; where it is measured from depends on the kind of head. */
function labelOf({ path }: NumberPlace, { head }: Form) {
  const last = path.split('.').slice(1).join('.');
  if (path === 'head.issuer.top') return head?.kind === 'letter' ? 'place.topOfPage' : 'place.topOfArea';
  if (path === 'head.ruleGap') return head?.kind === 'letter' ? 'place.gapAbove' : 'place.gapUnderNumber';
  if (path === 'head.issuer.largestSize') return 'place.largestSize';
  if (path === 'head.blankLines') return 'place.blankLines';
  if (path === 'head.docNumberGap') return 'place.docNumberGap';
  if (path === 'footRule.bottom') return 'place.bottom';
  if (last.endsWith('strokes.0')) return 'place.stroke0';
  if (last.endsWith('strokes.1')) return 'place.stroke1';
  return last.endsWith('space') ? 'place.space' : 'place.length';
}
