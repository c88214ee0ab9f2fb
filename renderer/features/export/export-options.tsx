import { Checkbox, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exportFormats } from '#shared/contract/exports.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { Choice } from '../../ui/choice.tsx';
import { FolderChoice } from '../files/folder-choice.tsx';
import { PlannedNames } from '../files/planned-names.tsx';
import { NamePatternInput } from './name-pattern-input.tsx';
import { PublicationScope } from './publication-panel.tsx';
import { ReviewQuestion } from './review-question.tsx';
import type { Export } from './use-export.ts';
import type { PublicationState } from './use-publication.ts';

const NAMES_SHOWN = 6;

interface ExportOptionsProps {
  work: Export;
  publication: PublicationState;
  isBatch: boolean;
}

/** What is exported, as what, and where to. */
export function ExportOptions({ work, publication, isBatch }: ExportOptionsProps) {
  const { t } = useTranslation(['exporting', 'publication']);
  const { job, choices, choose } = work;
  const isPublic = publication.version === 'public';
  return (
    <Stack gap="md">
      <Choice
        label={t('publication:version.label')}
        value={publication.version}
        options={[
          { value: 'full', label: t('publication:version.full') },
          { value: 'public', label: t('publication:version.public') },
        ]}
        onChange={publication.setVersion}
      />
      {isPublic ? (
        <Text fz="xs" c="dimmed">
          {t('publication:publicHint')}
        </Text>
      ) : (
        <ReviewQuestion publication={publication} isBatch={isBatch} />
      )}
      <FormatChoices work={work} isPublic={isPublic} />
      <FolderChoice folder={job.folder} onPick={work.pickFolder} />
      {isPublic && <PublicationScope publication={publication} />}
      <NamePatternInput value={choices.namePattern} onChange={(namePattern) => choose({ namePattern })} />
      <PlannedNames
        files={work.files}
        shown={NAMES_SHOWN}
        hint={
          publication.request === null ? t('publication:decideFirst') : job.folder === null ? t('namesLater') : null
        }
        error={work.isEmpty ? null : work.planError}
      />
    </Stack>
  );
}

function FormatChoices({ work: { choices, choose }, isPublic }: { work: Export; isPublic: boolean }) {
  const { t } = useTranslation(['exporting', 'settings']);
  const { formats, form, archival } = choices;
  const ownForms = useQueryCall('forms.list', {}).data?.filter(({ shipped }) => !shipped) ?? [];
  const formChoices = [
    ...shippedFormIds.map((id) => ({ value: id as string, label: t(`settings:unit.forms.${id}`) })),
    ...ownForms.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Checkbox.Group
        label={t('formats')}
        value={formats}
        onChange={(value) => choose({ formats: exportFormats.filter((format) => value.includes(format)) })}
      >
        <Group gap="lg" mt={6}>
          {exportFormats.map((format) => (
            <Checkbox key={format} value={format} label={t(`format.${format}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {!isPublic && (formats.includes('docx') || formats.includes('pdf')) && (
        <Select
          label={t('settings:unit.form')}
          value={form}
          data={formChoices}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && choose({ form: chosen })}
        />
      )}
      {formats.includes('pdf') && (
        <Switch
          label={t('archival')}
          description={t('archivalHint')}
          checked={archival}
          onChange={(event) => choose({ archival: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
