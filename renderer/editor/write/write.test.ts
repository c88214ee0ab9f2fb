import { $getRoot, createEditor } from 'lexical';
import { describe, expect, it, vi } from 'vitest';
import { emptyReplyDocument } from '#shared/document/create.ts';
import { modelToLexical } from '../convert/document.ts';
import { letterNodes } from '../nodes/index.ts';
import { $sections } from '../text/block-tree.ts';
import { createHistory } from './history.ts';
import { kindOf, kinds, type ChangeKind } from './kinds.ts';
import { load, write, writeNext } from './write.ts';

function openedLetter() {
  const editor = createEditor({
    nodes: letterNodes,
    onError: (error) => {
      throw error;
    },
  });
  const history = createHistory(editor, () => undefined);
  const seen: string[] = [];
  load(editor, modelToLexical(emptyReplyDocument()));
  history.restart();
  editor.registerUpdateListener(({ tags }) => void seen.push(kindOf(tags)));
  const $append = (word: string) => {
    $sections()[2]?.selectEnd().insertText(word);
    return word;
  };
  return {
    editor,
    history,
    seen,
    $append,
    text: () => editor.getEditorState().read(() => $getRoot().getTextContent().trim()),
  };
}
const allKinds = Object.keys(kinds) as ChangeKind[];

describe('the lane', () => {
  it.each(allKinds)('makes a change of the kind %s at once, gives its result, and tells its kind', (kind) => {
    const { editor, seen, text, $append } = openedLetter();
    expect(write(editor, kind, () => $append('经研究'))).toBe('经研究');
    expect(text()).toBe('经研究');
    expect(seen).toEqual([kind]);
  });

  it('lets a letter that is read-only follow its case, and nothing that is done by hand', () => {
    const { editor, $append } = openedLetter();
    editor.setEditable(false);
    const made = allKinds.filter((kind) => write(editor, kind, () => $append('经')) !== undefined);
    expect(made).toEqual(['caret', 'keptCaret', 'fields', 'letter']);
  });

  it('leaves the text alone while an input method composes; head, tail and the caret are not in it', () => {
    const { editor, $append } = openedLetter();
    vi.spyOn(editor, 'isComposing').mockReturnValue(true);
    const made = allKinds.filter((kind) => write(editor, kind, () => $append('经')) !== undefined);
    expect(made).toEqual(['caret', 'keptCaret', 'typedNumber', 'form']);
  });

  it('makes a step of its own or joins the one before', async () => {
    const { editor, history, text, $append } = openedLetter();
    write(editor, 'words', () => $append('经'));
    write(editor, 'form', () => $append('研'));
    write(editor, 'form', () => $append('究'), { step: 'join' });
    history.undo();
    await Promise.resolve();
    expect(text()).toBe('经');
  });

  it('waits for the end of an update it is asked in', async () => {
    const { editor, text, $append } = openedLetter();
    editor.update(() => {
      expect(write(editor, 'words', () => $append('研究'))).toBeUndefined();
      $append('经');
    });
    await Promise.resolve();
    expect(text()).toBe('经研究');
  });

  it('follows an update after all listeners have heard of it', async () => {
    const { editor, seen, text, $append } = openedLetter();
    const off = editor.registerUpdateListener(() => {
      off();
      writeNext(editor, 'typedNumber', () => void $append('研究'));
    });
    write(editor, 'words', () => $append('经'));
    await Promise.resolve();
    expect(text()).toBe('经研究');
    expect(seen).toEqual(['words', 'typedNumber']);
  });
});

it('only what has no words of the letter is no matter for a suggestion', () => {
  expect(allKinds.filter((kind) => kinds[kind].whenSuggesting === 'not-text')).toEqual(['caret', 'keptCaret']);
});
