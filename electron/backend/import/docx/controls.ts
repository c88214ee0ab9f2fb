import type { Control } from '#backend/word/read/model.ts';
import { storedText, type WordNode } from '#backend/word/read/walk.ts';
import type { Story } from './story.ts';

/** What Word, WPS and hand-made forms write where something is to be filled in. */
const promptWords =
  /^\s*[[【(（]?\s*(?:单击|点击|请?(?:在此|此处)|请(?:输入|选择|填写)|选择一项|Click|Tap|Choose|Enter|Select)/i;

/** Flattens the content of a content control, which may show its prompt in place of a text. */
export function flattenControl<Content extends WordNode>(
  { showsPrompt, content }: Control<Content>,
  story: Story,
  flatten: (content: Content[]) => void,
): void {
  // Programs that fill in forms often leave this mark on what they wrote, so the words count too.
  if (showsPrompt) story.prompts.push(promptWords.test(storedText(content)) ? 'whole' : 'styled');
  flatten(content);
  if (showsPrompt) story.prompts.pop();
}
