import { createHash } from 'node:crypto';
import { strictAssert } from '#shared/lib/assert.ts';

/** One page as the compiler drew it; lengths in pt. */
export interface SvgPage {
  /** Of `body`, which does not name the page's place among the others. */
  hash: string;
  width: number;
  height: number;
  /** Markup inside the page's own group. */
  body: string;
}

const INDENT = '\n    ';

/**
 * Takes the one SVG of all pages apart. Each page is a white sheet followed by one group that is moved to its place.
 */
export function svgPages(svg: string): SvgPage[] {
  const pages: SvgPage[] = [];
  const sheet =
    /^ {4}<path class="typst-shape" fill="#ffffff" fill-rule="nonzero"(?: transform="[^"]*")? d="M 0 0v ([\d.]+) h ([\d.]+) v -[\d.]+ Z "\/>$/gm;
  for (let found = sheet.exec(svg); found !== null; found = sheet.exec(svg)) {
    const opening = svg.indexOf(`${INDENT}<g`, sheet.lastIndex - 1);
    strictAssert(opening === sheet.lastIndex, 'a sheet is followed by its page');
    const start = svg.indexOf('>', opening) + 1;
    const isEmpty = svg[start - 2] === '/';
    const end = isEmpty ? start : svg.indexOf(`${INDENT}</g>`, start);
    strictAssert(end !== -1, 'a page ends');
    const body = svg.slice(start, end);
    const [, height, width] = found;
    const hash = createHash('sha1').update(`${width} ${height}`).update(body).digest('base64url');
    pages.push({ hash, width: Number(width), height: Number(height), body });
    sheet.lastIndex = end;
  }
  strictAssert(pages.length > 0, 'a letter has a page');
  return pages;
}
