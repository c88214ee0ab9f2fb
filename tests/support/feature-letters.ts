import type { LetterOptions } from '#backend/export/letter/options.ts';
import { attachmentSection, heading, paragraph, section, table } from '#shared/document/create.ts';
import type { Block, Head, ReplyDocument, Section, Tail } from '#shared/document/schema.ts';
import type { FormId } from '#shared/domain/form.ts';
import type { UnitLayout, UnitSettings } from '#shared/domain/unit-settings.ts';
import { fullLetter, optionsOfForm } from './letters.ts';

/** Invented letters, each with one of the rarer things a form must hold. */

/** A short letter with everything but attachments. */
export function shortLetter(
  changes: { head?: Partial<Head>; tail?: Partial<Tail>; texts?: Section[] } = {},
): ReplyDocument {
  const letter = fullLetter();
  return {
    ...letter,
    id: 'short-letter',
    head: { ...letter.head, ...changes.head },
    sections: [
      section('other', [
        paragraph('您提出的提案收悉。现答复如下：'),
        heading(1, '工作进展'),
        paragraph('我局高度重视，已会同有关部门逐项落实。'.repeat(4)),
        paragraph('专此答复。'),
      ]),
      ...(changes.texts ?? []),
    ],
    tail: { ...letter.tail, attachments: [], ...changes.tail },
  };
}

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) =>
    paragraph(`第${'一二三四五六七八九十'[index % 10]}段，完善基层服务网点布局，统筹安排资金，健全长效管护机制。`),
  );

/** Rows of a wide table, the first of them repeated on every page. */
function wideTable(rowCount: number): Block {
  const rows = Array.from({ length: rowCount }, () => ['改造项目', '市民政局', '已经完成', '财政资金', '按时', '无']);
  const wide = table([['项目', '单位', '进展', '资金', '时限', '备注'], ...rows]);
  if (wide.table) wide.table.headerRows = 1;
  return wide;
}

/** Two attachments with their texts, the first or the second one a wide table over two pages. */
export function letterWithAttachments(wide: 'none' | 'first' | 'last'): ReplyDocument {
  const attachments = [
    { id: 'a1', title: '社区养老服务网点一览表' },
    { id: 'a2', title: '推进基本养老服务体系建设的若干措施' },
  ];
  const texts = [paragraphs(14), [heading(1, '总体要求'), ...paragraphs(14)]];
  const sections = attachments.map(({ id }, index) => {
    const isWide = wide === (index === 0 ? 'first' : 'last');
    const text = attachmentSection(id, isWide ? [wideTable(20)] : (texts[index] ?? []));
    return isWide ? { ...text, attachment: { itemId: id, isLandscape: true as const } } : text;
  });
  return shortLetter({ tail: { attachments }, texts: sections });
}

export const jointUnits = ['云州市民政局', '云州市财政局', '云州市卫生健康委员会'];

/** The options of a unit whose settings differ from the shipped ones. */
export function optionsOfUnit(
  form: FormId,
  changes: Partial<Omit<UnitSettings, 'layout'>> & { layout?: Partial<UnitLayout> },
): LetterOptions {
  const options = optionsOfForm(form);
  const layout = { ...options.unit.layout, ...changes.layout };
  return { ...options, unit: { ...options.unit, ...changes, layout } };
}
