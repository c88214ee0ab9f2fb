import { defaultTreeAdapter } from 'parse5';
import { formatNumber } from '#backend/word/read/number-format.ts';
import type { SourceStyle } from '../source.ts';
import { attribute, type HtmlElement } from './dom.ts';

export interface ListState {
  marker: 'bullet' | 'number' | 'none';
  /** Number format by its name in Word files; undefined: figures. */
  format: string | undefined;
  next: number;
  step: 1 | -1;
}

const chinese = 'chineseCounting';

/** Formats of the attribute `type` and of the style `list-style-type`. */
const formats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-ideographic': chinese,
  'cjk-decimal': 'ideographDigital',
  'simp-chinese-informal': chinese,
  'trad-chinese-informal': chinese,
};

/** State of a list before its first item: the attributes `start`, `reversed` and `type` of HTML. */
export function openList(element: HtmlElement): ListState {
  const isReversed = element.attrs.some(({ name }) => name === 'reversed');
  const start = wholeNumber(attribute(element, 'start')) ?? (isReversed ? itemsOf(element) : 1);
  const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribute(element, 'style'))?.[1]?.toLowerCase();
  const format = formats[styled ?? ''] ?? formats[attribute(element, 'type')];
  const isNumbered = element.tagName === 'ol' ? !/^(?:disc|circle|square)$/.test(styled ?? '') : format !== undefined;
  const marker = styled === 'none' ? 'none' : isNumbered ? 'number' : 'bullet';
  return { marker, format, next: start, step: isReversed ? -1 : 1 };
}

/** The hint for the next item of an open list, which it counts; none without a mark. `depth` counts from 1. */
export function nextItem(state: ListState, item: HtmlElement, depth: number): SourceStyle['list'] {
  const level = Math.min(depth, 4) as 1 | 2 | 3 | 4;
  const number = wholeNumber(attribute(item, 'value')) ?? state.next;
  state.next = number + state.step;
  if (state.marker === 'none') return undefined;
  if (state.marker === 'bullet') return { label: '·', style: 'bullet', level };
  const mark = state.format === chinese ? '、' : '.';
  return { label: formatNumber(state.format, number) + mark, style: 'decimal', level };
}

function wholeNumber(text: string): number | null {
  return /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

function itemsOf(list: HtmlElement): number {
  return list.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node) && node.tagName === 'li').length;
}
