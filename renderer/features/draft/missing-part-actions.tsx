import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textRun } from '#shared/document/create.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { guessOf, type MissingPart } from './missing-part.ts';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';

interface MissingPartActionsProps {
  draft: OpenDraft;
  part: MissingPart;
  unit: UnitSettings;
  readOnly: boolean;
}

/** The way to a part the import did not find, and what it may well be. */
export function MissingPartActions({ draft, part, unit, readOnly }: MissingPartActionsProps) {
  const { t } = useTranslation('importing');
  const { caseFacts } = useStore(draft.facts);
  const guess = readOnly ? null : guessOf(part, caseFacts, unit);
  return (
    <Group gap="xs" mt={6}>
      <Button variant="default" size="compact-sm" mih={32} onClick={() => goTo(draft, part)}>
        {t('missing.goTo')}
      </Button>
      {guess !== null && (
        <Button
          variant="default"
          size="compact-sm"
          mih={32}
          title={guess}
          onClick={() => void take(draft, part, guess)}
        >
          {t('missing.take', { guess })}
        </Button>
      )}
    </Group>
  );
}

function goTo({ letter }: OpenDraft, part: MissingPart): void {
  switch (part) {
    case 'title':
    case 'salutation':
      letter.focusPart(part);
      break;
    case 'signature':
      letter.focusPart('tail', 'unit 0');
      break;
    case 'date':
      letter.focusPart('tail', 'date');
      break;
    case 'docNumber':
      letter.focusPart('head', 'docNumber');
      break;
    case 'caseNumber':
      usePanels.setState({ inspectorTab: 'case' });
      break;
  }
}

/** One undo step. */
async function take({ letter }: OpenDraft, part: MissingPart, guess: string): Promise<void> {
  if (part === 'signature') {
    letter.changeTail((tail) => ({ ...tail, units: [guess] }));
    letter.focusPart('tail', 'unit 0');
    return;
  }
  if (part !== 'title' && part !== 'salutation') return;
  const document = letter.getDocument();
  const head = { ...document.head, [part]: [textRun(guess)] };
  await letter.replaceDocument({ ...document, head }, { undoable: true });
  letter.focusPart(part);
  letter.flashParts([part]);
}
