import type { DrawnLetter } from '#backend/export/pdf/index.ts';
import type { TypstMark } from '#backend/export/pdf/compiler.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { markParts, type PagePicture, type PreviewMark } from '#shared/contract/preview.ts';
import { OutlineBook } from './outline-book.ts';
import { pageFacts } from './page-facts.ts';
import { readPicture } from './page-picture.ts';
import { svgPages, type SvgPage } from './svg-pages.ts';

export type PageWish = Pick<Input<'preview.render'>, 'known' | 'knownPages' | 'wanted' | 'tryTighter'>;

/** Renderings whose pages are kept for `pictures`: the letter beside the text, the sample in the settings. */
const KEPT_RENDERINGS = 3;

export interface PreviewPages {
  /** What of a drawn letter the window lacks. */
  pages(drawn: DrawnLetter, wish: PageWish): Output<'preview.render'>;
  pictures(input: Input<'preview.pictures'>): Output<'preview.pictures'>;
}

export function createPreviewPages(newId: () => string): PreviewPages {
  const book = new OutlineBook(newId);
  /** Newest last. */
  let renderings: Map<string, SvgPage>[] = [];
  /** By hash; good for one epoch of the book. */
  let pictures = new Map<string, PagePicture>();
  let picturesEpoch = book.epoch;

  function keep(pages: SvgPage[]): void {
    const rendering = new Map(pages.map((page) => [page.hash, page]));
    renderings = [...renderings, rendering].slice(-KEPT_RENDERINGS);
    if (picturesEpoch !== book.epoch) pictures.clear();
    picturesEpoch = book.epoch;
    pictures = new Map([...pictures].filter(([hash]) => renderings.some((kept) => kept.has(hash))));
  }

  function pictureOf(page: SvgPage): PagePicture {
    const known = pictures.get(page.hash);
    if (known) return known;
    const picture = readPicture(page.body, (id) => book.numberOf(id));
    pictures.set(page.hash, picture);
    return picture;
  }

  return {
    pages(drawn, { known, knownPages, wanted }) {
      const { svg, marks, substitutions } = drawn;
      book.learn(svg);
      const pages = svgPages(svg);
      keep(pages);
      const has = new Set(known.epoch === book.epoch ? knownPages : []);
      // Other marks serve the export (where the letter ends).
      const places = marks.map(placeOf).filter(({ blockId, part }) => blockId !== null || part !== null);
      const facts = pageFacts(pages, places, (page) => pictureOf(pages[page - 1] as SvgPage), drawn);
      for (const { wanted: font, used } of substitutions) {
        facts.warnings.push({ kind: 'font', wanted: font, used });
      }
      return {
        outlines: book.since(known),
        pages: pages.map((page, index) => {
          const { hash, width, height } = page;
          const isWanted = wanted === undefined || (index + 1 >= wanted.first && index + 1 <= wanted.last);
          return { hash, width, height, ...(isWanted && !has.has(hash) && { picture: pictureOf(page) }) };
        }),
        marks: places,
        facts: { ...facts, substitutions },
      };
    },
    pictures({ known, hashes }) {
      // Pages drawn in an older epoch name outlines that are gone; the window renders again.
      const kept = renderings.flatMap((rendering) =>
        hashes.flatMap((hash) => {
          const page = rendering.get(hash);
          return page === undefined || picturesEpoch !== book.epoch ? [] : [page];
        }),
      );
      const found = new Map(kept.map((page) => [page.hash, page]));
      return {
        outlines: book.since(known),
        pictures: [...found].map(([hash, page]) => ({ hash, picture: pictureOf(page) })),
      };
    },
  };
}

function placeOf({ name, at }: TypstMark): PreviewMark {
  const blockId = name.startsWith('block:') ? name.slice('block:'.length) : null;
  const part = markParts.find((known) => known === name) ?? null;
  return { blockId, part, page: at.page, x: points(at.x), y: points(at.y) };
}

function points(length: string): number {
  const value = /^(-?[\d.]+)pt$/.exec(length)?.[1];
  if (value === undefined) throw new Error(`not a length in pt: ${length}`);
  return Number(value);
}
