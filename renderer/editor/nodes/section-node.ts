import { $getState, ElementNode, type LexicalNode } from 'lexical';
import type { Section, SectionRole } from '#shared/document/schema.ts';
import { attachmentState, partState, roleState, sectionIdState } from './state.ts';

export type SectionPart = 'title' | 'salutation' | 'section';

/**
 * A part of the letter that cannot be lost. A shadow root, so that Backspace, Delete and a selection over a border
 * never merge the text of two parts.
 */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('section');
    element.className = 'letter-section';
    element.dataset['part'] = $getState(this, partState);
    element.dataset['role'] = $getState(this, roleState);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return (
      $getState(previous, partState, 'direct') !== $getState(this, partState, 'direct') ||
      $getState(previous, roleState, 'direct') !== $getState(this, roleState, 'direct')
    );
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  getPart(): SectionPart {
    const part = $getState(this, partState);
    return part === 'title' || part === 'salutation' ? part : 'section';
  }

  getRole(): SectionRole {
    return $getState(this, roleState) as SectionRole;
  }

  getAttachment(): NonNullable<Section['attachment']> | null {
    const json = $getState(this, attachmentState);
    return json === '' ? null : (JSON.parse(json) as NonNullable<Section['attachment']>);
  }

  getSectionId(): string {
    return $getState(this, sectionIdState);
  }
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
