import type { PreviewMark } from '#shared/contract/preview.ts';
import { groupOf, type SettingId } from '#shared/domain/unit-setting-index.ts';

type Part = NonNullable<PreviewMark['part']>;

/** Where on the letter a setting shows, or null when it shows everywhere or nowhere. */
export function partOf(id: SettingId): Part | null {
  if (id.startsWith('wording.title')) return 'title';
  if (id.startsWith('wording.opening')) return 'salutation';
  if (id.startsWith('wording.closing')) return 'signature';
  if (id.startsWith('wording.disclosure') || id === 'wording.contact') return 'note';
  if (id === 'seal') return 'signature';
  if (id === 'form' || id === 'layout.preprintedOffset') return 'head';
  switch (groupOf(id)) {
    case 'names':
    case 'categories':
      return 'head';
    case 'contacts':
      return 'note';
    case 'copyTo':
      return 'colophon';
    default:
      return null;
  }
}
