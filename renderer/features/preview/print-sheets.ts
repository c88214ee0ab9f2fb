import type { PagePicture } from '#shared/contract/preview.ts';
import type { OutlineShelf } from './outline-shelf.ts';
import type { SheetSize } from './page-store.ts';
import './print-sheets.css';

const SVG = 'http://www.w3.org/2000/svg';

export interface PrintPage {
  sheet: SheetSize;
  picture: PagePicture;
}

/**
 * The pages as the document's print view: one sheet of A4 each, drawn with the outlines themselves, so that the printer
 * gets lines and not pixels. A landscape page is turned upright with its head at the left, as it lies in the paper tray.
 */
export class PrintSheets {
  readonly #shelf: OutlineShelf;
  readonly #holder = document.createElement('div');
  readonly #outlines = element('defs', {});
  readonly #known = new Set<number>();

  constructor(shelf: OutlineShelf) {
    this.#shelf = shelf;
    this.#holder.dataset['printSheets'] = '';
    this.#holder.setAttribute('aria-hidden', 'true');
    document.documentElement.dataset['printing'] = '';
    document.body.append(this.#holder);
  }

  add({ sheet, picture }: PrintPage): void {
    const { width, height } = sheet;
    const isLandscape = width > height;
    const svg = element('svg', { viewBox: isLandscape ? `0 0 ${height} ${width}` : `0 0 ${width} ${height}` });
    const page = element('g', isLandscape ? { transform: `matrix(0 -1 1 0 0 ${width})` } : {});
    // Characters over rules, as on the screen.
    for (const { path, matrix, fill, stroke } of picture.shapes) {
      page.append(
        element('path', {
          d: path,
          transform: `matrix(${matrix.join(' ')})`,
          fill: fill ?? 'none',
          ...(stroke && { stroke: stroke.color, 'stroke-width': String(stroke.width) }),
        }),
      );
    }
    for (const { fill, stroke, matrix, glyphs, at } of picture.runs) {
      const run = element('g', {
        fill,
        ...(stroke > 0 && { stroke: fill, 'stroke-width': String(stroke), 'stroke-miterlimit': '4' }),
      });
      for (const [index, number] of glyphs.entries()) {
        this.#know(number);
        const place = `${at[2 * index] ?? 0} ${at[2 * index + 1] ?? 0}`;
        run.append(element('use', { href: `#${idOf(number)}`, transform: `matrix(${matrix.join(' ')} ${place})` }));
      }
      page.append(run);
    }
    if (!this.#outlines.isConnected) svg.append(this.#outlines);
    svg.append(page);
    const place = document.createElement('div');
    place.dataset['printSheet'] = '';
    place.append(svg);
    this.#holder.append(place);
  }

  remove(): void {
    this.#holder.remove();
    delete document.documentElement.dataset['printing'];
  }

  #know(number: number): void {
    if (this.#known.has(number)) return;
    this.#known.add(number);
    this.#outlines.append(element('path', { id: idOf(number), d: this.#shelf.path(number) }));
  }
}

function idOf(number: number): string {
  return `dafu-outline-${number}`;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
