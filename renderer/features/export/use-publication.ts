import { create } from 'zustand';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Publication } from '#shared/contract/exports.ts';
import type { Decisions, Finding, FindingAction, PublicationOptions } from '#shared/document/redaction/finding.ts';
import { isReviewOpen } from '#shared/document/review-state.ts';
import { jumpTo, type JumpTarget } from '../../shell/navigation/jump.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { useQueryCall } from '../../rpc/hooks.ts';

export type ReviewedLetter = Output<'exports.review'>['letters'][number];

export interface LetterFindings {
  letter: ReviewedLetter;
  findings: Finding[];
}

/** What was chosen, while the app runs. */
interface Choices {
  /** The person went into a letter from the dialog, and comes back to it. */
  isAway: boolean;
  /** Letters the decisions are about. */
  subject: string;
  version: 'full' | 'public';
  review: 'accept' | 'reject' | null;
  decisions: Record<string, Decisions>;
  /** What is kept was looked at once more and confirmed. */
  isKeptConfirmed: boolean;
}

const fresh = { isAway: false, version: 'full', review: null, decisions: {}, isKeptConfirmed: false } as const;

const useChoices = create<Choices>(() => ({ ...fresh, subject: '' }));

/**
 * Begins with the full version, unless somebody comes back from a jump into these letters. What becomes of each finding
 * stays with the letters it was decided for; what opens the door to what is private is asked each time.
 */
export function beginExport(documentIds: readonly string[]): void {
  const subject = documentIds.join(' ');
  useChoices.setState(({ subject: before, isAway, version, decisions }) => ({
    ...fresh,
    subject,
    ...(before === subject && { decisions, ...(isAway && { version }) }),
  }));
}

/** Out of the dialog to a place in a letter; the dialog finds its choices when it is opened again. */
export async function jumpFromExport(target: JumpTarget, close: () => void): Promise<void> {
  useChoices.setState({ isAway: true });
  close();
  await jumpTo(target);
}

export interface PublicationState extends Omit<Choices, 'subject' | 'isAway'> {
  /** Of the unit, so it stays from one export to the next. */
  options: PublicationOptions;
  setVersion: (version: 'full' | 'public') => void;
  setReview: (review: 'accept' | 'reject') => void;
  setOptions: (change: Partial<PublicationOptions>) => void;
  decide: (documentId: string, finding: Finding, action: FindingAction) => void;
  confirmKept: (isConfirmed: boolean) => void;
  actionOf: (documentId: string, finding: Finding) => FindingAction;
  /** Null while they are read. */
  letters: ReviewedLetter[] | null;
  /** Letters that may be published, with what was found in them. Null while it is looked for. */
  found: LetterFindings[] | null;
  error: WireError | null;
  /** Letters with open comments or tracked changes. */
  openReviews: ReviewedLetter[];
  kept: { letter: ReviewedLetter; finding: Finding }[];
  /** What the export is told; null while something is still to be decided. */
  request: { review?: 'accept' | 'reject'; publication?: Publication } | null;
}

export function usePublication(documentIds: string[]): PublicationState {
  const choices = useChoices();
  const options = usePanels(({ publication }) => publication);
  const { version, review, decisions } = choices;
  const isPublic = version === 'public';
  const reviewed = useQueryCall('exports.review', { documentIds });
  const letters = reviewed.data?.letters ?? null;
  const concerned = (letters ?? []).filter((letter) => !isPublic || letter.refusal === null);
  const open = concerned.filter((letter) => isReviewOpen(letter.review));
  const search = useQueryCall(
    'exports.findPersonalData',
    { documentIds: concerned.map(({ documentId }) => documentId), review: review ?? 'accept', options },
    { enabled: isPublic && concerned.length > 0, keepPrevious: true },
  );
  const found = isPublic && concerned.length > 0 ? foundIn(concerned, search.data) : [];

  const actionOf = (documentId: string, { id, suggestion }: Finding): FindingAction =>
    decisions[documentId]?.[id] ?? suggestion;
  const kept = (found ?? []).flatMap(({ letter, findings }) =>
    findings
      .filter((finding) => actionOf(letter.documentId, finding) === 'keep')
      .map((finding) => ({ letter, finding })),
  );
  const isDecided =
    letters !== null &&
    (open.length === 0 || review !== null) &&
    (!isPublic || (concerned.length > 0 && found !== null && !search.isPlaceholderData)) &&
    (kept.length === 0 || choices.isKeptConfirmed);
  const publication = { options, decisions: decidedFor(found ?? [], actionOf) };
  return {
    ...choices,
    options,
    setVersion: (next) => useChoices.setState({ version: next, isKeptConfirmed: false }),
    setReview: (next) => useChoices.setState({ review: next }),
    setOptions(change) {
      usePanels.setState({ publication: { ...options, ...change } });
      useChoices.setState({ isKeptConfirmed: false });
    },
    decide: (documentId, { id }, action) =>
      useChoices.setState({
        decisions: { ...decisions, [documentId]: { ...decisions[documentId], [id]: action } },
        isKeptConfirmed: false,
      }),
    confirmKept: (isKeptConfirmed) => useChoices.setState({ isKeptConfirmed }),
    actionOf,
    letters,
    found,
    error: reviewed.error ?? (isPublic ? search.error : null),
    openReviews: open,
    kept,
    request: isDecided
      ? { ...(open.length > 0 && review !== null && { review }), ...(isPublic && { publication }) }
      : null,
  };
}

function foundIn(
  letters: readonly ReviewedLetter[],
  data: Output<'exports.findPersonalData'> | undefined,
): LetterFindings[] | null {
  if (!data) return null;
  return letters.map((letter) => ({
    letter,
    findings: data.letters.find(({ documentId }) => documentId === letter.documentId)?.findings ?? [],
  }));
}

/** Every finding on the screen with what was shown beside it: the export does just that. */
function decidedFor(
  found: readonly LetterFindings[],
  actionOf: PublicationState['actionOf'],
): Record<string, Decisions> {
  return Object.fromEntries(
    found.map(({ letter: { documentId }, findings }) => [
      documentId,
      Object.fromEntries(findings.map((finding) => [finding.id, actionOf(documentId, finding)])),
    ]),
  );
}
