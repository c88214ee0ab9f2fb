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
  KEY_ARROW_DOWN_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { editorCommandOfKey, type CommandId } from '../../shell/commands/shortcuts.ts';
import type { LetterCommands } from '../api.ts';
import { $isPageBreakNode } from '../nodes/page-break-node.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $isLinePart, $sectionOf, $sections } from './block-tree.ts';
import { $isAtLetterEnd } from './borders.ts';
import { $tabInText } from './prompts.ts';
import { $shiftListLevel } from './styles.ts';
import { $growTable } from './tables.ts';

const allowedFormats = new Set(['bold', 'italic', 'underline']);

/** The keys of these commands stand in the table of shortcuts; the library's own (bold, undo) are not among them. */
const actions: Partial<Record<CommandId, (commands: LetterCommands) => void>> = {
  'edit.heading1': (commands) => commands.setStyle('heading1'),
  'edit.heading2': (commands) => commands.setStyle('heading2'),
  'edit.heading3': (commands) => commands.setStyle('heading3'),
  'edit.heading4': (commands) => commands.setStyle('heading4'),
  'edit.body': (commands) => commands.setStyle('body'),
  'edit.bulletList': (commands) => commands.toggleList('bullet'),
  'edit.numberedList': (commands) => commands.toggleList('decimal'),
  'edit.moveUp': (commands) => commands.moveBlocks('up'),
  'edit.moveDown': (commands) => commands.moveBlocks('down'),
  'edit.pageBreak': (commands) => commands.insertPageBreak(),
  'edit.redact': (commands) => commands.toggleRedaction(),
};

/** Keys and clicks that mean something of their own in a letter. `goToTail` gives the fields after the text the focus. */
export function registerKeys(editor: LexicalEditor, commands: LetterCommands, goToTail: () => void): () => void {
  const swallow = () => true;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const command = editorCommandOfKey(event);
        const action = command && actions[command];
        if (!action || !editor.isEditable() || event.isComposing) return false;
        event.preventDefault();
        action(commands);
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
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      (event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !$isAtLetterEnd()) return false;
        event.preventDefault();
        goToTail();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(CLICK_COMMAND, $onClick, COMMAND_PRIORITY_HIGH),
  );
}

/** From title to salutation to text; in a list one level deeper or back; from prompt to prompt in the text. */
function $onTab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const section = $sectionOf(selection.anchor.getNode());
  if (!section) return false;
  const back = event.shiftKey;
  if (section.getPart() === 'section') {
    event.preventDefault();
    return $shiftListLevel(back ? -1 : 1) || $tabInText(back);
  }
  const sections = $sections();
  const place = sections.findIndex((candidate) => candidate.is(section));
  const target = sections[place + (back ? -1 : 1)];
  if (!target) return false;
  event.preventDefault();
  if (target.getPart() === 'section') target.selectStart();
  else target.selectEnd();
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
