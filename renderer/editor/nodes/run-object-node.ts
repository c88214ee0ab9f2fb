import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  TEXT_TYPE_TO_FORMAT,
  type DOMExportOutput,
  type InlineFormattableNode,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import type { FieldName, RunObject } from '#shared/document/schema.ts';
import { objectFormatState, objectState, objectTextState } from './state.ts';

/**
 * A field or a picture inside a line: one unit for the caret, not editable inside. Drawn by hand and not by React, so
 * that a letter full of fields costs no portals and an input method never meets a component re-rendering beside it.
 */
export class RunObjectNode extends DecoratorNode<null> implements InlineFormattableNode {
  readonly __isInlineFormattable = true as const;

  override $config() {
    return this.config('run-object', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'run-object';
    this.draw(element);
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    this.draw(element);
    return false;
  }

  private draw(element: HTMLElement): void {
    const object = this.getObject();
    const text = $getState(this, objectTextState);
    const format = $getState(this, objectFormatState);
    element.dataset['object'] = object.type;
    if (object.type === 'field') element.dataset['field'] = object.field;
    element.dataset['empty'] = text === '' ? 'true' : 'false';
    element.textContent = object.type === 'image' ? (object.alt ?? '') : text;
    element.style.fontWeight = format & TEXT_TYPE_TO_FORMAT['bold']! ? '700' : '';
    element.style.fontStyle = format & TEXT_TYPE_TO_FORMAT['italic']! ? 'italic' : '';
    element.style.textDecoration = format & TEXT_TYPE_TO_FORMAT['underline']! ? 'underline' : '';
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span');
    element.textContent = $getState(this, objectTextState);
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }

  override isIsolated(): boolean {
    return false;
  }

  // A node selection takes the caret out of the text, and an input method would then write anywhere.
  override isKeyboardSelectable(): boolean {
    return false;
  }

  override getTextContent(): string {
    return $getState(this, objectTextState);
  }

  getObject(): RunObject {
    return JSON.parse($getState(this, objectState)) as RunObject;
  }

  getField(): FieldName | null {
    const object = this.getObject();
    return object.type === 'field' ? object.field : null;
  }

  getFormat(): number {
    return $getState(this, objectFormatState);
  }

  getFormatFlags(type: TextFormatType, alignWithFormat: number | null): number {
    const bit = TEXT_TYPE_TO_FORMAT[type] ?? 0;
    const format = this.getFormat();
    if (alignWithFormat !== null) return (format & bit) === (alignWithFormat & bit) ? format : format ^ bit;
    return format ^ bit;
  }

  hasFormat(type: TextFormatType): boolean {
    return (this.getFormat() & (TEXT_TYPE_TO_FORMAT[type] ?? 0)) !== 0;
  }

  setFormat(format: number): this {
    return $setState(this, objectFormatState, format);
  }

  toggleFormat(type: TextFormatType): this {
    return this.setFormat(this.getFormatFlags(type, null));
  }
}

export function $isRunObjectNode(node: LexicalNode | null | undefined): node is RunObjectNode {
  return node instanceof RunObjectNode;
}

export function $createFieldNode(field: FieldName, text: string): RunObjectNode {
  const node = $create(RunObjectNode);
  $setState(node, objectState, JSON.stringify({ type: 'field', field }));
  $setState(node, objectTextState, text);
  return node;
}
