import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../../editor/api.ts';
import type { LivePreview } from '../preview/live-preview.ts';
import { pageOfCaret } from './page-of-caret.ts';

/** 第 3/8 页 · 末页 14 行. On its own, because it changes with the caret. */
export function PageCount({ preview, letter }: { preview: LivePreview; letter: LetterSession }) {
  const { t } = useTranslation('preview');
  const { facts } = useSyncExternalStore(preview.store.state.subscribe, preview.store.state.get);
  const page = useSyncExternalStore(letter.caret.subscribe, () => pageOfCaret(preview, letter));
  if (facts === null) return null;
  const { pages, lastPageLines: lines, linesPerPage } = facts;
  return <span title={t('statusTitle', { pages, lines, linesPerPage })}>{t('status', { page, pages, lines })}</span>;
}
