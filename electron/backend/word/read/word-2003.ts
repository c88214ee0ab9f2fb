import { readBlock } from './blocks.ts';
import type { WordDocument } from './document.ts';
import type { WordBlock, WordMargin } from './model.ts';
import { Numbering } from './numbering.ts';
import { refusal } from './refuse.ts';
import { readSettings } from './settings.ts';
import { Caps, PartReading } from './part-reading.ts';
import { Styles } from './styles.ts';
import { readThreads } from './threads.ts';
import { child, parseXml, xmlEncoding } from './xml.ts';

/** Elements that only hold the blocks of a text together. */
const holders = new Set(['w:body', 'wx:sect', 'wx:sub-section', 'wx:pBdrGroup', 'w:cfChunk']);

/**
 * A file of Word 2003 (WordprocessingML): one XML text, with headers, notes and comments where later files have a mark.
 * Its lists are not read: it stores what they printed. Throws as `readWord` does.
 */
export function readWord2003(bytes: Uint8Array, name: string): WordDocument {
  const caps = new Caps(name);
  const reading = new PartReading('', caps, true);
  const body: WordBlock[] = [];
  const margins: WordMargin[] = [];
  const root = parseXml(bytes, name, {
    onElement(element, parent) {
      if (parent.name === 'w:sectPr' && (element.name === 'w:hdr' || element.name === 'w:ftr')) {
        const kind = element.name === 'w:hdr' ? 'header' : 'footer';
        margins.push({ kind, part: '', blocks: reading.readBlocks(element) });
        return true;
      }
      if (!holders.has(parent.name) || holders.has(element.name)) return false;
      body.push(readBlock(element, reading));
      return true;
    },
  });
  if (root.name !== 'w:wordDocument') throw refusal(name, 'xml');
  if (root.attributes['w:macrosPresent'] === 'yes') throw refusal(name, 'macro');
  const styles = new Styles(child(root, 'w:styles'));
  const numbering = new Numbering();
  const settings = readSettings(child(root, 'w:docPr'));
  const none: ReadonlyMap<string, string> = new Map();
  const details = { extended: undefined, ids: undefined, extensible: undefined };
  return {
    name,
    encoding: xmlEncoding(bytes, name),
    body: () => body,
    eachBlock: (visit) => {
      for (const block of body) visit(block);
    },
    styles: () => styles,
    numbering: () => numbering,
    margins: () => margins,
    notes: (kind) => reading.notes.filter((note) => note.kind === kind),
    comments: () => reading.comments,
    threads: () => readThreads(reading.comments, details, [body]),
    buildingBlocks: () => [],
    settings: () => settings,
    properties: () => ({ core: none, extended: none, custom: none }),
    target: () => undefined,
    bytesOf: () => null,
  };
}
