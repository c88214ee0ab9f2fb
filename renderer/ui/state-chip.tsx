import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '#shared/contract/documents.ts';
import chip from './chip.module.css';

export function StateChip({ state }: { state: DocumentSummary['state'] }) {
  const { t } = useTranslation();
  return (
    <Badge className={chip.chip} data-tone={state === 'finished' ? 'success' : 'accent'} variant="default" tt="none">
      {t(`state.${state}`)}
    </Badge>
  );
}
