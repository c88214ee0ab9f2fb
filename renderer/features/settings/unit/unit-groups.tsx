import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordingKind } from '#shared/domain/unit-for-case.ts';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { navigate } from '../../../shell/navigation/navigation.ts';
import { useQueryCall } from '../../../rpc/hooks.ts';
import { notifyUndo } from '../../../shell/toasts.tsx';
import { NamePatternInput } from '../../export/name-pattern-input.tsx';
import { UnitApproverFields } from '../../unit/approver-fields.tsx';
import { UnitCategoryFields, UnitCategoryPrintFields } from '../../unit/category-fields.tsx';
import { UnitPersonFields } from '../../unit/contact-fields.tsx';
import { UnitCopyToFields } from '../../unit/copy-to-fields.tsx';
import { UnitDeadlineFields, UnitLaterDeadlineFields } from '../../unit/deadline-fields.tsx';
import { UnitFontFields } from '../../unit/font-fields.tsx';
import { UnitFormFields, UnitOffsetFields, UnitPageFields } from '../../unit/layout-fields.tsx';
import { UnitNameFields, UnitSeriesFields } from '../../unit/name-fields.tsx';
import { Setting } from '../../unit/setting.tsx';
import {
  changedSettings,
  groupOf,
  groupsWithStandard,
  settingGroupNames,
  settingGroups,
  withSettingsFrom,
  type SettingGroup,
} from '#shared/domain/unit-setting-index.ts';
import { UnitWordingFields } from '../../unit/wording-fields.tsx';
import type { UnitEditing } from './use-unit-editing.ts';
import classes from './unit-screen.module.css';

interface UnitGroupsProps {
  editing: UnitEditing;
  kind: WordingKind;
  onKindChange: (kind: WordingKind) => void;
  /** Fonts this PC lacks, as the sample found out; undefined before it did. */
  substitutions: readonly FontSubstitution[] | undefined;
}

/** All settings, group under group. */
export function UnitGroups({ editing, kind, onKindChange, substitutions }: UnitGroupsProps) {
  const { t } = useTranslation('unit');
  const forms = useQueryCall('forms.list', {});
  const fields = { value: editing.value, onChange: editing.change, problem: editing.problem };
  const parts: Record<SettingGroup, ReactNode> = {
    names: (
      <>
        <UnitNameFields {...fields} />
        <UnitSeriesFields {...fields} />
      </>
    ),
    contacts: (
      <>
        <Part id="leader">
          <UnitPersonFields {...fields} person="leader" />
        </Part>
        <Part id="contact">
          <UnitPersonFields {...fields} person="contact" />
        </Part>
      </>
    ),
    categories: (
      <>
        <UnitCategoryFields {...fields} />
        <UnitCategoryPrintFields {...fields} />
      </>
    ),
    wording: <UnitWordingFields {...fields} kind={kind} onKindChange={onKindChange} />,
    layout: (
      <>
        <UnitFormFields {...fields} ownForms={forms.data?.filter(({ shipped }) => !shipped) ?? []} />
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            mih={32}
            onClick={() => void navigate({ name: 'settings', section: 'forms' })}
          >
            {t('form.change')}
          </Button>
        </div>
        <UnitPageFields {...fields} substitutions={substitutions} />
        <Part id="fonts">
          <UnitFontFields {...fields} substitutions={substitutions} />
        </Part>
        <Part id="preprintedOffset">
          <UnitOffsetFields {...fields} />
        </Part>
      </>
    ),
    copyTo: <UnitCopyToFields {...fields} />,
    deadlines: (
      <>
        <UnitDeadlineFields {...fields} />
        <UnitLaterDeadlineFields {...fields} />
      </>
    ),
    approval: <UnitApproverFields {...fields} />,
    export: (
      <Setting id="fileNamePattern">
        <NamePatternInput
          value={editing.value.fileNamePattern}
          onChange={(fileNamePattern) => editing.change((before) => ({ ...before, fileNamePattern }))}
        />
      </Setting>
    ),
  };
  return settingGroupNames.map((group) => (
    <Group key={group} group={group} editing={editing}>
      {parts[group]}
    </Group>
  ));
}

function Group({ group, editing, children }: { group: SettingGroup; editing: UnitEditing; children: ReactNode }) {
  const { t } = useTranslation(['unit', 'common']);
  const title = t(`group.${group}`);
  const ids = settingGroups[group];
  const isOwn =
    groupsWithStandard.includes(group) &&
    changedSettings(defaultUnitSettings, editing.value).some((id) => groupOf(id) === group);
  const toStandard = () => {
    const before = editing.value;
    editing.change((unit) => withSettingsFrom(unit, defaultUnitSettings, ids));
    notifyUndo(t('screen.groupReset', { group: title }), t('common:undo'), () =>
      editing.change((unit) => withSettingsFrom(unit, before, ids)),
    );
  };
  return (
    <section className={classes.group} aria-label={title} data-group={group}>
      <div className={classes.groupHead}>
        <Title order={2} fz="md">
          {title}
        </Title>
        {isOwn && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            mih={32}
            aria-label={t('screen.groupToStandard', { group: title })}
            onClick={toStandard}
          >
            {t('screen.toStandard')}
          </Button>
        )}
      </div>
      <Text c="dimmed" fz="sm" mb="sm">
        {t(`hint.${group}`)}
      </Text>
      <Stack gap="lg">{children}</Stack>
    </section>
  );
}

function Part({ id, children }: { id: 'leader' | 'contact' | 'fonts' | 'preprintedOffset'; children: ReactNode }) {
  const { t } = useTranslation('unit');
  return (
    <div>
      <Text fw={500} fz="sm" mb={4}>
        {t(`part.${id}`)}
      </Text>
      {children}
    </div>
  );
}
