import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '#shared/contract/exports.ts';
import type { Output } from '#shared/contract/index.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { runJob } from '../../shell/jobs.ts';
import { useFileJob } from '../files/use-file-job.ts';
import type { ExportOutcome } from './export-result.tsx';
import type { PublicationState } from './use-publication.ts';

/** What the person chooses besides the publication. */
export interface ExportChoices {
  formats: ExportFormat[];
  namePattern: string;
  /** Id of the form of the printed letter. */
  form: UnitSettings['form'];
  archival: boolean;
}

const READING_MS = 400;

type Planned = Output<'exports.plan'>['files'];

/** One export from the choices to the files: what it would write, what stands in the way, and doing it. */
export function useExport(options: {
  documentIds: string[];
  unit: UnitSettings;
  publication: PublicationState;
  onDone: (outcome: ExportOutcome) => void;
}) {
  const { documentIds, unit, publication, onDone } = options;
  const { t } = useTranslation('exporting');
  const backend = useBackend();
  const job = useFileJob();
  const [choices, setChoices] = useState<ExportChoices>({
    formats: ['docx', 'pdf'],
    namePattern: unit.fileNamePattern,
    form: unit.form,
    archival: false,
  });
  const { formats, namePattern } = choices;
  const { request } = publication;
  const plan = usePlan({ documentIds, choices, request, isPlaced: job.folder !== null });
  const files: Planned = formats.length === 0 || request === null ? [] : (plan.data?.files ?? []);
  const existing = files.filter(({ exists }) => exists).length;
  const isHeld = useIsHeld(existing > 0);
  const lookAgain = () => plan.refetch();
  const pick = () => job.pickFolder(lookAgain);
  const run = () =>
    job.guarded(async () => {
      if (job.folder === null) {
        // A folder just chosen may hold files of these names: look first, export with the next press.
        await pick();
        return;
      }
      if (request === null) return;
      const output = await runJob(
        backend,
        'exports.run',
        {
          documentIds,
          formats,
          namePattern,
          overwrite: existing > 0,
          pdfStandard: choices.archival ? 'a-2b' : 'none',
          form: choices.form,
          ...request,
        },
        {
          title: t('job'),
          result: (done) => (job.isOpen.current ? null : t('done', { count: done.files.length })),
          quiet: job.isOpen.current,
        },
      );
      onDone({ output, titles: new Map(publication.letters?.map(({ documentId, title }) => [documentId, title])) });
    }, lookAgain);
  return {
    job,
    choices,
    choose: (change: Partial<ExportChoices>) => setChoices((before) => ({ ...before, ...change })),
    files,
    planError: plan.error,
    existing,
    isHeld,
    isEmpty: formats.length === 0 || namePattern.trim() === '' || request === null,
    pickFolder: () => void job.guarded(async () => void (await pick()), lookAgain),
    run: () => void run(),
  };
}
export type Export = ReturnType<typeof useExport>;

function usePlan(options: {
  documentIds: string[];
  choices: ExportChoices;
  request: PublicationState['request'];
  isPlaced: boolean;
}) {
  const { documentIds, choices, request, isPlaced } = options;
  const { formats } = choices;
  const [namePattern] = useDebouncedValue(choices.namePattern, 200);
  // Names follow the decisions (a title may be among them), but not each click of somebody who goes down the list.
  const [settled] = useDebouncedValue(JSON.stringify(request), 300);
  return useQueryCall(
    'exports.plan',
    { documentIds, formats, namePattern, ...(JSON.parse(settled) as typeof request) },
    {
      enabled: isPlaced && formats.length > 0 && namePattern.trim() !== '' && settled !== 'null',
      keepPrevious: true,
    },
  );
}

/** Whoever aims at "export" while the label turns to "overwrite" has not read it yet. */
function useIsHeld(isOverwriting: boolean): boolean {
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    if (!isOverwriting) return undefined;
    const timer = setTimeout(() => setIsRead(true), READING_MS);
    return () => {
      clearTimeout(timer);
      setIsRead(false);
    };
  }, [isOverwriting]);
  return isOverwriting && !isRead;
}
