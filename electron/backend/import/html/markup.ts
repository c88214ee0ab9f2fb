/** Tags of text, as they stand in pasted source code and in text files saved from editors of pages. */
const tag =
  /<\/?(?:p|div|br|span|h[1-6]|ul|ol|li|table|tbody|tr|td|th|section|article|strong|b|em|u|font|center|body|html|a)(?:\s[^<>]{0,2000})?\/?>/gi;
const blockTag = /^<(\/?)(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|section|article|center|body|html)\b/i;

const entity = /&(?:nbsp|emsp|ensp|[lr]dquo|[lr]squo|mdash|hellip|middot|quot|amp|lt|gt|#\d{2,6}|#x[\da-f]{2,5});/gi;

/** Whether a text is the source of a page: most of its lines hold a tag, some are wrapped in one, or it writes blanks and marks as a page does. */
export function isMarkup(text: string): boolean {
  const head = text.slice(0, 200_000);
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return true;
  const tags = head.match(tag)?.length ?? 0;
  if ((head.match(entity)?.length ?? 0) >= 2) return true;
  if (tags < 2) return false;
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const tagged = lines.filter((line) => line.search(tag) >= 0).length;
  const whole = lines.filter((line) => /^\s*<[a-z][^<>]*>.*<\/[a-z1-6]+>\s*$/i.test(line)).length;
  return whole >= 2 || tagged * 2 >= lines.length;
}

/** Source code in which a line end outside every block is a line end of the text, as its author saw it. */
export function withLineEnds(text: string): string {
  let depth = 0;
  let end = 0;
  let out = '';
  for (const match of text.matchAll(new RegExp(`${tag.source}|\\n`, 'gi'))) {
    out += text.slice(end, match.index);
    end = match.index + match[0].length;
    const isLineEnd = match[0] === '\n';
    out += isLineEnd && depth === 0 && !/>\s*$/.test(out.slice(-40)) ? '<br>\n' : match[0];
    const block = blockTag.exec(match[0]);
    if (block) depth = Math.max(0, depth + (block[1] === '/' ? -1 : 1));
  }
  return out + text.slice(end);
}
