import { DafuError } from '#shared/contract/errors.ts';
import type { Refusal, ReviewTreatment } from '#shared/contract/exports.ts';
import type { Decisions, Finding, PublicationOptions } from '#shared/document/redaction/finding.ts';
import { findPersonalData } from '#shared/document/redaction/find.ts';
import { publicSource, publicVersion, withoutKey, type Redaction } from '#shared/document/redaction/public-version.ts';
import { titleText } from '#shared/document/plain-text.ts';
import { project } from '#shared/document/projection.ts';
import { isReviewOpen, reviewCounts } from '#shared/document/review-state.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';

export interface Letter {
  document: ReplyDocument;
  caseFacts: CaseFacts;
  /** Its `form` is the one the letter is written in. */
  unit: UnitSettings;
}

/** What becomes of a letter before it is written. */
export interface Treatment {
  review: ReviewTreatment;
  /** Absent: the full version. */
  publication?: { options: PublicationOptions; decisions: Decisions } | undefined;
}

/** A letter as it is to be written: only `treatLetter` makes one, and only such a one is written or drawn. */
export interface TreatedLetter extends Letter {
  /** HTML names who published it and when. */
  isPublic: boolean;
  redactions: Redaction[];
}

/** Why a letter may not be published, or null. A letter with 密级 never may, whatever else it says. */
export function publicationRefusal({ head }: ReplyDocument): Refusal | null {
  const secrecy = head.secrecy?.trim() ?? '';
  if (secrecy !== '') return { why: 'secret', reason: secrecy };
  if (head.disclosure?.kind === 'withheld') return { why: 'withheld', reason: head.disclosure.reason ?? '' };
  return null;
}

/**
 * The letter as it is to be written: review decided, and for the public version everything private taken out, without
 * a red head.
 *
 * @throws DafuError PUBLICATION_REFUSED, REVIEW_OPEN; NOT_FOUND when something was to be kept that is not there
 */
export function treatLetter(letter: Letter, { review, publication }: Treatment): TreatedLetter {
  const { document, unit, caseFacts } = letter;
  const title = titleText(document);
  const refusal = publication ? publicationRefusal(document) : null;
  if (refusal) throw new DafuError('PUBLICATION_REFUSED', { title, ...refusal });
  const counts = reviewCounts(document);
  if (review === 'refuse' && isReviewOpen(counts)) throw new DafuError('REVIEW_OPEN', { title, ...counts });
  const projection = review === 'reject' ? 'rejected' : 'accepted';
  if (!publication) {
    return { ...letter, document: project(document, projection), isPublic: false, redactions: [] };
  }
  const source = publicSource(document, projection, publication.options);
  const published = publicVersion(source, caseFacts, publication);
  refuseUnknownKeeps(publication.decisions, published.redactions);
  return { ...published, unit: { ...unit, form: 'plain' }, isPublic: true };
}

/** A letter may have changed since somebody decided; then what they kept may be something else now. */
function refuseUnknownKeeps(decisions: Decisions, redactions: readonly Redaction[]): void {
  const known = new Set(redactions.map(({ finding }) => finding.id));
  const lost = Object.entries(decisions).find(([id, action]) => action === 'keep' && !known.has(id));
  if (lost) throw new DafuError('NOT_FOUND', { what: 'finding', id: lost[0] });
}

/** What a public version of the letter would have to decide on; nothing for one that may not be published. */
export function findingsOf(
  { document, caseFacts }: Pick<Letter, 'document' | 'caseFacts'>,
  review: 'accept' | 'reject',
  options: PublicationOptions,
): Finding[] {
  if (publicationRefusal(document)) return [];
  const source = publicSource(document, review === 'reject' ? 'rejected' : 'accepted', options);
  return findPersonalData(source, caseFacts, options).map(withoutKey);
}
