import {
  $getNodeByKey,
  $getRoot,
  $getState,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
  $nodesOfType,
  mergeRegister,
  ParagraphNode,
  TextNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import {
  $blockProps,
  bodyState,
  delState,
  fillerState,
  insState,
  kindState,
  levelState,
  redactState,
  slotState,
  tailState,
} from '../nodes/state.ts';
import { fieldNames, type FieldName, type SectionRole } from '#shared/document/schema.ts';
import { PageBreakNode } from '../nodes/page-break-node.ts';
import { $isRunObjectNode, RunObjectNode } from '../nodes/run-object-node.ts';
import { $isSectionNode, SectionNode } from '../nodes/section-node.ts';
import { $attachmentHead } from './attachments.ts';
import { $sectionOf, $sections } from './block-tree.ts';

/** Words of the placeholders in empty parts, in the language of the window. */
export interface Placeholders {
  title: string;
  salutation: string;
  body: string;
  /** Shown in the left margin. */
  roles: Record<SectionRole, string>;
  pageBreak: string;
  /** In place of the title of an attachment without one. */
  attachmentTitle: string;
  /** Shown in a field without a value. */
  fields: Record<FieldName, string>;
}

/** Until the component says the words. */
export const noPlaceholders: Placeholders = {
  title: '',
  salutation: '',
  body: '',
  roles: { opening: '', progress: '', plan: '', closing: '', other: '', attachment: '' },
  pageBreak: '',
  attachmentTitle: '',
  fields: Object.fromEntries(fieldNames.map((name) => [name, ''])) as Record<FieldName, string>,
};

/**
 * Writes what the state of core nodes means for the eye into data attributes, which the style sheet reads. Attributes
 * of an element do not disturb an input method, unlike any change of its text nodes.
 */
export function registerPaint(
  editor: LexicalEditor,
  placeholders: () => Placeholders,
): { unregister: () => void; repaint: () => void } {
  const paint = (keys: Iterable<[NodeKey, string]>, $draw: (node: LexicalNode, element: HTMLElement) => void) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of keys) {
        if (mutation === 'destroyed') continue;
        const node = $getNodeByKey(key);
        const element = editor.getElementByKey(key);
        if (node && element) $draw(node, element);
      }
    });
  };
  const unregister = mergeRegister(
    registerAttachmentHeads(editor, placeholders),
    editor.registerMutationListener(
      ParagraphNode,
      (mutations) => paint(mutations, (node, element) => $drawParagraph(node, element, placeholders())),
      { skipInitialization: false },
    ),
    editor.registerMutationListener(
      SectionNode,
      (mutations) => paint(mutations, (node, element) => $drawSection(node, element, placeholders())),
      { skipInitialization: false },
    ),
    editor.registerMutationListener(
      RunObjectNode,
      (mutations) => paint(mutations, (node, element) => $drawObject(node, element, placeholders())),
      { skipInitialization: false },
    ),
    editor.registerMutationListener(
      PageBreakNode,
      (mutations) => paint(mutations, (_node, element) => set(element, 'pageBreakLabel', placeholders().pageBreak)),
      { skipInitialization: false },
    ),
    editor.registerMutationListener(TextNode, (mutations) => paint(mutations, $drawText), {
      skipInitialization: false,
    }),
  );
  return {
    unregister,
    // After a change of language.
    repaint: () => {
      const words = placeholders();
      const $each = (kind: Klass<LexicalNode>, $draw: (node: LexicalNode, element: HTMLElement) => void) => {
        for (const node of $nodesOfType(kind)) {
          const element = editor.getElementByKey(node.getKey());
          if (element) $draw(node, element);
        }
      };
      editor.getEditorState().read(() => {
        $each(ParagraphNode, (node, element) => $drawParagraph(node, element, words));
        $each(SectionNode, (node, element) => $drawSection(node, element, words));
        $each(RunObjectNode, (node, element) => $drawObject(node, element, words));
        $each(PageBreakNode, (_node, element) => set(element, 'pageBreakLabel', words.pageBreak));
      });
    },
  };
}

function set(element: HTMLElement, name: string, value: string): void {
  if (value === '') delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}

function $drawParagraph(node: LexicalNode, element: HTMLElement, placeholders: Placeholders): void {
  if (!$isParagraphNode(node)) return;
  const props = $blockProps(node);
  const kind = $getState(node, kindState);
  const level = $getState(node, levelState) || (kind === '' ? 0 : 1);
  set(element, 'kind', kind === '' ? 'paragraph' : kind);
  set(element, 'level', level === 0 ? '' : String(level));
  set(element, 'align', props.align ?? '');
  set(element, 'slot', $getState(node, slotState));
  const empty = $isElementNode(node) && node.isEmpty();
  set(element, 'prompt', empty ? $promptOf(node, props.prompt, placeholders) : '');
  const isTitle = $sectionOf(node)?.getPart() === 'title';
  sayHeading(element, empty ? 0 : isTitle ? 1 : kind === 'heading' ? level + 1 : 0);
}

/** Lets a screen reader walk the letter by its headings; 0 is no heading. */
function sayHeading(element: HTMLElement, level: number): void {
  const role = level === 0 ? null : 'heading';
  if (element.role !== role) element.role = role;
  const ariaLevel = level === 0 ? null : String(level);
  if (element.ariaLevel !== ariaLevel) element.ariaLevel = ariaLevel;
}

function $drawSection(node: LexicalNode, element: HTMLElement, { roles, attachmentTitle }: Placeholders): void {
  if (!$isSectionNode(node) || node.getPart() !== 'section') return;
  const attachment = node.getAttachment();
  set(element, 'roleLabel', attachment ? '' : roles[node.getRole()]);
  if (!attachment) return;
  const { mark, title } = $attachmentHead(node);
  set(element, 'mark', mark);
  set(element, 'title', title === '' ? attachmentTitle : title);
  set(element, 'untitled', title === '' ? 'true' : '');
  set(element, 'landscape', attachment.isLandscape ? 'true' : '');
}

/** The title of an attachment stands in the list; above its text it is only shown. */
function registerAttachmentHeads(editor: LexicalEditor, placeholders: () => Placeholders): () => void {
  const $tailJson = () => $getState($getRoot(), tailState);
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements }) => {
    if (!dirtyElements.has('root') || editorState.read($tailJson) === prevEditorState.read($tailJson)) return;
    editorState.read(() => {
      for (const section of $sections()) {
        const element = section.getAttachment() && editor.getElementByKey(section.getKey());
        if (element) $drawSection(section, element, placeholders());
      }
    });
  });
}

function $drawObject(node: LexicalNode, element: HTMLElement, { fields }: Placeholders): void {
  const field = $isRunObjectNode(node) ? node.getField() : null;
  if (field) set(element, 'fieldLabel', fields[field]);
  set(element, 'redact', node && $isRunObjectNode(node) ? $getState(node, redactState) : '');
}

function $promptOf(node: ParagraphNode, prompt: string | undefined, placeholders: Placeholders): string {
  const part = $sectionOf(node)?.getPart();
  if (part === 'title' || part === 'salutation') return placeholders[part];
  const alone = part === 'section' && $isSectionNode(node.getParent()) && node.getParent()?.getChildrenSize() === 1;
  return prompt ?? (alone || $getState(node, fillerState) !== '' ? placeholders.body : '');
}

function $drawText(node: LexicalNode, element: HTMLElement): void {
  if (!$isTextNode(node)) return;
  set(element, 'ins', $getState(node, insState));
  set(element, 'del', $getState(node, delState));
  set(element, 'body', $getState(node, bodyState));
  set(element, 'redact', $getState(node, redactState));
}

/** Puts the computed numbers before headings and list items; only changed ones are touched. */
export function paintLabels(editor: LexicalEditor, labels: Map<NodeKey, string>, previous: Map<NodeKey, string>): void {
  for (const [key, label] of labels) {
    const element = editor.getElementByKey(key);
    if (element && element.dataset['label'] !== label) element.dataset['label'] = label;
  }
  for (const key of previous.keys()) {
    if (labels.has(key)) continue;
    const element = editor.getElementByKey(key);
    if (element) delete element.dataset['label'];
  }
}
