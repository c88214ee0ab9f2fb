import { emptyReplyDocument, heading, paragraph, section, textRun } from '#shared/document/create.ts';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';

const sentence =
  '我局会同有关部门认真研究，坚持问题导向，统筹推进公共交通线网优化、站点增设和信息服务提升，取得阶段性成效，群众出行更加便捷。';

/** An invented letter of about `characters` characters: headings of two levels and paragraphs of some 170 characters. */
export function letterOf(characters: number): ReplyDocument {
  const blocks: Block[] = [];
  let written = 0;
  for (let index = 0; written < characters; index += 1) {
    if (index % 8 === 0) blocks.push(heading(1, `第${index / 8 + 1}方面工作`));
    if (index % 4 === 0) blocks.push(heading(2, `推进第${index / 4 + 1}项任务落实`));
    const text = sentence.repeat(2 + (index % 2));
    blocks.push(paragraph(text));
    written += text.length;
  }
  return {
    ...emptyReplyDocument(),
    head: {
      docNumber: { code: '云交函', year: 2026, serial: 21 },
      title: [textRun('关于市政协三届二次会议第0231号提案的答复')],
      salutation: [textRun('何明委员：')],
    },
    sections: [
      section('opening', [paragraph('您提出的《关于增设公交站点的提案》（第0231号）收悉。经研究，现答复如下：')]),
      section('progress', blocks),
      section('plan', [paragraph(sentence)]),
      section('closing', [paragraph('感谢您对交通运输工作的关心和支持。')]),
    ],
    tail: {
      attachments: [],
      units: ['云江市交通运输局'],
      date: '2026-05-06',
      contacts: [{ name: '周舟', role: '联系人', phones: ['0899-7654321'] }],
      copyTo: ['市政府办公室'],
    },
  };
}

/** About ten printed pages: 22 lines of 28 characters each. */
export const TEN_PAGES = 5600;

/** The same letter with one word more, as after a keystroke. */
export function edited(document: ReplyDocument, round: number): ReplyDocument {
  return {
    ...document,
    sections: document.sections.map((part) =>
      part.role === 'plan' ? { ...part, blocks: [paragraph(`${sentence}第${round}次修改。`)] } : part,
    ),
  };
}
