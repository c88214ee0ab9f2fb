import { fileURLToPath } from 'node:url';
import { createShippedForms } from '#backend/formats/forms.ts';
import type { LetterOptions } from '#backend/export/letter/options.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { FormId } from '#shared/domain/form.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { breakRun, heading, listItem, pageBreak, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { REPLY_SCHEMA, type ReplyDocument } from '#shared/document/schema.ts';

/** Invented letters for tests of import and export. */

const forms = createShippedForms(fileURLToPath(new URL('../../resources/forms/', import.meta.url)));

export const letterOptions = { unit: defaultUnitSettings, caseFacts: emptyCaseFacts(), form: forms.get('plain') };

/** An office that writes in another form than the plain one. */
export const optionsOfForm = (id: FormId): LetterOptions => ({
  ...letterOptions,
  unit: { ...defaultUnitSettings, fullName: '云州市民政局', form: id },
  form: forms.get(id),
});

const sentence =
  '我局会同有关部门，围绕“智慧社区”建设，完善基层服务网点布局，统筹安排资金，健全长效管护机制，推动服务向群众身边延伸。';

/** A letter with one of everything the format knows. */
export function fullLetter(): ReplyDocument {
  const merged = table([
    ['事项', '完成情况', '备注'],
    ['网点改造', '28处', '2025年底前全部完成'],
    ['人员培训', '1200人次', ''],
  ]);
  const tableRows = merged.table?.rows ?? [];
  const lastRow = tableRows[2];
  if (lastRow) {
    const [first, second] = lastRow.cells;
    if (first && second) lastRow.cells = [first, { ...second, colSpan: 2 }];
  }
  return {
    schema: REPLY_SCHEMA,
    id: 'full-letter',
    head: {
      docNumber: { code: '云州民函', year: 2026, serial: 12 },
      category: 'A类',
      disclosure: { kind: 'public' },
      title: [textRun('云州市民政局关于市政协六届五次会议'), breakRun(), textRun('第0168号提案的答复')],
      salutation: [textRun('林知远委员：')],
    },
    sections: [
      section('opening', [
        paragraph(
          '您提出的《关于完善社区养老服务网络的提案》（第0168号）收悉。经会同市财政局、市卫生健康委研究，现答复如下：',
        ),
      ]),
      section(
        'progress',
        [
          heading(2, [textRun('健全制度。'), textRun(sentence.repeat(2), { body: true })]),
          heading(2, '夯实基础'),
          paragraph([textRun(sentence), textRun('重点', { bold: true }), textRun('任务', { underline: true })]),
          heading(3, '网点建设'),
          paragraph(sentence.repeat(3)),
          heading(4, '分步实施'),
          listItem('circled', '第一步，摸清底数；'),
          listItem('circled', '第二步，分类推进；'),
          listItem('decimal', '先易后难；', 2),
          merged,
          paragraph('附表说明', { align: 'center' }),
          paragraph('生僻字𠮷与表情😀原样保留，“引号”、破折号——、省略号……使用中文字体。'),
        ],
        heading(1, '工作进展'),
      ),
      section(
        'plan',
        [paragraph(sentence.repeat(12)), paragraph(sentence.repeat(9)), pageBreak(), paragraph(sentence.repeat(2))],
        heading(1, '下一步计划'),
      ),
      section('closing', [paragraph('感谢您对我市民政工作的关心和支持。'), paragraph('专此答复。')]),
    ],
    tail: {
      attachments: [
        { id: 'a1', title: '社区养老服务网点一览表' },
        { id: 'a2', title: '云州市推进基本养老服务体系建设的若干措施（征求意见后修改稿）及其配套文件目录' },
      ],
      units: ['云州市民政局'],
      date: '2026-04-07',
      seal: 'sealed',
      contacts: [{ name: '周敏', role: '联系人', phones: ['0999-0000000'] }],
      copyTo: ['市政协提案委员会', '市政府办公室', '市财政局', '市卫生健康委员会'],
    },
    revisions: {},
    threads: {},
  };
}

/** Nothing but numbered rows of 28 characters: `lineCount` full lines in one paragraph after its indent. */
export function gridLetter(lineCount: number): ReplyDocument {
  const digits = [...'零一二三四五六七八九'];
  const rows = Array.from({ length: lineCount }, (_, row) => (digits[row % 10] ?? '') + '国'.repeat(27));
  return {
    ...fullLetter(),
    id: 'grid-letter',
    head: { title: [], salutation: [] },
    sections: [section('other', [paragraph(rows.join('').slice(2))])],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  };
}

/** A letter of about `pages` pages of running text. */
export function longLetter(pages: number): ReplyDocument {
  const letter = fullLetter();
  const text = sentence.repeat(4);
  return {
    ...letter,
    id: 'long-letter',
    sections: Array.from({ length: Math.max(1, Math.round(pages / 2)) }, () =>
      section(
        'progress',
        [
          heading(2, '健全制度'),
          ...Array.from({ length: 2 }, () => paragraph(text)),
          heading(2, '夯实基础'),
          ...Array.from({ length: 3 }, () => paragraph(text)),
        ],
        heading(1, '工作进展'),
      ),
    ),
  };
}
