import { Button, Checkbox, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { sheetFormats } from '#shared/contract/sheets.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import { runJob } from '../../shell/jobs.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageThumbnail } from './page-thumbnail.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import { SheetEntriesForm } from './sheet-entries.tsx';
import { SheetFiles } from './sheet-files.tsx';
import { SheetResult } from './sheet-result.tsx';
import { useSheetPrint, type SheetPrinting } from './use-sheet-print.ts';
import classes from './sheets.module.css';

interface SheetFormProps {
  list: Output<'sheets.list'>;
  documentIds: readonly string[];
  onClose: () => void;
  /** The unit's folder of sheets may hold another one now. */
  onChanged: () => void;
}

const thumbnail = { width: 280, height: 396 };

export function SheetForm({ list, documentIds, onClose, onChanged }: SheetFormProps) {
  const { sheets, broken } = list;
  const { t } = useTranslation(['sheets', 'exporting']);
  const backend = useBackend();
  const [sheetId, setSheetId] = useState(sheets[0]?.id ?? '');
  const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0]!;
  const work = useSheetPrint(sheet, documentIds);
  const { job, existing } = work;
  const copy = async () => {
    await runJob(backend, 'sheets.copy', { sheetId: sheet.id }, { title: t('copy'), result: () => null, quiet: true });
    onChanged();
  };
  if (work.result) return <SheetResult result={work.result} onClose={onClose} onBack={work.forgetResult} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!work.isEmpty) work.run();
      }}
    >
      <Stack gap="md">
        <div className={classes.columns}>
          <div>
            <SheetChoice sheets={sheets} value={sheet.id} onChange={setSheetId} />
            {!sheet.isOwn && (
              <Tooltip label={t('copyHint')} multiline maw={260}>
                <Button variant="subtle" size="compact-sm" mih={32} mt="sm" onClick={() => work.guarded(copy)}>
                  {t('copy')}
                </Button>
              </Tooltip>
            )}
          </div>
          <SheetEntriesForm sheet={sheet} firstId={documentIds[0]} work={work} />
          <FirstPage work={work} />
        </div>
        <FormatChoices work={work} />
        <SheetFiles
          folder={job.folder}
          files={work.files}
          error={work.isEmpty ? null : work.planError}
          onPick={work.pickFolder}
        />
        {broken.map(({ name, issues }) => (
          <Notice key={name} tone="warning" title={t('broken', { name })}>
            <Text fz="sm">{issues.slice(0, 3).join('; ')}</Text>
          </Notice>
        ))}
        {work.isNobody && work.letters && <Notice tone="info" title={t('nobody')} />}
        {existing > 0 && <Notice tone="warning" title={t('exporting:overwriteTitle', { count: existing })} />}
        {job.error && <ErrorView error={job.error} onRetry={work.run} />}
        <PrintButtons work={work} onClose={onClose} />
      </Stack>
    </form>
  );
}

/** How the first page will look. */
function FirstPage({ work: { picture, isNobody } }: { work: SheetPrinting }) {
  const { t } = useTranslation('sheets');
  return (
    <div className={classes.thumbnail}>
      {picture.data && !isNobody ? (
        <>
          <PageThumbnail picture={picture.data} {...thumbnail} />
          <Text fz="xs" c="dimmed">
            {t('pages', { count: picture.data.pages })}
          </Text>
        </>
      ) : (
        picture.error && <InlineError error={picture.error} />
      )}
    </div>
  );
}

function FormatChoices({ work: { entries, enter } }: { work: SheetPrinting }) {
  const { t } = useTranslation('exporting');
  return (
    <Checkbox.Group
      aria-label={t('formats')}
      value={entries.formats}
      onChange={(value) => enter({ formats: sheetFormats.filter((format) => value.includes(format)) })}
    >
      <div className={classes['formats']}>
        <Text component="span" fz="sm" fw={500}>
          {t('formats')}
        </Text>
        {sheetFormats.map((format) => (
          <Checkbox key={format} value={format} label={t(`format.${format}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function PrintButtons({ work, onClose }: { work: SheetPrinting; onClose: () => void }) {
  const { t } = useTranslation(['sheets', 'exporting', 'common']);
  const { existing, isEmpty } = work;
  const { submit, folder, running } = work.job;
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common:cancel')}
      </Button>
      <Button ref={submit} type="submit" loading={running} disabled={isEmpty}>
        {folder === null
          ? t('exporting:chooseFolderFirst')
          : existing > 0
            ? t('overwrite', { count: existing })
            : t('make')}
      </Button>
    </Group>
  );
}
