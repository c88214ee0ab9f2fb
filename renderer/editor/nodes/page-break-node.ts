import { $create, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';

/** A page break as a block of its own, removed with Backspace after or Delete before it. */
export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config('page-break', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'page-break';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('div');
    element.style.breakBefore = 'page';
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }

  // A node selection takes the caret out of the text, and an input method would then write anywhere.
  override isKeyboardSelectable(): boolean {
    return false;
  }

  override getTextContent(): string {
    return '\n';
  }
}

export function $isPageBreakNode(node: LexicalNode | null | undefined): node is PageBreakNode {
  return node instanceof PageBreakNode;
}

export function $createPageBreakNode(): PageBreakNode {
  return $create(PageBreakNode);
}
