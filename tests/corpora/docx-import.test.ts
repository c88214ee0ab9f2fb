import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { chineseNumeral } from '#shared/lib/chinese-numerals.ts';
import { readDocx } from '#backend/import/docx/read-docx.ts';
import type { SourceBlock } from '#backend/import/source.ts';

/**
 * Word files from the test suites of other projects: hostile ones, old ones, and some whose right reading is known.
 */
const corpus = join(import.meta.dirname, '../../../shared/corpus/docx');
const isPresent = existsSync(corpus);
if (!isPresent) console.warn(`Word corpus tests skipped: ${corpus} not found`);

const files = isPresent
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:docx|docm|dotx)$/.test(file))
  : [];
const powerTools = join(corpus, 'OpenXmlDev+Open-Xml-PowerTools/TestFiles');
const read = (path: string): ReturnType<typeof readDocx> => readDocx(readFileSync(path), basename(path));

/** The text as printed, automatic numbers included. */
function printed(blocks: SourceBlock[]): string {
  const line = (text: string, label = ''): string => label + text;
  return blocks
    .map((block) => {
      if (block.kind === 'page-break') return '---';
      if (block.kind === 'line') return line(block.text, block.style?.list?.label);
      return block.rows
        .map((row) => row.map((cell) => cell.lines.map((l) => line(l.text, l.style?.list?.label)).join('/')).join('|'))
        .join('\n');
    })
    .join('\n');
}

describe.skipIf(!isPresent)('Word corpus', () => {
  it('imports or refuses every file by a typed error, none otherwise', { timeout: 120_000 }, () => {
    const outcomes: Record<string, number> = {};
    for (const file of files) {
      let outcome = 'imported';
      try {
        read(join(corpus, file));
      } catch (error) {
        if (!(error instanceof DafuError)) throw new Error(`uncaught in ${file}`, { cause: error });
        const details = error.details as { reason?: string; limit?: string };
        outcome = details.reason ?? details.limit ?? error.code;
      }
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    expect(outcomes).toEqual({
      imported: 566,
      encrypted: 7,
      doc: 1,
      damaged: 7,
      macro: 6,
      'duplicate-part': 5,
      'zip-bomb': 1,
      'no-document': 1,
    });
  });

  it('reads tracked changes as their authors’ program accepts them', () => {
    const folder = join(powerTools, 'RP');
    const names = new Set(readdirSync(folder));
    const pairs = [...names].filter(
      (name) => name.endsWith('-Accepted.docx') && names.has(name.replace('-Accepted', '')),
    );
    const different = pairs.filter(
      (name) =>
        printed(read(join(folder, name)).blocks) !== printed(read(join(folder, name.replace('-Accepted', ''))).blocks),
    );
    expect(pairs).toHaveLength(25);
    // Word leaves an empty paragraph where a whole one was moved away; the text is the same.
    expect(different).toEqual(['RP015-MoveFrom-MoveTo-Accepted.docx']);
  });

  it.each([
    ['LIR008-zh-CH-chineseCountingThousand', chineseNumeral],
    ['LIR009-zh-CN-chineseCounting', (n: number) => (n < 100 ? chineseNumeral(n) : figures(n))],
    ['LIR010-zh-CN-ideographTraditional', (n: number) => '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n)],
    ['LIR011-en-US-00001', (n: number) => String(n).padStart(5, '0')],
    ['LIR014-en-US-01', (n: number) => String(n).padStart(2, '0')],
    ['LIR016-en-US-decimal', String],
  ])('numbers the list of %s', (name, expected) => {
    const labels = read(join(powerTools, `${name}.docx`)).blocks.flatMap((block) =>
      block.kind === 'line' && block.style?.list ? [{ label: block.style.list.label, count: Number(block.text) }] : [],
    );
    expect(labels.length).toBeGreaterThan(10);
    for (const { label, count } of labels) expect(label.replace('|', '')).toBe(expected(count));
  });
});

function figures(value: number): string {
  return String(value).replaceAll(/\d/g, (digit) => '○一二三四五六七八九'[Number(digit)] ?? '');
}
