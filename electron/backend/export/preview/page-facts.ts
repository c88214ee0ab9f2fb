import { margin, mmToPt } from '#backend/export/letter/measures.ts';
import type { DrawnLetter } from '#backend/export/pdf/index.ts';
import type { PagePicture, PreviewFacts, PreviewMark, PreviewWarning } from '#shared/contract/preview.ts';

/** More lines than this look wrong over a letter (GB/T 9704-2012, 7.3.1: 分一行或多行居中排布; three is the custom). */
const MOST_TITLE_LINES = 3;

interface SizedPage {
  width: number;
  height: number;
}

/**
 * What can be said of the pages as they are drawn.
 *
 * @param pictureOf draws a page, from 1; only the few that are asked about are drawn
 */
export function pageFacts(
  pages: readonly SizedPage[],
  marks: readonly PreviewMark[],
  pictureOf: (page: number) => PagePicture,
  { page: layout, ending, marks: placed }: Pick<DrawnLetter, 'page' | 'ending' | 'marks'>,
): Omit<PreviewFacts, 'substitutions'> {
  const top = mmToPt(margin.top + layout.offset.y);
  const baselines = (page: number): number[] => {
    const { height = 0 } = pages[page - 1] ?? {};
    const [upper, lower] = [top, height - mmToPt(margin.bottom)];
    const found = new Set<number>();
    for (const { at } of pictureOf(page).runs) {
      for (let index = 1; index < at.length; index += 2) {
        const y = at[index] ?? 0;
        if (y > upper && y < lower) found.add(Math.round(y));
      }
    }
    return [...found].sort((a, b) => a - b);
  };

  // A letter without signature and notes ends with its text; it has no attachments either.
  const lastPage = placed.some(({ name }) => name === 'end') ? ending.pages : pages.length;
  const colophon = marks.find(({ part }) => part === 'colophon');
  const last = baselines(lastPage).findLast((y) => colophon?.page !== lastPage || y < colophon.y - 1);
  const warnings: PreviewWarning[] = [];

  const title = marks.find(({ part }) => part === 'title');
  if (title) {
    const next = marks.find((mark) => mark.page === title.page && mark.y > title.y + 1);
    const lines = baselines(title.page).filter((y) => y >= title.y - 1 && y < (next?.y ?? Infinity) - 1).length;
    if (lines > MOST_TITLE_LINES) warnings.push({ kind: 'title-lines', page: title.page, lines });
  }
  if (ending.pages > 1 && (ending.isSignatureAlone || ending.tighterPitch !== null)) {
    const { pages: page, lastPageTextLines: lines, tighterPitch } = ending;
    warnings.push({ kind: 'left-over', page, lines, tighterPitch });
  }
  return {
    pages: pages.length,
    lastPage,
    lastPageLines: last === undefined ? 0 : Math.ceil((last - top) / layout.linePitch),
    linesPerPage: layout.linesPerPage,
    warnings,
  };
}
