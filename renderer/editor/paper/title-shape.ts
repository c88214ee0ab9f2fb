/** The room for the lines of a title, as values of CSS. Lengths in em of the title. */
export interface TitleShape {
  '--title-height': string;
  '--title-left': string;
  '--title-right': string;
}

/** Height of a line of the title, as the style sheet has it. */
const lineHeight = 'calc(var(--line) * 1.25)';

/** Beyond a line's own width, em: more than fonts differ from what was measured, less than the narrowest digit. */
const slack = 0.2;

/** Left open above and below each line: one that is set a hair lower must not be narrowed by the line before. */
const gap = '3px';

/**
 * What a float of half the width left of the lines, and one right of them, leave free: each line as much as it needs
 * and no room for the next character. Null for a single line.
 *
 * @param widths of the lines, in em
 */
export function titleShape(widths: readonly number[]): TitleShape | null {
  if (widths.length < 2) return null;
  const side = (edge: string, x: (width: number) => string) => {
    const bands = widths.flatMap((width, index) => {
      const [top, bottom] = [`calc(${lineHeight} * ${index} + ${gap})`, `calc(${lineHeight} * ${index + 1} - ${gap})`];
      const inner = x((width + slack) / 2);
      return [`${edge} ${top}`, `${inner} ${top}`, `${inner} ${bottom}`, `${edge} ${bottom}`];
    });
    return `polygon(${bands.join(', ')})`;
  };
  return {
    '--title-height': `calc(${lineHeight} * ${widths.length})`,
    '--title-left': side('0', (half) => `calc(100% - ${half.toFixed(3)}em)`),
    '--title-right': side('100%', (half) => `${half.toFixed(3)}em`),
  };
}
