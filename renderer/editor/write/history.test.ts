import { createHeadlessEditor } from '@lexical/headless';
import { $getRoot, $getSelection, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG } from 'lexical';
import { describe, expect, it } from 'vitest';
import { emptyReplyDocument } from '#shared/document/create.ts';
import { modelToLexical } from '../convert/document.ts';
import { letterNodes } from '../nodes/index.ts';
import { $sections } from '../text/block-tree.ts';
import { createHistory } from './history.ts';
import { load } from './write.ts';

/** A letter whose steps append a word, some of them with something beside the letter that turns with them. */
function letterWithHistory() {
  const editor = createHeadlessEditor({
    nodes: letterNodes,
    onError: (error) => {
      throw error;
    },
  });
  const history = createHistory(editor, () => undefined);
  const beside: string[] = [];
  const change = ($change: () => void, tag: string) => editor.update($change, { discrete: true, tag });
  const $append = (word: string) => $sections()[2]?.selectEnd().insertText(word);
  load(editor, modelToLexical(emptyReplyDocument()));
  history.restart();
  return {
    history,
    beside,
    /** The library turns the letter when the command has ended. */
    turn: async (...steps: ('undo' | 'redo')[]) => {
      for (const step of steps) {
        history[step]();
        await Promise.resolve();
      }
    },
    text: () => editor.getEditorState().read(() => $getRoot().getTextContent().trim()),
    type: (word: string) => change(() => $append(word), HISTORY_PUSH_TAG),
    moveCaret: () => change(() => void $getSelection()?.getNodes()[0]?.selectStart(), HISTORY_MERGE_TAG),
    changeWith: (word: string) => {
      beside.push(`${word} done`);
      change(() => {
        $append(word);
        history.$turnsWith((isDone) => beside.push(`${word} ${isDone ? 'done' : 'undone'}`));
      }, HISTORY_PUSH_TAG);
    },
    reload: () => {
      load(editor, modelToLexical(emptyReplyDocument()));
      history.restart();
    },
  };
}

describe('the one history', () => {
  it('takes along what belongs to a step, in both directions, whatever is typed before and after', async () => {
    const { beside, text, type, turn, moveCaret, changeWith } = letterWithHistory();
    type('经');
    changeWith('0179');
    type('研究');
    moveCaret();
    changeWith('0180');
    await turn('undo', 'undo');
    moveCaret();
    expect(beside).toEqual(['0179 done', '0180 done', '0180 undone']);
    await turn('undo');
    expect(text()).toBe('经');
    expect(beside.at(-1)).toBe('0179 undone');
    await turn('redo');
    expect(beside.at(-1)).toBe('0179 done');
    await turn('redo', 'redo');
    expect(text()).toBe('经0179研究0180');
    expect(beside.slice(3)).toEqual(['0179 undone', '0179 done', '0180 done']);
  });

  it('forgets a step that something else was done instead of', async () => {
    const { history, beside, text, type, turn, changeWith } = letterWithHistory();
    changeWith('0179');
    await turn('undo');
    type('经');
    expect(history.canRedo()).toBe(false);
    await turn('undo', 'redo');
    expect(text()).toBe('经');
    expect(beside).toEqual(['0179 done', '0179 undone']);
  });

  it('begins anew with another letter', async () => {
    const { history, beside, turn, changeWith, reload } = letterWithHistory();
    changeWith('0179');
    reload();
    expect(history.canUndo()).toBe(false);
    await turn('undo');
    expect(beside).toEqual(['0179 done']);
  });
});
