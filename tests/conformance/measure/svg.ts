import type { Box } from '../../support/render.ts';

/** Shapes of one page, in mm from its upper left corner. */
export interface Drawing {
  glyphs: DrawnGlyph[];
  /** Filled rectangles and straight strokes. */
  bars: Bar[];
}
export interface DrawnGlyph {
  /** Pen position. */
  x: number;
  baseline: number;
  /** What is really inked; null for a blank. */
  ink: Box | null;
  color: string;
}
export interface Bar extends Box {
  color: string;
}

const mmOfPt = 25.4 / 72;
const glyphPattern = /^<symbol[^>]* id="([^"]+)">\n((?:(?!<\/symbol>)[^\n]*\n)*)/gm;
const usePattern = /xlink:href="#(glyph[^"]+)" x="([-\d.]+)" y="([-\d.]+)"/;

/** Reads what `pdftocairo -svg` writes: one drawing a page. */
export function drawingsOf(svg: string): Drawing[] {
  const outlines = new Map<string, string>();
  for (const [, id = '', body = ''] of svg.matchAll(glyphPattern))
    outlines.set(id, / d="([^"]*)"/.exec(body)?.[1] ?? '');
  const inks = new Map<string, Box | null>();
  const inkOf = (id: string): Box | null => {
    let ink = inks.get(id);
    if (ink === undefined) {
      ink = boundsOf(outlines.get(id) ?? '');
      inks.set(id, ink);
    }
    return ink;
  };
  const pages = svg.includes('<page>') ? svg.split(/^<page>$/m).slice(1) : [svg.slice(svg.lastIndexOf('</defs>'))];
  return pages.map((page) => drawingOf(page, inkOf));
}

function drawingOf(page: string, inkOf: (id: string) => Box | null): Drawing {
  const drawing: Drawing = { glyphs: [], bars: [] };
  let color = '#000000';
  for (const line of page.split('\n')) {
    if (line.startsWith('<g ')) color = colorOf(line, 'fill') ?? color;
    const use = usePattern.exec(line);
    if (use) {
      const [x, y] = [Number(use[2]), Number(use[3])];
      const ink = inkOf(use[1] ?? '');
      drawing.glyphs.push({
        x: x * mmOfPt,
        baseline: y * mmOfPt,
        ink: ink && toMm({ left: ink.left + x, right: ink.right + x, top: ink.top + y, bottom: ink.bottom + y }),
        color,
      });
    } else if (line.startsWith('<path')) {
      const bar = barOf(line);
      if (bar) drawing.bars.push(bar);
    }
  }
  return { ...drawing, bars: joined(drawing.bars) };
}

/** A rectangle or one straight stroke; anything else is a picture of a character. */
function barOf(path: string): Bar | undefined {
  const numbers = [...(/ d="([^"]*)"/.exec(path)?.[1] ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  if (/ d="[^"]*C/.test(path) || numbers.length < 4 || numbers.length > 12) return undefined;
  const matrix = /transform="matrix\(([^)]*)\)"/.exec(path)?.[1]?.split(',').map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix ?? [];
  const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
  const xs = points.map(({ x, y }) => a * x + c * y + e);
  const ys = points.map(({ x, y }) => b * x + d * y + f);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const fill = colorOf(path, 'fill');
  if (fill !== undefined) return { ...toMm(box), color: fill };
  const stroke = colorOf(path, 'stroke');
  const half = (Number(/stroke-width:([\d.]+)/.exec(path)?.[1] ?? 0) * Math.abs(d || b)) / 2;
  const isLevel = box.bottom - box.top < 0.01;
  if (stroke === undefined || (!isLevel && box.right - box.left > 0.01)) return undefined;
  return {
    ...toMm({
      left: box.left - (isLevel ? 0 : half),
      right: box.right + (isLevel ? 0 : half),
      top: box.top - (isLevel ? half : 0),
      bottom: box.bottom + (isLevel ? half : 0),
    }),
    color: stroke,
  };
}

/** Bars drawn twice, or in pieces one after the other (the cells of a row), as one. */
function joined(bars: readonly Bar[]): Bar[] {
  const kept: Bar[] = [];
  for (const bar of [...bars].sort((p, q) => p.top - q.top || p.left - q.left)) {
    const same = kept.find(
      (other) =>
        other.color === bar.color &&
        Math.abs(other.top - bar.top) < 0.02 &&
        Math.abs(other.bottom - bar.bottom) < 0.02 &&
        bar.left < other.right + 0.3,
    );
    if (same) same.right = Math.max(same.right, bar.right);
    else kept.push({ ...bar });
  }
  return kept;
}

function colorOf(markup: string, property: string): string | undefined {
  const rgb = new RegExp(`[ ;"]${property}:rgb\\(([\\d.]+)%,([\\d.]+)%,([\\d.]+)%\\)`).exec(markup)?.slice(1);
  return (
    rgb &&
    `#${rgb
      .map((share) =>
        Math.round(Number(share) * 2.55)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
  );
}

/** Bounds of an outline by its points; control points of its curves lie close enough to the ink. */
function boundsOf(outline: string): Box | null {
  const numbers = [...outline.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  if (numbers.length === 0) return null;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [x = 0, y = 0] = [numbers[index], numbers[index + 1]];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function toMm({ left, right, top, bottom }: Box): Box {
  return { left: left * mmOfPt, right: right * mmOfPt, top: top * mmOfPt, bottom: bottom * mmOfPt };
}
