import { characterPitch } from './grid.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
import { styleId } from './styles.ts';

/** Empty lines of the letter's pitch; a page break stands before the first only. */
export function blankLinesXml(
  count: number,
  { pageBreakBefore, ...others }: Pick<ParagraphProps, 'keepNext' | 'pageBreakBefore' | 'widowControl'> = {},
): string {
  return Array.from({ length: count }, (_, index) =>
    paragraphXml(
      { ...others, ...(index === 0 && pageBreakBefore && { pageBreakBefore }), style: styleId.blank },
      '',
      characterPitch,
    ),
  ).join('');
}
