import type { DocumentSummary } from '#shared/contract/documents.ts';
import type { Input } from '#shared/contract/index.ts';

type SortKey = Input<'documents.list'>['sort'];

/** By pronunciation, and numbers inside texts by value: 9, 68, 0529. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

const compare: Record<SortKey, (a: DocumentSummary, b: DocumentSummary) => number> = {
  updatedAt: (a, b) => a.updatedAt - b.updatedAt,
  dueOn: (a, b) => collator.compare(a.dueOn ?? '', b.dueOn ?? ''),
  caseNumber: (a, b) => collator.compare(a.caseNumber, b.caseNumber),
  title: (a, b) => collator.compare(a.title, b.title),
};

const isEmpty: Record<SortKey, (summary: DocumentSummary) => boolean> = {
  updatedAt: () => false,
  dueOn: ({ dueOn }) => dueOn === null,
  caseNumber: ({ caseNumber }) => caseNumber === '',
  title: ({ title }) => title === '',
};

/** What has no value stands last in both directions; equals stay in the order they came. */
export function sortSummaries(
  summaries: readonly DocumentSummary[],
  sort: SortKey,
  direction: 'asc' | 'desc',
): DocumentSummary[] {
  const sign = direction === 'asc' ? 1 : -1;
  return summaries.toSorted((a, b) => {
    const emptiness = Number(isEmpty[sort](a)) - Number(isEmpty[sort](b));
    return emptiness !== 0 ? emptiness : sign * compare[sort](a, b);
  });
}
