import { $isTableNode, type TableNode } from '@lexical/table';
import { $getNearestNodeFromDOMNode, $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { write } from '../write/write.ts';

/** How near the pointer must come to a border between two columns, in px on the screen. */
const REACH = 5;
/** No column gets narrower than two characters of table text, in CSS px. */
const NARROWEST = 40;

/** A border between two columns under the pointer. */
interface Border {
  key: NodeKey;
  element: HTMLTableElement;
  /** The column left of it. */
  column: number;
  widths: readonly number[];
  /** Screen px for one CSS px of the table. */
  scale: number;
}

/**
 * Borders between columns are dragged; what one column gains the next one loses, so that the table stays as wide as the
 * type area. While dragging only the page changes; the letter changes once, when the pointer is let go.
 */
export function registerColumnWidths(editor: LexicalEditor): () => void {
  let drag: { border: Border; from: number; widths: number[] } | null = null;

  const borderAt = (event: PointerEvent): Border | null => {
    const target = event.target instanceof Element ? event.target : null;
    const element = target?.closest<HTMLTableElement>('table');
    if (!element || !editor.isEditable() || !isAtEdge(target?.closest('td, th'), event.clientX)) return null;
    return editor.read(() => {
      const table = $getNearestNodeFromDOMNode(element);
      const widths = $isTableNode(table) ? table.getColWidths() : undefined;
      if (!$isTableNode(table) || !widths || widths.length < 2) return null;
      const box = element.getBoundingClientRect();
      const scale = box.width / widths.reduce((sum, width) => sum + width, 0);
      let edge = box.left;
      for (let column = 0; column < widths.length - 1; column += 1) {
        edge += (widths[column] ?? 0) * scale;
        if (Math.abs(event.clientX - edge) <= REACH) return { key: table.getKey(), element, column, widths, scale };
      }
      return null;
    });
  };
  const onMove = (event: PointerEvent) => {
    const root = editor.getRootElement();
    if (!drag) {
      if (event.buttons === 0) root?.classList.toggle('letter-resizing', borderAt(event) !== null);
      return;
    }
    const { border, from } = drag;
    drag.widths = shifted(border, (event.clientX - from) / border.scale);
    drawWidths(border.element, drag.widths);
  };
  const onDown = (event: PointerEvent) => {
    const border = event.button === 0 && !editor.isComposing() ? borderAt(event) : null;
    if (!border) return;
    // Neither a caret nor a selection of cells.
    event.preventDefault();
    event.stopImmediatePropagation();
    drag = { border, from: event.clientX, widths: [...border.widths] };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp, { once: true });
    window.addEventListener('pointercancel', onCancel, { once: true });
  };
  const end = () => {
    drag = null;
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
  };
  const onUp = () => {
    if (!drag) return;
    const { border, widths } = drag;
    end();
    if (widths.every((width, column) => width === border.widths[column])) return;
    const isDone = write(editor, 'columnWidths', () => {
      const table = $getNodeByKey<TableNode>(border.key);
      return $isTableNode(table) && table.setColWidths(widths) !== undefined;
    });
    if (!isDone) drawWidths(border.element, border.widths);
  };
  const onCancel = () => {
    if (drag) drawWidths(drag.border.element, drag.border.widths);
    end();
  };
  // The table package listens for the mouse on the table itself and would begin a selection of cells.
  const onMouseDown = (event: MouseEvent) => {
    if (!drag) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('pointermove', onMove);
    previous?.removeEventListener('pointerdown', onDown, { capture: true });
    previous?.removeEventListener('mousedown', onMouseDown, { capture: true });
    root?.addEventListener('pointermove', onMove);
    root?.addEventListener('pointerdown', onDown, { capture: true });
    root?.addEventListener('mousedown', onMouseDown, { capture: true });
    if (!root) end();
  });
}

/** A merged cell covers borders between columns: only where a cell ends is one to be seen and taken hold of. */
function isAtEdge(cell: Element | null | undefined, x: number): boolean {
  const box = cell?.getBoundingClientRect();
  return !box || Math.min(Math.abs(x - box.left), Math.abs(x - box.right)) <= REACH;
}

function shifted({ widths, column }: Border, by: number): number[] {
  const left = widths[column] ?? 0;
  const right = widths[column + 1] ?? 0;
  const move = Math.max(NARROWEST - left, Math.min(right - NARROWEST, by));
  // Narrower than that already: it stays as it is.
  if (left + right < 2 * NARROWEST) return [...widths];
  return widths.with(column, left + move).with(column + 1, right - move);
}

function drawWidths(table: HTMLTableElement, widths: readonly number[]): void {
  const columns = table.querySelectorAll<HTMLElement>(':scope > colgroup > col');
  columns.forEach((column, index) => {
    column.style.width = `${widths[index]}px`;
  });
}
