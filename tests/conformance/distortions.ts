import type { Box } from '../support/render.ts';
import type { Exported, Printed } from './exports.ts';
import { lineOf, type Bar, type Character, type Page } from './measure/pages.ts';
import { partsOf, type PlacedLine } from './measure/parts.ts';

/** Ways in which a printed letter or its files can be wrong, to see that each rule notices at least one of them. */
export const distortions: Readonly<Record<string, (exported: Exported) => Exported>> = {
  'everything 3 mm to the right': onPages((page) => moved(page, (x) => x + 3, same)),
  'everything 3 mm lower': onPages((page) => moved(page, same, (y) => y + 3)),
  'everything 3 mm higher': onPages((page) => moved(page, same, (y) => y - 3)),
  'a tenth wider': onPages((page) => moved(page, (x) => x * 1.1, same)),
  'a tenth narrower': onPages((page) => moved(page, (x) => x * 0.9, same)),
  'a fifth taller': onPages((page) => moved(page, same, (y) => y * 1.2)),
  'half as tall': onPages((page) => moved(page, same, (y) => y / 2)),
  'another paper': onPages((page) => ({ ...page, width: page.width + 5, height: page.height + 5 })),
  'another typeface': onCharacters((character) => ({ ...character, font: 'Other' })),
  'larger type': onCharacters((character) => ({ ...character, size: character.size * 1.3 })),
  'blue text': onCharacters((character) => ({ ...character, color: '#0000ff' })),
  'red text': onCharacters((character) => ({ ...character, color: '#ff0000' })),
  'no red': onPages((page) => recolored(page, '#000000')),
  'other marks and figures': onCharacters((character) => ({
    ...character,
    text: otherText[character.text] ?? character.text,
  })),
  'marks before their words': onPages((page) => ({
    ...page,
    lines: page.lines.map((line) => lineOf([...line.characters.slice(-1), ...line.characters.slice(0, -1)])),
  })),
  'slashes at the ends of lines': onPages((page) => withText(page, (text, isLast) => (isLast ? '/' : text))),
  'connectors at the beginnings of lines': onPages((page) =>
    withText(page, (text, _isLast, index) => (index === 0 ? '～' : text)),
  ),
  'dashes at both ends of lines': onPages((page) =>
    withText(page, (text, isLast, index) => (isLast || index === 0 ? '—' : text)),
  ),
  'brackets at the ends of lines': onPages((page) => withText(page, (text, isLast) => (isLast ? '（' : text))),
  'no text': onPages((page) => ({ ...page, lines: [], turned: null })),
  'no rules': onPages((page) => ({ ...page, bars: [] })),
  'heavier rules': onPages((page) => ({
    ...page,
    bars: page.bars.map((bar) => ({ ...bar, bottom: bar.bottom + 1.2 })),
  })),
  'all rules alike': onPages((page) => ({
    ...page,
    bars: page.bars.map((bar) => ({ ...bar, bottom: bar.top + 0.1 })),
  })),
  'rules everywhere': onPages((page) => ({ ...page, bars: [...page.bars, ...strayBars] })),
  'a page in between': (exported) =>
    reprinted(exported, ({ pages }) => renumbered([...pages.slice(0, -1), emptyOf(pages.at(-1)), ...pages.slice(-1)])),
  'the first page empty': (exported) => reprinted(exported, ({ pages }) => renumbered([emptyOf(pages[0]), ...pages])),
  'each line on a page of its own': (exported) =>
    reprinted(exported, ({ pages }) =>
      renumbered(pages.flatMap((page) => page.lines.map((line) => ({ ...page, lines: [line] })))),
    ),
  'each line twice': onPages((page) => ({
    ...page,
    lines: page.lines.flatMap((line) => [
      line,
      lineOf(line.characters.map((one) => ({ ...one, baseline: one.baseline + 1 }))),
    ]),
  })),
  'all in one line': onPages((page) => ({
    ...page,
    lines: page.lines.length === 0 ? [] : [lineOf(page.lines.flatMap((line) => line.characters))],
  })),
  '（此页无正文）': onPages((page) => withText(page, (_text, _isLast, index) => '（此页无正文）'[index % 7] ?? '')),
  'every other line lost': onPages((page) => ({
    ...page,
    lines: page.lines.filter((_line, index) => index % 2 === 0),
  })),
  'imprints everywhere': onPages((page) => ({
    ...page,
    lines: page.lines.map((line) =>
      lineOf(
        line.characters.map((one, index) => ({
          ...one,
          text: '日印发'[index - line.characters.length + 3] ?? one.text,
        })),
      ),
    ),
  })),
  'lines of two characters less': onParts((line) => ({ ...line, own: lineOf(line.own.characters.slice(0, -2)) })),
  'turned lines elsewhere': onParts((line, index) => (index === 0 ? line : shifted(line, 6))),
  'lines over the edge': onParts((line) => shifted(line, 12)),
  'a title of many uneven lines': (exported) => ({
    ...exported,
    pdf: {
      ...exported.pdf,
      parts: exported.pdf.parts.map((part) => (part.kind === 'title' ? { ...part, lines: uneven(part.lines) } : part)),
    },
  }),
  'parts of the Word file lost': (exported) => ({
    ...exported,
    docx: { ...exported.docx, bytes: new Uint8Array([1]), parts: {} },
    pdfBytes: new Uint8Array([1]),
  }),
  'another Word file': (exported) => ({
    ...exported,
    docx: {
      ...exported.docx,
      parts: Object.fromEntries(
        Object.entries({ ...exported.docx.parts, 'docProps/core.xml': '<dc:creator>' }).map(([path, xml]) => [
          path,
          spoilt(xml),
        ]),
      ),
    },
  }),
};

const same = (value: number): number => value;
const otherText: Readonly<Record<string, string>> = {
  '：': ':',
  '。': '．',
  '（': '(',
  '）': ')',
  '—': '-',
  '、': '。',
  '.': '、',
  '〔': '[',
  附: '付',
  2: '二',
  日: '号',
};
const strayBars: readonly Bar[] = [60, 120, 180, 240, 258].flatMap((top) =>
  ['#000000', '#ff0000'].map((color) => ({ left: 20, right: 200, top, bottom: top + 0.3, color })),
);

function spoilt(xml: string): string {
  return xml
    .replaceAll(/ w:(top|left|right|bottom)="(\d{3,5})"/g, ' w:$1="1000"')
    .replaceAll('w:line="579"', 'w:line="600"')
    .replaceAll('仿宋_GB2312', '等线')
    .replaceAll('<w:widowControl w:val="0"/>', '')
    .replaceAll(/<w:autoSpaceD[EN] w:val="0"\/>/g, '')
    .replaceAll(/<w:outlineLvl[^>]*>/g, '')
    .replaceAll('<w:rPr>', '<w:rPr><w:b/>')
    .replaceAll('<w:r>', '<w:r w:rsidR="00AA00AA">')
    .replaceAll('w:eastAsia=', 'w:eastAsiaTheme="minorEastAsia" w:eastAsia=');
}

function reprinted(exported: Exported, change: (printed: Printed) => Page[]): Exported {
  const printed = (one: Printed): Printed => {
    const pages = change(one);
    return { ...one, pages, parts: partsOf(exported.case, pages) };
  };
  // The other way of printing stays as it was: rules that compare the two must notice.
  return { ...exported, pdf: printed(exported.pdf) };
}

function onPages(change: (page: Page) => Page): (exported: Exported) => Exported {
  return (exported) => reprinted(exported, ({ pages }) => pages.map(change));
}

function onCharacters(change: (character: Character) => Character): (exported: Exported) => Exported {
  return onPages((page) => ({ ...page, lines: page.lines.map((line) => lineOf(line.characters.map(change))) }));
}

function moved(page: Page, x: (value: number) => number, y: (value: number) => number): Page {
  const box = <T extends Box>(one: T): T => ({
    ...one,
    left: x(one.left),
    right: x(one.right),
    top: y(one.top),
    bottom: y(one.bottom),
  });
  return {
    ...page,
    lines: page.lines.map((line) =>
      lineOf(
        line.characters.map((one) => ({
          ...one,
          left: x(one.left),
          right: x(one.right),
          baseline: y(one.baseline),
          ink: one.ink && box(one.ink),
        })),
      ),
    ),
    bars: page.bars.map(box),
    turned: page.turned && { ...page.turned, dash: box(page.turned.dash) },
  };
}

function onParts(change: (line: PlacedLine, index: number) => PlacedLine): (exported: Exported) => Exported {
  return (exported) => ({
    ...exported,
    pdf: { ...exported.pdf, parts: exported.pdf.parts.map((part) => ({ ...part, lines: part.lines.map(change) })) },
  });
}

function shifted(line: PlacedLine, by: number): PlacedLine {
  return {
    ...line,
    own: lineOf(
      line.own.characters.map((one) => ({
        ...one,
        left: one.left + by,
        right: one.right + by,
        ink: one.ink && { ...one.ink, right: one.ink.right + by },
      })),
    ),
  };
}

/** Long, short, long, short; each breaks before 的. */
function uneven(lines: readonly PlacedLine[]): PlacedLine[] {
  const [first] = lines;
  if (!first) return [];
  const short = { ...first, own: lineOf(first.own.characters.slice(0, 2).map((one) => ({ ...one, text: '的' }))) };
  return [first, short, first, short];
}

function recolored(page: Page, color: string): Page {
  return {
    ...page,
    lines: page.lines.map((line) => lineOf(line.characters.map((one) => ({ ...one, color })))),
    bars: page.bars.map((bar) => ({ ...bar, color })),
  };
}

function withText(page: Page, change: (text: string, isLast: boolean, index: number) => string): Page {
  return {
    ...page,
    lines: page.lines.map((line) =>
      lineOf(
        line.characters.map((one, index) => ({
          ...one,
          text: change(one.text, index === line.characters.length - 1, index),
        })),
      ),
    ),
  };
}

const renumbered = (pages: readonly Page[]): Page[] => pages.map((page, index) => ({ ...page, number: index + 1 }));
const emptyOf = (page: Page | undefined): Page => ({
  ...(page ?? { number: 0, width: 210, height: 297 }),
  lines: [],
  bars: [],
  turned: null,
});
