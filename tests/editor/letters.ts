import { REPLY_SCHEMA, type Block, type ReplyDocument } from '#shared/document/schema.ts';

const p = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id,
  type: 'paragraph',
  runs: text === '' ? [] : [{ text }],
  ...more,
});

/** Text of `smallLetter()` line by line, as `harness.lines()` gives it. */
export const smallLines = [
  '关于做好公文处理工作的答复',
  '李明委员：',
  '各有关单位要高度重视。',
  '现将有关事项通知如下，请遵照执行。',
  '',
  '特此函复。',
];

/** Ids b1–b4; three sections are enough to have borders, and b3 is an empty paragraph. */
export function smallLetter(): ReplyDocument {
  return {
    schema: REPLY_SCHEMA,
    id: 'small',
    head: { title: [{ text: smallLines[0]! }], salutation: [{ text: smallLines[1]! }] },
    sections: [
      {
        id: 's1',
        role: 'opening',
        blocks: [
          p('b1', '各有关单位要高度重视。'),
          p('b2', '', {
            runs: [{ text: '现将有关事项' }, { text: '通知如下', format: { bold: true } }, { text: '，请遵照执行。' }],
          }),
          p('b3', ''),
        ],
      },
      { id: 's2', role: 'closing', blocks: [p('b4', '特此函复。')] },
    ],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
    revisions: {},
    threads: {},
  };
}

/** The small letter with the texts of two attachments, f1 and g1 in them. */
export function letterWithAttachments(): ReplyDocument {
  const letter = smallLetter();
  return {
    ...letter,
    sections: [
      ...letter.sections,
      { id: 's3', role: 'attachment', attachment: { itemId: 'a1' }, blocks: [p('f1', '甲站、乙站。')] },
      {
        id: 's4',
        role: 'attachment',
        attachment: { itemId: 'a2', isLandscape: true },
        blocks: [{ id: 'g1', type: 'heading', level: 1, runs: [{ text: '编制依据' }] }, p('g2', '见有关规定。')],
      },
    ],
    tail: {
      ...letter.tail,
      attachments: [
        { id: 'a1', title: '站点清单' },
        { id: 'a2', title: '编制说明' },
      ],
    },
  };
}

/** A letter with everything on it, for pictures and for the tests of numbers, tables and forms. */
export function fullLetter(): ReplyDocument {
  const h = (id: string, level: number, text: string): Block => ({ id, type: 'heading', level, runs: [{ text }] });
  return {
    schema: REPLY_SCHEMA,
    id: 'full',
    head: {
      docNumber: { code: '云工信函', year: 2026, serial: 12 },
      category: 'A',
      disclosure: { kind: 'public' },
      title: [{ text: '云川市工业和信息化局关于市政协十五届三次会议第0123号提案的答复' }],
      salutation: [{ text: '李明委员：' }],
    },
    sections: [
      {
        id: 's-opening',
        role: 'opening',
        blocks: [
          p('o1', '', {
            runs: [
              { text: '您提出的关于' },
              { text: '加快云川市公共停车设施建设共治共享', object: { type: 'field', field: 'caseTitle' } },
              { text: '的提案，经会同' },
              { text: '市数据局、市人社局', object: { type: 'field', field: 'coUnits' } },
              { text: '研究，现答复如下：' },
            ],
          }),
        ],
      },
      {
        id: 's-progress',
        role: 'progress',
        heading: h('h1', 1, '工作进展'),
        blocks: [
          h('h2', 2, '完善停车管理政策'),
          p(
            't1',
            '出台《公共停车设施建设办法》，对立项、用地、收费、管理等各环节作出具体规定。在以上工作基础上，我局加强“统筹设计”，与街道、社区一道，开展有针对性的排查。',
          ),
          h('h3', 2, '推动车位信息共享'),
          h('h4', 3, '开展车位摸底'),
          p('t2', '梳理各区和各街道公共车位目录共38000个。'),
          {
            id: 'tbl',
            type: 'table',
            runs: [],
            table: {
              headerRows: 1,
              columns: [{ width: 2 }, { width: 1 }, { width: 1 }],
              rows: [
                ['项目', '数量', '完成率'],
                ['数据目录', '38000', '96%'],
                ['共享接口', '412', '88%'],
              ].map((cells, row) => ({
                id: `row${row}`,
                cells: cells.map((text, column) => ({
                  id: `cell${row}${column}`,
                  blocks: [p(`cp${row}${column}`, text)],
                })),
              })),
            },
          },
          {
            id: 'l1',
            type: 'list-item',
            level: 1,
            props: { list: 'decimal' },
            runs: [{ text: '建立公共数据一本账；' }],
          },
          { id: 'l2', type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: '完善数据安全制度。' }] },
        ],
      },
      {
        id: 's-plan',
        role: 'plan',
        heading: h('h5', 1, '下一步计划'),
        blocks: [
          p('t3', '针对您提出的建议，我局将认真采纳并做好以下工作。'),
          h('h6', 2, '强化智慧停车服务'),
          p('t4', '', { props: { prompt: '写明下一步的具体措施、时限和责任单位' } }),
        ],
      },
      { id: 's-closing', role: 'closing', blocks: [p('c1', '感谢您对我市工业和信息化工作的关心和支持。')] },
    ],
    tail: {
      attachments: [
        { id: 'a1', title: '停车设施清单' },
        { id: 'a2', title: '重点项目建设进度表' },
      ],
      units: ['云川市工业和信息化局'],
      date: '2026-04-17',
      contacts: [{ role: '联系人', name: '王芳', phones: ['83600000'] }],
      copyTo: ['市政协提案委员会', '市政府督查室'],
    },
    revisions: {},
    threads: {},
  };
}
