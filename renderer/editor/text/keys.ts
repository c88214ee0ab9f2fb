import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  isDOMNode,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { BlockStyle, LetterCommands } from '../api.ts';
import { $isPageBreakNode } from '../nodes/page-break-node.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $isLinePart, $sectionOf, $sections } from './block-tree.ts';
import { $shiftListLevel } from './styles.ts';
import { $growTable } from './tables.ts';

/** Keys and clicks that mean something of their own in a letter. `Mod` is Ctrl, ⌘ on a Mac. */
const styleKeys: Record<string, BlockStyle> = {
  Digit1: 'heading1',
  Digit2: 'heading2',
  Digit3: 'heading3',
  Digit4: 'heading4',
};
const allowedFormats = new Set(['bold', 'italic', 'underline']);

type KeyCommands = Pick<LetterCommands, 'setStyle' | 'toggleList' | 'insertPageBreak' | 'toggleRedaction'>;

export function registerKeys(editor: LexicalEditor, commands: KeyCommands): () => void {
  const swallow = () => true;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const command = commandOfKey(event, commands);
        if (!command || !editor.isEditable() || event.isComposing) return false;
        event.preventDefault();
        command();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => {
        const selection = $getSelection();
        const inLine = $isRangeSelection(selection) && $isLinePart(selection.anchor.getNode());
        return inLine || !allowedFormats.has(format);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Alignment and indents are the format's business, not the typist's.
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, swallow, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INDENT_CONTENT_COMMAND, swallow, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, swallow, COMMAND_PRIORITY_HIGH),
    // Before the table package, which leaves the table at its end.
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.shiftKey || !editor.isEditable() || !$growTable()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(KEY_TAB_COMMAND, $onTab, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CLICK_COMMAND, $onClick, COMMAND_PRIORITY_HIGH),
  );
}

/** As the table of shortcuts has them. */
function commandOfKey(event: KeyboardEvent, commands: KeyCommands): (() => void) | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  const { code, altKey, shiftKey } = event;
  if (altKey && !shiftKey) {
    const style = styleKeys[code];
    if (style) return () => commands.setStyle(style);
    return code === 'KeyR' ? () => commands.toggleRedaction() : undefined;
  }
  if (altKey) return undefined;
  if (!shiftKey) return code === 'Enter' ? () => commands.insertPageBreak() : undefined;
  switch (code) {
    case 'KeyN':
      return () => commands.setStyle('body');
    case 'KeyL':
      return () => commands.toggleList('bullet');
    case 'Digit7':
      return () => commands.toggleList('decimal');
    default:
      return undefined;
  }
}

/** From title to salutation to text; in a list one level deeper or back; otherwise on to the next part of the form. */
function $onTab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const section = $sectionOf(selection.anchor.getNode());
  if (!section) return false;
  const sections = $sections();
  const place = sections.findIndex((candidate) => candidate.is(section));
  const target = event.shiftKey ? sections[place - 1] : sections[place + 1];
  if (section.getPart() !== 'section') {
    if (!target) return false;
    event.preventDefault();
    if (target.getPart() === 'section') target.selectStart();
    else target.selectEnd();
    return true;
  }
  if (!$shiftListLevel(event.shiftKey ? -1 : 1)) return false;
  event.preventDefault();
  return true;
}

/** A click on a field or a picture selects it as a range; one on a page break goes to the line after it. */
function $onClick(event: MouseEvent): boolean {
  if (!isDOMNode(event.target)) return false;
  const node = $getNearestNodeFromDOMNode(event.target);
  if ($isSectionNode(node) && event.target instanceof HTMLElement && isOnAttachmentHead(event, event.target)) {
    const item = node.getAttachment()?.itemId;
    // The title is written in the list.
    document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item ?? '')}"] input`)?.focus();
    return true;
  }
  if ($isPageBreakNode(node)) {
    node.selectNext(0, 0);
    return true;
  }
  if (!$isRunObjectNode(node)) return false;
  const parent = node.getParentOrThrow();
  const place = node.getIndexWithinParent();
  parent.select(place, place + 1);
  return true;
}

/** Above the first line of an attachment's text, where its mark and title are drawn. */
function isOnAttachmentHead(event: MouseEvent, section: HTMLElement): boolean {
  if (section.dataset['role'] !== 'attachment') return false;
  const first = section.firstElementChild?.getBoundingClientRect();
  return first !== undefined && event.clientY < first.top;
}
