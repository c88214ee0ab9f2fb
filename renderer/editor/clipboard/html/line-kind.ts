import type { Block, ListStyle } from '#shared/document/schema.ts';
import { typedNumber } from '#shared/document/typed-number.ts';
import { styleOf } from './element-style.ts';

/** What a line is beside a paragraph: a heading or an item of a list; undefined where the element does not say. */
export type LineKind = Pick<Block, 'type' | 'level' | 'props'> | undefined;

export function lineKindOf(element: Element): LineKind {
  const { tagName } = element;
  const style = styleOf(element);
  const outline = /^H([1-6])$/.exec(tagName)?.[1] ?? /mso-outline-level\s*:\s*([1-9])/i.exec(style)?.[1];
  if (outline !== undefined) return { type: 'heading', level: Math.min(4, Number(outline)) };
  if (tagName === 'LI') {
    const ordered = element.parentElement?.tagName === 'OL';
    return listItem(listDepth(element), ordered ? 'decimal' : 'bullet');
  }
  const wordLevel = /mso-list\s*:[^;]*level(\d)/i.exec(style)?.[1];
  return wordLevel === undefined ? undefined : wordListItem(element, Number(wordLevel));
}

function listItem(depth: number, list: ListStyle): LineKind {
  return { type: 'list-item', level: Math.min(4, Math.max(1, depth)), props: { list } };
}

function listDepth(item: Element): number {
  let depth = 0;
  for (let list = item.closest('ul,ol'); list; list = list.parentElement?.closest('ul,ol') ?? null) depth += 1;
  return depth;
}

/** Word keeps the printed label in a part marked to be ignored; it tells the kind of list, or a numbered heading. */
function wordListItem(element: Element, level: number): LineKind {
  const marker = [...element.querySelectorAll('[style]')].find((part) => /mso-list\s*:\s*ignore/i.test(styleOf(part)));
  const number = typedNumber(`${marker?.textContent?.trim() ?? ''} `);
  if (number?.list === null) return { type: 'heading', level: number.level ?? 1 };
  return listItem(level, number?.list ?? 'bullet');
}
