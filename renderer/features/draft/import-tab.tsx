import { Badge, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconTarget } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { ImportChange, ImportReport, RecognisedPart } from '#shared/domain/import-report.ts';
import { disclosureKinds } from '#shared/document/schema.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useFormats } from '../../i18n/format.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import chip from '../../ui/chip.module.css';
import { InlineError } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { ImportWarnings } from './import-warnings.tsx';
import { SameFile } from './same-file.tsx';
import { TakeApart } from './take-apart.tsx';
import { takeBack } from './take-back.ts';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';
import classes from '../letter/letter.module.css';

const FLASH_MS = 4000;
/** More changes than this are shown on demand: a scraped letter can have hundreds. */
const CHANGES_SHOWN = 50;

interface ImportTabProps {
  draft: OpenDraft;
  report: ImportReport;
  unit: UnitSettings;
}

/** 识别与改动: what the import recognised, changed and could not read, beside the result, each with a way back. */
export function ImportTab({ draft, report, unit }: ImportTabProps) {
  const { t } = useTranslation('importing');
  const backend = useBackend();
  const formats = useFormats();
  const { letter } = draft;
  const { isFinished } = useDraftState(draft);
  const [error, setError] = useState<WireError | null>(null);
  const [stuck, setStuck] = useState(0);
  const [showAll, setShowAll] = useState(false);
  const open = report.changes.filter(({ id }) => !report.undone.includes(id));

  useEffect(() => {
    const blocks = report.recognised.flatMap(({ blockId }) => (blockId === null ? [] : [blockId]));
    letter.flashBlocks(blocks, FLASH_MS);
    const parts = report.recognised.flatMap(({ part }) => (part in headParts ? [partOnPaper(part)] : []));
    letter.flashParts([...new Set(parts)], FLASH_MS);
    // Once, when the result is first shown; not again with every change taken back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [letter]);

  const record = async (changeIds: string[], isUndone: boolean) => {
    try {
      const { documentId } = draft;
      draft.setFacts(await runCommand(backend, 'imports.markUndone', { documentId, changeIds, isUndone }));
      setError(null);
    } catch (reason) {
      setError(toWireError(reason));
    }
  };
  const undo = async (changes: readonly ImportChange[]) => {
    const { document, undone } = takeBack(letter.getDocument(), changes);
    setStuck(changes.length - undone.length);
    if (undone.length === 0) return;
    await letter.replaceDocument(document, { undoable: true, onTurn: (isUndone) => void record(undone, isUndone) });
    const [only] = changes;
    if (changes.length === 1 && only && only.blockId !== null) letter.flashBlocks([only.blockId]);
    await record(undone, true);
  };
  const jump = (blockId: string) => {
    letter.focusBlock(blockId);
    letter.flashBlocks([blockId]);
  };
  const recognised = report.recognised
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part));
  // 公开属性 is stored as a code.
  const inWords = (text: string): string => {
    const kind = disclosureKinds.find((known) => known === text);
    return kind === undefined ? text : t(`disclosure.${kind}`);
  };
  const partText = ({ part, text }: RecognisedPart): string => {
    if (part === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.isoDate(text);
    return inWords(text);
  };
  const shown = showAll ? report.changes : report.changes.slice(0, CHANGES_SHOWN);

  return (
    <Stack gap="md">
      <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {report.source.name === ''
          ? t('source.pasted')
          : hasEncoding(report.source.format)
            ? t('source.encoded', report.source)
            : t('source.file', report.source)}
      </Text>
      <SameFile documentId={draft.documentId} />
      {error && <InlineError error={error} />}
      <ImportWarnings draft={draft} report={report} unit={unit} />
      {report.warnings.some(({ code }) => code === 'letter.second') && !isFinished && (
        <TakeApart draft={draft} onError={setError} />
      )}
      <section aria-label={t('recognised')}>
        <Title order={3} fz="sm" mb={6}>
          {t('recognised')}
        </Title>
        {recognised.map((part, index) => (
          <UnstyledButton
            key={`${index} ${part.part}`}
            className={classes.part}
            title={partText(part)}
            disabled={part.blockId === null && !(part.part in headParts)}
            onClick={() => {
              if (part.blockId !== null) jump(part.blockId);
              else letter.focusPart(partOnPaper(part.part));
            }}
          >
            <span className={classes.partName}>{t(`part.${part.part}`)}</span>
            <span className={classes.partText}>{partText(part)}</span>
          </UnstyledButton>
        ))}
      </section>
      <section aria-label={t('changes')}>
        <Group justify="space-between" mb={6} wrap="nowrap">
          <Title order={3} fz="sm">
            {t('changesCount', { count: report.changes.length })}
          </Title>
          {open.length > 0 && !isFinished && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => void undo(open)}
            >
              {t('undoAll')}
            </Button>
          )}
        </Group>
        {stuck > 0 && (
          <Text fz="sm" c="var(--dafu-warning)" role="alert" mb={6}>
            {t('stuck', { count: stuck })}
          </Text>
        )}
        {report.changes.length === 0 && (
          <Text fz="sm" c="dimmed">
            {t('noChanges')}
          </Text>
        )}
        <Stack gap={6}>
          {shown.map((change) => {
            const isUndone = report.undone.includes(change.id);
            const { blockId } = change;
            return (
              <div key={change.id} className={classes.change} data-undone={isUndone || undefined}>
                <Group justify="space-between" wrap="nowrap" gap={4}>
                  <Text fz="xs" c="dimmed">
                    {t(`change.${change.kind}`)}
                  </Text>
                  {isUndone ? (
                    <Badge className={chip.chip} variant="default" tt="none">
                      {t('isUndone')}
                    </Badge>
                  ) : (
                    <Group gap={0} wrap="nowrap">
                      {blockId !== null && (
                        <IconAction label={t('jump')} onClick={() => jump(blockId)}>
                          <IconTarget size={16} />
                        </IconAction>
                      )}
                      {!isFinished && (
                        <IconAction label={t('undoOne')} onClick={() => void undo([change])}>
                          <IconArrowBackUp size={16} />
                        </IconAction>
                      )}
                    </Group>
                  )}
                </Group>
                {change.before !== '' && (
                  <Text fz="sm" className={classes.before} lineClamp={3}>
                    {change.before}
                  </Text>
                )}
                {change.after !== '' && (
                  <Text fz="sm" className={classes.after} lineClamp={3}>
                    {inWords(change.after)}
                  </Text>
                )}
              </div>
            );
          })}
        </Stack>
        {!showAll && report.changes.length > CHANGES_SHOWN && (
          <Button variant="subtle" fullWidth mt="xs" onClick={() => setShowAll(true)}>
            {t('showAll', { count: report.changes.length })}
          </Button>
        )}
      </section>
    </Stack>
  );
}

/** Text has an encoding that was guessed; a Word file or our own says its own. */
function hasEncoding(format: ImportReport['source']['format']): boolean {
  return format === 'txt' || format === 'html';
}

/** In the order of a printed letter. */
const partOrder: readonly RecognisedPart['part'][] = [
  'docNumber',
  'category',
  'disclosure',
  'signer',
  'title',
  'salutation',
  'opening',
  'heading',
  'closing',
  'attachment',
  'signature',
  'date',
  'contact',
  'copyTo',
];

/** Parts that are no block of the body, and where they stand on the paper. */
const headParts = {
  title: 'title',
  docNumber: 'head',
  category: 'head',
  disclosure: 'head',
  signer: 'head',
  salutation: 'salutation',
  signature: 'tail',
  date: 'tail',
  contact: 'tail',
  attachment: 'tail',
  copyTo: 'tail',
} as const;

function partOnPaper(part: RecognisedPart['part']) {
  return headParts[part as keyof typeof headParts];
}
