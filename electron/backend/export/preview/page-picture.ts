import type { GlyphRun, PagePicture, PageShape } from '#shared/contract/preview.ts';
import { strictAssert } from '#shared/lib/assert.ts';

/** a, b, c, d, e, f as in SVG: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const tag = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const attribute = /([\w:-]+)="([^"]*)"/g;

/**
 * Reads the drawing of one page: groups, paths and characters, which is all that a letter draws. Anything else fails
 * loudly: a page must not be shown without a part of it.
 *
 * @param body markup inside the page's own group
 * @param outlineNumber number of the outline with this id
 */
export function readPicture(body: string, outlineNumber: (id: string) => number): PagePicture {
  const runs: GlyphRun[] = [];
  const shapes: PageShape[] = [];
  const stack: Matrix[] = [];
  let current = identity;
  let run: GlyphRun | undefined;
  let runKey = '';
  for (const [, closing, name, text = '', selfClosing] of body.matchAll(tag)) {
    if (closing === '/') {
      strictAssert(name === 'g', `unexpected end of ${name}`);
      current = stack.pop() ?? identity;
      continue;
    }
    const attributes: Record<string, string | undefined> = {};
    for (const [, key = '', value = ''] of text.matchAll(attribute)) attributes[key] = value;
    const transform = attributes['transform'];
    const own = transform === undefined ? current : multiplied(current, matrixOf(transform));
    switch (name) {
      case 'g':
        strictAssert(attributes['clip-path'] === undefined, 'clipping is not drawn');
        if (selfClosing === '/') break;
        stack.push(current);
        current = own;
        break;
      case 'path':
        shapes.push(shapeOf(attributes, own));
        break;
      case 'use': {
        const fill = colorOf(attributes['fill']) ?? '#000000';
        const stroke = strokeOf(attributes)?.width ?? 0;
        const [a, b, c, d, e, f] = own;
        const key = `${fill} ${stroke} ${a} ${b} ${c} ${d}`;
        if (run === undefined || key !== runKey) {
          run = { fill, stroke, matrix: [a, b, c, d], glyphs: [], at: [] };
          runKey = key;
          runs.push(run);
        }
        const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)];
        run.glyphs.push(outlineNumber(attributes['xlink:href']?.slice(1) ?? ''));
        run.at.push(rounded(a * x + c * y + e), rounded(b * x + d * y + f));
        break;
      }
      default:
        throw new Error(`a page with <${name}> cannot be drawn`);
    }
  }
  return { runs, shapes };
}

function shapeOf(attributes: Record<string, string | undefined>, matrix: Matrix): PageShape {
  return {
    path: attributes['d'] ?? '',
    matrix: [...matrix],
    fill: colorOf(attributes['fill']),
    stroke: strokeOf(attributes),
  };
}

function strokeOf(attributes: Record<string, string | undefined>): PageShape['stroke'] {
  const color = colorOf(attributes['stroke']);
  return color === null ? null : { color, width: Number(attributes['stroke-width'] ?? 1) };
}

function colorOf(value: string | undefined): string | null {
  if (value === undefined || value === 'none') return null;
  strictAssert(/^#[0-9a-f]{6}$/.test(value), `unexpected colour ${value}`);
  return value;
}

function matrixOf(transform: string): Matrix {
  const numbers = /^matrix\(([^)]*)\)$/
    .exec(transform)?.[1]
    ?.split(/[\s,]+/)
    .map(Number);
  strictAssert(numbers?.length === 6 && numbers.every(Number.isFinite), `unexpected transform ${transform}`);
  return numbers as Matrix;
}

function multiplied(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Hundredths of a point: finer than a pixel at any zoom. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
