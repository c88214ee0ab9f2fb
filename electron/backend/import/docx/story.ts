import { Findings } from '../findings.ts';
import { Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What the reading of one file shares: definitions, findings, and the fields that reach over paragraphs. */
export interface Story {
  fileName: string;
  styles: Styles;
  numbering: Numbering;
  findings: Findings;
  /** Text of a footnote or endnote; '' when it does not exist. */
  noteText(kind: 'footnote' | 'endnote', id: string): string;
  /** Complex fields reach over paragraphs. */
  fields: Fields;
  /** Content controls around what is being read that show their prompt: as a whole, or where a run has its style. */
  prompts: ('whole' | 'styled')[];
}

/** The state at the start of a text; what its reader knows of the file is given. */
export function newStory(fileName: string, known: Pick<Story, 'styles' | 'numbering' | 'noteText'>): Story {
  const findings = new Findings(fileName);
  return { fileName, findings, fields: new Fields(findings), prompts: [], ...known };
}
