import { Button, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { FieldName } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { registerFlush } from '../../shell/navigation/close-flow.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { notify } from '../../shell/toasts.tsx';
import { CaseFields } from '../case/case-fields.tsx';
import { changeCase } from './change-case.ts';
import { RewordedTexts } from './reworded-texts.tsx';
import { rewording, type RewordedText } from './rewording.ts';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';

/** Where the value of a field comes from. Those of the unit stand in the settings. */
const sources: Record<FieldName, readonly (keyof CaseFacts)[]> = {
  caseTitle: ['title'],
  caseNumber: ['number'],
  session: ['body', 'session'],
  members: [],
  coUnits: ['coUnits'],
  hostUnit: ['hostUnit'],
  unitFullName: [],
  unitShortName: [],
  unitSelfName: [],
};

/**
 * The case behind the letter. A change is stored when a field is left, and the fields in the letter follow it in one
 * undo step.
 */
export function CaseTab({ draft, unit }: { draft: OpenDraft; unit: UnitSettings }) {
  const { t } = useTranslation('draft');
  const backend = useBackend();
  const stored = useStore(draft.facts).caseFacts;
  const { isFinished } = useDraftState(draft);
  const { selection } = draft.letter;
  // Of the selection only this, or the form would be drawn anew with every move of the caret.
  const field = useSyncExternalStore(
    (listener) => selection.subscribe(listener),
    () => selection.get().field,
  );
  const [facts, setFacts] = useState(stored);
  const [error, setError] = useState<WireError | null>(null);
  const [updated, setUpdated] = useState(0);
  const [reworded, setReworded] = useState<readonly RewordedText[]>([]);
  const pending = useRef<CaseFacts | null>(null);

  // Undo in the letter changes the case too. What is being typed here is not overwritten.
  useEffect(() => {
    if (pending.current === null) setFacts(stored);
  }, [stored]);

  const store = useCallback(async (): Promise<boolean> => {
    const next = pending.current;
    if (next === null) return true;
    pending.current = null;
    try {
      const words: RewordedText[] = [];
      const changed = await changeCase(draft, next, {
        save: async (caseFacts) => {
          const stored = await runCommand(backend, 'cases.save', { documentId: draft.documentId, caseFacts });
          return stored.caseFacts;
        },
        apply: (before, now, onTurn) =>
          draft.letter.applyFields(now, unit, { reword: rewording(before, now, words), onTurn }),
        onProblem: (reason) => {
          setError(toWireError(reason));
          // This tab may be closed by then.
          notify(<InlineError error={toWireError(reason)} />);
        },
      });
      setError(null);
      setUpdated(changed);
      setReworded(words);
      return true;
    } catch (reason) {
      pending.current ??= next;
      setError(toWireError(reason));
      return false;
    }
  }, [backend, draft, unit]);

  useEffect(() => {
    const stop = registerFlush(store);
    return () => {
      stop();
      void store();
    };
  }, [store]);

  return (
    <Stack gap="sm">
      <CaseFields
        narrow
        readOnly={isFinished}
        marked={field === null ? [] : sources[field]}
        unit={unit}
        value={facts}
        onChange={(next, settled) => {
          setFacts(next);
          pending.current = next;
          if (settled) void store();
        }}
        onSettle={() => void store()}
      />
      {error && (
        <Notice tone="danger">
          <InlineError error={error} />
          <Button mt="xs" variant="default" onClick={() => void store()}>
            {t('problem.retry')}
          </Button>
        </Notice>
      )}
      <RewordedTexts letter={draft.letter} texts={reworded} />
      <Text c="dimmed" fz="xs" role="status">
        {updated > 0 ? t('case.updated', { count: updated }) : t('case.hint')}
      </Text>
    </Stack>
  );
}
