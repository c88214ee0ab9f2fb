import type { WordDocument } from './document.ts';
import { flatArchive } from './flat-archive.ts';
import { readPackage } from './read-word.ts';
import { readWord2003 } from './word-2003.ts';

/** Word files of one XML text: of Word 2003 (WordprocessingML), and a package of parts laid flat. */
export type WordXml = 'word-2003' | 'flat-package';

export function wordXmlKind(bytes: Uint8Array): WordXml | null {
  // Without the zero bytes UTF-16 reads like any other.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
  if (/<(?:\w+:)?wordDocument\b[^>]*schemas\.microsoft\.com\/office\/word\/2003\/wordml/.test(head)) return 'word-2003';
  if (/<(?:\w+:)?package\b[^>]*schemas\.microsoft\.com\/office\/2006\/xmlPackage/.test(head)) return 'flat-package';
  return null;
}

/** Throws as `readWord` does. */
export function readWordXml(bytes: Uint8Array, name: string, kind: WordXml): WordDocument {
  return kind === 'flat-package' ? readPackage(flatArchive(bytes, name)) : readWord2003(bytes, name);
}
