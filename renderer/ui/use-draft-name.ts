import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '#shared/contract/documents.ts';

/** What a draft is called in lists: its title; before there is one, the case it answers, said to be without a title. */
export function useDraftName(): (draft: Pick<DocumentSummary, 'title' | 'caseTitle'>) => string {
  const { t } = useTranslation();
  return ({ title, caseTitle }) => {
    if (title !== '') return title;
    return caseTitle === '' ? t('untitled') : t('untitledFor', { caseTitle });
  };
}
