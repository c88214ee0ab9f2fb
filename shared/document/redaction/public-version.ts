import type { CaseFacts } from '#shared/domain/case.ts';
import { withoutPrompts } from '../printed.ts';
import { project, type Projection } from '../projection.ts';
import type { ReplyDocument, Run } from '../schema.ts';
import { mapRuns } from '../walk.ts';
import type { Decisions, Finding, FindingAction, PublicationOptions } from './finding.ts';
import { findPersonalData, hasPersonalData, type LocatedFinding } from './find.ts';
import { cutPlaces, type Cut } from './places.ts';
import { takeOut } from './take-out.ts';

/** Stands for what was taken out of a sentence; always the same, so that it tells nothing of the length. */
export const MASK = '××';

export interface Redaction {
  finding: Finding;
  action: FindingAction;
}

export interface PublicVersion {
  document: ReplyDocument;
  /** For what writers take from the case: without anything that was taken out of the letter. */
  caseFacts: CaseFacts;
  /** Every finding and what became of it, in reading order. */
  redactions: Redaction[];
}

/** The letter to publish before anything is taken out: no review, no drafting aids, nothing the unit keeps to itself. */
export function publicSource(document: ReplyDocument, review: Projection, options: PublicationOptions): ReplyDocument {
  const plain = mapRuns(withoutPrompts(project(document, review)), withoutThreads);
  const { category, signer, disclosure, copyNumber: _copyNumber, urgency: _urgency, ...head } = plain.head;
  return {
    ...plain,
    head: {
      ...head,
      // The reason why something is not public is not public either.
      ...(disclosure && { disclosure: { kind: disclosure.kind } }),
      ...(options.hasCategory && category !== undefined && { category }),
      ...(options.hasSigner && signer !== undefined && { signer }),
    },
    tail: {
      ...plain.tail,
      ...(options.contacts === 'none' && { contacts: [] }),
      ...(!options.hasCopyTo && { copyTo: [] }),
    },
    threads: {},
  };
}

function withoutThreads({ threads: _threads, ...run }: Run): Run {
  return run;
}

/**
 * The letter as it may stand on a website (网页公开版): what the findings name is really gone from its texts, with its
 * label where it had one, or has ×× in its place. `source` is what `publicSource` gave.
 */
export function publicVersion(
  source: ReplyDocument,
  caseFacts: CaseFacts,
  choices: { options: PublicationOptions; decisions: Decisions },
): PublicVersion {
  const findings = findPersonalData(source, caseFacts, choices.options);
  const actionOf = ({ id, suggestion }: LocatedFinding): FindingAction => choices.decisions[id] ?? suggestion;
  const byKey = Map.groupBy(findings, ({ key }) => key);
  const document = cutPlaces(source, ({ key, text }) => {
    const here = byKey.get(key) ?? [];
    const masks = here.filter((finding) => actionOf(finding) === 'mask');
    const removals = here.filter((finding) => actionOf(finding) === 'remove');
    return cutsOf(text, masks, removals);
  });
  const redactions = findings.map((finding) => ({ finding: withoutKey(finding), action: actionOf(finding) }));
  return { document, caseFacts: publicFacts(caseFacts, redactions, choices.options), redactions };
}

/** What may leave `shared/document`. */
export function withoutKey({ key: _key, ...finding }: LocatedFinding): Finding {
  return finding;
}

/** Masks that lie in what goes altogether go with it. */
function cutsOf(text: string, masks: readonly LocatedFinding[], removals: readonly LocatedFinding[]): Cut[] {
  // What was marked is exactly what goes; numbers take their labels along.
  const marked = removals.filter(({ kind }) => kind === 'marked');
  const numbers = removals.filter(({ kind }) => kind !== 'marked');
  const cuts: Cut[] = takeOut(text, numbers, marked).map((stretch) => ({ ...stretch, replacement: '' }));
  for (const { start, end } of masks) {
    if (cuts.some((cut) => cut.replacement === '' && cut.start <= start && cut.end >= end)) continue;
    cuts.push({ start, end, replacement: MASK });
  }
  return cuts.toSorted((a, b) => a.start - b.start);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Only the title of the case gets into files (as title of the PDF): it stays where nothing of it was taken out. */
function publicFacts(caseFacts: CaseFacts, redactions: readonly Redaction[], options: PublicationOptions): CaseFacts {
  const gone = redactions.filter(({ action }) => action !== 'keep').map(({ finding }) => withoutBlanks(finding.text));
  const title = withoutBlanks(caseFacts.title);
  const isClean = !gone.some((text) => title.includes(text)) && !hasPersonalData(caseFacts.title, caseFacts, options);
  return { ...caseFacts, title: isClean ? caseFacts.title : '' };
}
