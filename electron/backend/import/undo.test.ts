import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { replyDocumentSchema, type ReplyDocument } from '#shared/document/schema.ts';
import { allBlockIds, everyBlock } from '#shared/document/walk.ts';
import { importReportSchema } from '#shared/domain/import-report.ts';
import { importBytes, importHtml, importText } from './index.ts';
import { inventedLetters } from '../../../tests/support/invented-letters.ts';

const corpus = new URL('../../../../shared/corpus/letters/', import.meta.url);
const samples = new URL('../../../resources/samples/', import.meta.url);

function textFiles(folder: URL): { name: string; text: string }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

const texts = [...inventedLetters, ...textFiles(samples), ...textFiles(corpus)];

function blockTexts(document: ReplyDocument): string[] {
  return [...everyBlock(document)].map((block) => runsText(block.runs)).filter((text) => text !== '');
}
function linesOf(text: string): string[] {
  return text
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('taking an import back', () => {
  it.each(texts)('gives the lines of the source as paragraphs: $name', ({ text }) => {
    const { document, report } = importText(text);
    const undone = report.changes.toReversed().reduce(undoImportChange, document);
    expect(blockTexts(undone)).toEqual(linesOf(text));
    expect(undone.head).toEqual({ title: [], salutation: [] });
    expect(undone.tail).toEqual({ attachments: [], units: [], contacts: [], copyTo: [] });
    expect(replyDocumentSchema.safeParse(undone).error).toBeUndefined();
  });

  it.each(texts)('takes each change back by itself without losing text: $name', ({ text }) => {
    const { document, report } = importText(text);
    expect(importReportSchema.safeParse(report).error).toBeUndefined();
    for (const change of report.changes) {
      const undone = undoImportChange(document, change);
      expect(replyDocumentSchema.safeParse(undone).error).toBeUndefined();
      const ids = allBlockIds(undone);
      expect(new Set(ids).size).toBe(ids.length);
      const restored = blockTexts(undone);
      const gone = change.kind === 'junk.removed' && change.before.length < 200 ? change.before.split('\n') : [];
      expect(restored).toEqual(expect.arrayContaining(gone));
    }
  });

  it('puts a page line back where it stood, in whatever order lines are taken back', () => {
    const { document, report } = importText(`王明委员：
您提出的《关于甲乙丙的提案》收悉，现答复如下：
甲已经完成。
— 1 —
— 2 —
乙正在推进。
— 3 —
感谢您的关心。`);
    const junk = report.changes.filter((change) => change.kind === 'junk.removed');
    expect(junk.map((change) => change.before)).toEqual(['— 1 —\n— 2 —', '— 3 —']);
    const forward = junk.reduce(undoImportChange, document);
    const backward = junk.toReversed().reduce(undoImportChange, document);
    const expected = ['甲已经完成。', '— 1 —', '— 2 —', '乙正在推进。', '— 3 —', '感谢您的关心。'];
    expect(blockTexts(forward).slice(1)).toEqual(expected);
    expect(blockTexts(backward).slice(1)).toEqual(expected);
  });

  it('leaves alone what was edited since', () => {
    const { document, report } = importText('王明委员:\n您提出的《关于甲的提案》收悉,现答复如下:\n甲已完成,乙在推进。');
    const edited: ReplyDocument = {
      ...document,
      head: { ...document.head, salutation: [{ text: '李红委员：' }] },
      sections: document.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          runsText(block.runs).startsWith('甲') ? { ...block, runs: [{ text: '甲、乙均已完成，谢谢。' }] } : block,
        ),
      })),
    };
    const undone = report.changes.toReversed().reduce(undoImportChange, edited);
    expect(runsText(undone.head.salutation)).toBe('李红委员：');
    expect(blockTexts(undone)).toContain('甲、乙均已完成，谢谢。');
    expect(blockTexts(undone)).toContain('您提出的《关于甲的提案》收悉,现答复如下:');
  });

  it('keeps fields and formats when punctuation goes back to half width', () => {
    const { document, report } = importHtml(
      '<p>王明委员:</p><p>您提出的《关于加快甲乙丙丁建设的提案》收悉,现<b>答复</b>如下:</p><p>甲已完成,<b>乙</b>在推进。</p>',
    );
    const widened = report.changes.find((change) => change.kind === 'punctuation.widened');
    expect(widened).toBeDefined();
    const undone = undoImportChange(document, widened as NonNullable<typeof widened>);
    const runs = [...everyBlock(undone)].flatMap((block) => block.runs);
    expect(runs).toContainEqual({
      text: '关于加快甲乙丙丁建设的提案',
      object: { type: 'field', field: 'caseTitle' },
    });
    expect(runs).toContainEqual({ text: '乙', format: { bold: true } });
    expect(blockTexts(undone)).toContain('甲已完成,乙在推进。');
  });

  it('restores invisible characters that can be stored, and says which were taken out', () => {
    const { document, report } = importBytes({
      name: 'a.txt',
      bytes: Buffer.from('王明委员：\n您提出的《关于甲\u200b乙\u202e的提案》收悉，现答复如下：\n好\u0007的。'),
    });
    const change = report.changes.find(({ kind }) => kind === 'characters.removed');
    expect(change?.before).toBe('U+200B×1 U+202E×1 U+0007×1');
    expect(blockTexts(document)).toContain('好的。');
    const undone = undoImportChange(document, change as NonNullable<typeof change>);
    expect(blockTexts(undone)[0]).toContain('关于甲\u200b乙\u202e的提案');
    expect(blockTexts(undone)[1]).toBe('好的。');
  });
});
