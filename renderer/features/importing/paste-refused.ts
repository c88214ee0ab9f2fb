import type { RefusedPaste } from '../../editor/api.ts';
import { showError } from '../../ui/show-error.tsx';

/** Says what was too much about something pasted into a letter. */
export function showPasteRefused(refused: RefusedPaste): void {
  showError({ code: 'IMPORT_TOO_LARGE', details: { name: '', ...refused }, incidentId: '' });
}
