import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../../editor/api.ts';
import type { LivePreview } from '../preview/live-preview.ts';
import { useStore } from './open-draft.ts';

/** 第 3/8 页 · 末页 14 行. On its own, because it changes with the caret. */
export function PageCount({ preview, letter }: { preview: LivePreview; letter: LetterSession }) {
  const { t } = useTranslation('preview');
  const { facts, marks } = useSyncExternalStore(preview.store.state.subscribe, preview.store.state.get);
  const caret = useStore(letter.caret);
  if (facts === null) return null;
  const { pages, lastPageLines: lines, linesPerPage } = facts;
  const own = marks.find((mark) =>
    caret?.blockId == null ? mark.part !== null && mark.part === caret?.part : mark.blockId === caret.blockId,
  );
  const page = own?.page ?? (caret?.part === 'tail' ? pages : 1);
  return <span title={t('statusTitle', { pages, lines, linesPerPage })}>{t('status', { page, pages, lines })}</span>;
}
