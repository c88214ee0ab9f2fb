import type { BodyElement, CellElement, ElementOf } from '../letter/element.ts';
import { escapeHtml, spansMarkup, tag } from './markup.ts';

/** Body of the letter or of an attachment. `topLevel` is the level of its first headings, 2 under the title. */
export function bodyMarkup(elements: readonly BodyElement[], topLevel: number): string {
  const parts: string[] = [];
  let list: ElementOf<'list-item'>[] = [];
  const closeList = () => {
    if (list.length > 0) parts.push(listMarkup(list));
    list = [];
  };
  for (const element of elements) {
    if (element.kind === 'list-item') {
      list.push(element);
      continue;
    }
    closeList();
    parts.push(blockMarkup(element, topLevel));
  }
  closeList();
  return parts.join('\n');
}

function blockMarkup(element: Exclude<BodyElement, ElementOf<'list-item'>>, topLevel: number): string {
  switch (element.kind) {
    case 'heading':
      return headingMarkup(element, topLevel);
    case 'paragraph':
      return tag('p', element.align === 'left' ? {} : { class: element.align }, spansMarkup(element.spans));
    case 'table':
      return tableMarkup(element);
    case 'page-break':
      return '<div class="page-break"></div>';
  }
}

/** A heading with text on its line is a paragraph that begins with it: HTML headings stand alone. */
function headingMarkup(heading: ElementOf<'heading'>, topLevel: number): string {
  const level = Math.min(6, topLevel + heading.level - 1);
  const content = escapeHtml(heading.label) + spansMarkup(heading.spans);
  if (heading.bodySpans.length === 0) return tag(`h${level}`, { class: `level-${heading.level}` }, content);
  const role = { class: `level-${heading.level}`, role: 'heading', 'aria-level': `${level}` };
  return tag('p', { class: 'run-in' }, tag('span', role, content) + spansMarkup(heading.bodySpans));
}

/** Deeper items are a list inside the item before them. The labels are text: they are computed, and numbers of law. */
function listMarkup(items: readonly ElementOf<'list-item'>[]): string {
  let markup = '<ul>';
  const depths: number[] = [];
  for (const { depth, label, spans } of items) {
    const current = depths.at(-1);
    if (current === undefined) depths.push(depth);
    else if (depth > current) {
      markup += '<ul>';
      depths.push(depth);
    } else {
      markup += '</li>';
      while (depths.length > 1 && depth < (depths.at(-1) ?? 0)) {
        markup += '</ul></li>';
        depths.pop();
      }
    }
    markup += `<li>${tag('span', { class: 'label' }, escapeHtml(label))}${spansMarkup(spans)}`;
  }
  return `${markup}</li>${'</ul></li>'.repeat(depths.length - 1)}</ul>`;
}

function tableMarkup({ headerRows, columns, rows }: ElementOf<'table'>): string {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const widths = columns.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
  const rowMarkup = (cells: readonly CellElement[], isHead: boolean) =>
    tag('tr', {}, cells.map((cell) => cellMarkup(cell, isHead)).join(''));
  const head = rows.slice(0, headerRows).map((cells) => rowMarkup(cells, true));
  const body = rows.slice(headerRows).map((cells) => rowMarkup(cells, false));
  return tag(
    'table',
    {},
    `<colgroup>${widths}</colgroup>` +
      (head.length > 0 ? tag('thead', {}, head.join('')) : '') +
      (body.length > 0 ? tag('tbody', {}, body.join('')) : ''),
  );
}

function cellMarkup({ colSpan, rowSpan, paragraphs }: CellElement, isHead: boolean): string {
  const attributes = {
    ...(isHead && { scope: colSpan > 1 ? 'colgroup' : 'col' }),
    ...(colSpan > 1 && { colspan: `${colSpan}` }),
    ...(rowSpan > 1 && { rowspan: `${rowSpan}` }),
  };
  const content = paragraphs.map(({ label, spans, align }) =>
    tag('p', align === 'left' ? {} : { class: align }, escapeHtml(label) + spansMarkup(spans)),
  );
  return tag(isHead ? 'th' : 'td', attributes, content.join(''));
}
