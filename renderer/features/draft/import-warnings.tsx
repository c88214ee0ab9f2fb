import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { importNotes } from '#shared/document/open-points.ts';
import type { ImportReport, ImportWarning } from '#shared/domain/import-report.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { missingPartOf } from './missing-part.ts';
import { MissingPartActions } from './missing-part-actions.tsx';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';

interface ImportWarningsProps {
  draft: OpenDraft;
  report: ImportReport;
  unit: UnitSettings;
}

/** What the import was unsure of, each to be ticked off, and what it did as a matter of course. */
export function ImportWarnings({ draft, report, unit }: ImportWarningsProps) {
  const { t } = useTranslation('importing');
  const backend = useBackend();
  const { isFinished } = useDraftState(draft);
  const [error, setError] = useState<WireError | null>(null);
  const { documentId } = draft;
  const checked = report.checked ?? [];
  const all = report.warnings.map((warning, index) => ({ warning, index }));
  const wantLook = all.filter(({ warning }) => !importNotes.includes(warning.code));
  const notes = all.filter(({ warning }) => importNotes.includes(warning.code));
  const check = async (warning: number, isChecked: boolean) => {
    try {
      draft.setFacts(await runCommand(backend, 'imports.markChecked', { documentId, warning, isChecked }));
      setError(null);
    } catch (reason) {
      setError(toWireError(reason));
    }
  };
  return (
    <>
      {error && <InlineError error={error} />}
      {wantLook.length > 0 && (
        <section aria-label={t('warnings')}>
          <Title order={3} fz="sm" mb={6}>
            {t('warnings')}
          </Title>
          <Stack gap={6}>
            {wantLook.map(({ warning, index }) => {
              const isChecked = checked.includes(index);
              const part = missingPartOf(warning.code);
              return (
                <Notice key={index} tone={isChecked ? 'neutral' : 'warning'}>
                  <WarningText warning={warning} />
                  {part !== null && !isChecked && (
                    <MissingPartActions draft={draft} part={part} unit={unit} readOnly={isFinished} />
                  )}
                  <Checkbox
                    size="xs"
                    mt={6}
                    label={t('checked')}
                    aria-label={t('checkedOf', { what: t(`warning.${warning.code}`) })}
                    checked={isChecked}
                    onChange={(event) => void check(index, event.currentTarget.checked)}
                  />
                </Notice>
              );
            })}
          </Stack>
        </section>
      )}
      {notes.length > 0 && (
        <section aria-label={t('notes')}>
          <Title order={3} fz="sm" mb={6}>
            {t('notes')}
          </Title>
          <Stack gap={6}>
            {notes.map(({ warning, index }) => (
              <Notice key={index} tone="neutral">
                <WarningText warning={warning} />
              </Notice>
            ))}
          </Stack>
        </section>
      )}
    </>
  );
}

function WarningText({ warning: { code, quote } }: { warning: ImportWarning }) {
  const { t } = useTranslation('importing');
  return (
    <>
      <Text fz="sm">{t(`warning.${code}`)}</Text>
      {quote !== '' && (
        <Text fz="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {quote}
        </Text>
      )}
    </>
  );
}
