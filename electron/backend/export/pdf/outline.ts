/**
 * Turns the levels of headings into levels of an outline that never leaves one out, as readers of a PDF expect
 * (ISO 14289-1, 7.4.2): a letter may begin with （一）, or go from 一、 to 1. The function takes the levels in the
 * order of the text.
 */
export function outlineLevels(): (level: number) => number {
  let open: number[] = [];
  return (level) => {
    open = [...open.filter((above) => above < level), level];
    return open.length;
  };
}
