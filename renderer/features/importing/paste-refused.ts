import i18next from 'i18next';
import type { RefusedPaste } from '../../editor/api.ts';
import { notify } from '../../ui/notify.tsx';
import { showError } from '../../ui/show-error.tsx';

/** Says what was too much about something pasted into a letter. */
export function showPasteRefused(refused: RefusedPaste): void {
  showError({ code: 'IMPORT_TOO_LARGE', details: { name: '', ...refused }, incidentId: '' });
}

/** A letter holds no pictures; whoever pastes some must hear of it. */
export function showPicturesDropped(count: number): void {
  notify(i18next.t('importing:picturesDropped', { count }));
}
