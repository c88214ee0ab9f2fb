import { child, childToggle, type XmlElement } from './xml.ts';

/** Settings of the file that bear on what was changed, and by whom it may be. */
export interface WordSettings {
  /** Changes were being tracked when the file was stored. */
  tracksRevisions: boolean;
  /** What alone may be edited: `trackedChanges`, `comments`, `readOnly`, `forms`. */
  protection: { edit: string; isEnforced: boolean } | undefined;
  /** Everything as stored. */
  all: XmlElement[];
}

export function readSettings(root: XmlElement | undefined): WordSettings {
  const protection = child(root, 'w:documentProtection')?.attributes;
  return {
    tracksRevisions: childToggle(root, 'w:trackRevisions') ?? false,
    protection: protection && {
      edit: protection['w:edit'] ?? 'none',
      isEnforced: /^(1|true|on)$/i.test(protection['w:enforcement'] ?? ''),
    },
    all: root?.children ?? [],
  };
}
