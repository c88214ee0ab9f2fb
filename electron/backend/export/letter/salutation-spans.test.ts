import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakRun, textRun } from '#shared/document/create.ts';
import { salutationSpans } from './salutation-spans.ts';
import { widthInCharacters } from './signature.ts';

const linesOf = (text: string): string[] =>
  salutationSpans([textRun(text)])
    .map((span) => span.text)
    .join('')
    .split('\n');

describe('the salutation (7.3.2)', () => {
  it('stays on one line where it fits', () => {
    expect(linesOf('林知远委员：')).toEqual(['林知远委员：']);
  });

  it('of many members breaks between names, never inside one', () => {
    const name = fc.constantFrom('林知远', '陈静', '欧阳明德', '李　明', '王小明', '苏文');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), (names) => {
        const lines = linesOf(`${names.join('、')}委员：`);
        expect(lines.join('')).toBe(`${names.join('、')}委员：`);
        for (const line of lines) expect(widthInCharacters(line)).toBeLessThanOrEqual(28);
        for (const line of lines.slice(0, -1)) expect(line).toMatch(/、$/);
        // Full lines: the first name of the next line would not have fitted.
        for (const [index, line] of lines.slice(0, -1).entries()) {
          const next = /^[^、]*、?/.exec(lines[index + 1]!)![0];
          expect(widthInCharacters(line + next)).toBeGreaterThan(28);
        }
      }),
      { seed: 7 },
    );
  });

  it('keeps the breaks of the drafter, and the runs it is made of', () => {
    const own = salutationSpans([textRun('林知远、'), breakRun(), textRun('陈静委员：')]);
    expect(own.map((span) => span.text).join('')).toBe('林知远、\n陈静委员：');
    const spans = salutationSpans([textRun('林知远、'.repeat(6)), textRun('陈静委员、'.repeat(3), { bold: true })]);
    expect(spans.map(({ bold }) => bold)).toEqual([false, true]);
    expect(spans.map((span) => span.text).join('')).toContain('\n');
  });

  it('of one endless name is left to the writer', () => {
    expect(linesOf('国'.repeat(80))).toEqual(['国'.repeat(80)]);
  });
});
