import i18next from 'i18next';
import type { RefusedPaste } from '../../editor/api.ts';
import { notify } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';

/** Says what was too much about something pasted into a letter, or that it cannot be read and what can be done. */
export function showPasteRefused(refused: RefusedPaste): void {
  const incidentId = '';
  if ('unreadable' in refused) {
    showError({ code: 'IMPORT_UNSUPPORTED', details: { name: '', reason: refused.unreadable }, incidentId });
  } else {
    showError({ code: 'IMPORT_TOO_LARGE', details: { name: '', ...refused }, incidentId });
  }
}

/** A letter holds no pictures; whoever pastes some must hear of it. */
export function showPicturesDropped(count: number): void {
  notify(i18next.t('importing:picturesDropped', { count }));
}
