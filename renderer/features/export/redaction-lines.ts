import { useTranslation } from 'react-i18next';
import type { Finding, FindingAction } from '#shared/document/redaction/finding.ts';

export interface ListedRedaction {
  title: string;
  finding: Finding;
  action: FindingAction;
}

/** The list of what was taken out as text to paste into a record, one line each: what, how, where, the words. */
export function useRedactionLines(): (redactions: readonly ListedRedaction[]) => string {
  const { t } = useTranslation('publication');
  return (redactions) =>
    redactions
      .map(({ title, finding: { kind, where, before, text, after }, action }) =>
        [
          title === '' ? t('untitled') : title,
          t(`kind.${kind}`),
          t(`action.${action}`),
          t(`part.${where.part}`),
          `${before}【${text}】${after}`,
        ].join('\t'),
      )
      .join('\n');
}
