import { columnsOf, heading, listItem, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { REPLY_SCHEMA, type Block, type ReplyDocument, type Section } from '#shared/document/schema.ts';
import { defaultUnitLayout, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { gridLetter } from '../support/letters.ts';
import { prose } from './sentences.ts';

/** One letter the conformance is measured on. Places, offices and people are invented. */
export interface ConformanceLetter {
  id: string;
  /** What it is in the set for. */
  about: string;
  document: ReplyDocument;
  unit?: Partial<UnitSettings>;
  /** Of an unusual letter: beginning of the ids of the rules that hold for it. */
  only?: string;
  /** Measured by `npm test` as well. */
  isShort?: true;
}

const unit = '云江市民政局';

function letter(id: string, about: string, parts: Partial<ReplyDocument>): ConformanceLetter {
  return { id, about, document: { ...standard(id), ...parts } };
}

function standard(id: string): ReplyDocument {
  return {
    schema: REPLY_SCHEMA,
    id,
    head: {
      docNumber: { code: '云民函', year: 2026, serial: 12 },
      disclosure: { kind: 'public' },
      title: [textRun('关于市政协六届五次会议第0168号提案的答复')],
      salutation: [textRun('林知远委员：')],
    },
    sections: onePage,
    tail: {
      attachments: [],
      units: [unit],
      date: '2026-04-07',
      seal: 'sealed',
      contacts: [{ name: '周敏', role: '联系人', phones: ['0999-6000000'] }],
      copyTo: ['市政协提案委员会', '市政府办公室'],
    },
    revisions: {},
    threads: {},
  };
}

const opening = section('opening', [
  paragraph(
    '您提出的《关于完善社区养老服务网络的提案》（第0168号）收悉。经会同市财政局、市卫生健康委员会研究，现答复如下：',
  ),
]);
const closing = section('closing', [paragraph('感谢您对我市民政工作的关心和支持。'), paragraph('专此答复。')]);
const onePage = [opening, section('progress', [paragraph(prose(8, 1))]), closing];
const paragraphs = (seed: number, counts: readonly number[]): Block[] =>
  counts.map((count, index) => paragraph(prose(seed + index * 3, count)));
const runIn = (title: string, seed: number, count: number): Block =>
  heading(2, [textRun(`${title}。`), textRun(prose(seed, count), { body: true })]);
const text = (...blocks: (Section | Block[])[]): Section[] => [
  opening,
  ...blocks.map((part) => (Array.isArray(part) ? section('progress', part) : part)),
  closing,
];
const withHead = (id: string, head: Partial<ReplyDocument['head']>): ReplyDocument['head'] => ({
  ...standard(id).head,
  ...head,
});
const withTail = (id: string, tail: Partial<ReplyDocument['tail']>): ReplyDocument['tail'] => ({
  ...standard(id).tail,
  ...tail,
});

const fourLevels = (seed: number): Block[] => [
  runIn('健全制度', seed, 3),
  heading(2, '夯实基础'),
  ...paragraphs(seed + 1, [2]),
  heading(3, '改造服务网点'),
  ...paragraphs(seed + 2, [2]),
  heading(4, '分步实施'),
  ...paragraphs(seed + 4, [2]),
  heading(4, '压实责任'),
  ...paragraphs(seed + 5, [3]),
  heading(3, '培训服务人员'),
  ...paragraphs(seed + 6, [2]),
  listItem('decimal', '摸清底数，建立台账；'),
  listItem('decimal', '分类推进，销号管理；'),
  listItem('decimal', '跟踪问效，接受监督。'),
];

const long = (count: number): Section[] =>
  Array.from({ length: count }, (_, index) =>
    section(
      'progress',
      [
        runIn(`推进第${index + 1}项服务提升`, index, 3),
        runIn(`落实第${index + 1}项资金保障`, index + 2, 4),
        ...paragraphs(index + 5, [3, 4]),
      ],
      heading(1, `第${index + 1}方面工作情况`),
    ),
  );

const projects = (count: number): Block => {
  const block = table([
    ['序号', '项目名称', '建设内容', '完成时限'],
    ...Array.from({ length: count }, (_, index) => [
      String(index + 1),
      `第${index + 1}社区养老服务站`,
      index % 3 === 0 ? '新建日间照料用房，配置康复器材和无障碍设施' : '改造提升',
      '2026年底前',
    ]),
  ]);
  return { ...block, ...(block.table && { table: { ...block.table, columns: columnsOf([3, 8, 8, 5]) } }) };
};

const rows = (count: number): Block => {
  const block = table([
    ['序号', '项目', '时限'],
    ...Array.from({ length: count }, (_, index) => [String(index + 1), `第${index + 1}项任务`, '年底前']),
  ]);
  return { ...block, ...(block.table && { table: { ...block.table, headerRows: 1, columns: columnsOf([1, 3, 2]) } }) };
};

/** Each phrase at several distances from the beginning of its line, so that it meets the end of one. */
function atLineEnds(): Block[] {
  const phrases = [
    '每户补助100～150千克口粮',
    '实施2018—2019年度行动方案',
    '访问学者艾山江·买买提明、古丽娜·阿布都热依木参加',
    '每平方米补助1200元/年、工作日/休息日均开放',
    '引进图形处理器（GPGPU+XPU）、（CPU+AI）等算力设备',
    '落实《云江市养老服务条例》《“十五五”规划纲要（2026—2030年）》',
    '咨询电话0999-6000000转8021',
    '面向全社会开放——这是第一步……还有许多',
    '上线“YunServe”平台（即“一网通办”）',
  ];
  return phrases.flatMap((phrase, row) =>
    [12, 15, 18, 21].map((before) => {
      const start = prose(row, 2)
        .replaceAll(/[^\u4e00-\u9fa5]/g, '')
        .slice(0, before);
      return paragraph(`${start}${phrase}，${prose(row + 3, 1)}`);
    }),
  );
}

const attachmentPages = (itemId: string, blocks: Block[], isLandscape = false): Section => ({
  ...section('attachment', blocks),
  attachment: { itemId, ...(isLandscape && { isLandscape: true as const }) },
});

/** A short letter whose body ends so many lines below the salutation: its signature meets the foot of the page. */
const endingAfter = (lines: number): ConformanceLetter =>
  letter(`ends-after-${lines}-lines`, 'signature that meets the foot of a page', {
    sections: [
      section('other', [
        ...Array.from({ length: lines - 1 }, (_, index) => paragraph(`第${index + 1}项任务已经完成。`)),
        paragraph('专此答复。'),
      ]),
    ],
    tail: withTail('', { contacts: [], copyTo: [] }),
  });

/** After so many lines a paragraph of six, which the first page holds and the signature below it not. */
const longLastAfter = (lines: number): ConformanceLetter =>
  letter(`long-last-paragraph-${lines}`, 'a last paragraph that parts for the signature', {
    sections: [
      section('other', [
        ...Array.from({ length: lines }, (_, index) => paragraph(`第${index + 1}项任务已经完成。`)),
        paragraph(prose(6, 3)),
      ]),
    ],
    tail: withTail('', { contacts: [], copyTo: [] }),
  });

export const conformanceLetters: readonly ConformanceLetter[] = [
  {
    ...letter('one-page', 'one page, one unit, sealed', { tail: withTail('', { copyTo: [] }) }),
    isShort: true,
  },
  {
    ...letter('preprinted-offset', 'the first letter on paper that lies 2 mm to the right and 1.5 mm too high', {
      tail: withTail('', { copyTo: [] }),
      sections: onePage,
    }),
    unit: { layout: { ...defaultUnitLayout, preprintedOffset: { x: 2, y: -1.5 } } },
    only: 'preprinted.',
  },
  letter('two-pages', 'two pages, headings of level 1', {
    sections: text(
      section('progress', paragraphs(1, [3, 2]), heading(1, '关于网点布局')),
      section('plan', paragraphs(4, [2, 2]), heading(1, '下一步计划')),
    ),
  }),
  {
    ...letter('three-pages', 'headings of four levels, run in and alone, a numbered list', {
      sections: text(
        section('progress', fourLevels(0), heading(1, '工作进展')),
        section('plan', paragraphs(7, [2]), heading(1, '今后打算')),
      ),
    }),
    isShort: true,
  },
  letter('four-pages', 'a long title the program breaks, one attachment named', {
    head: withHead('', {
      title: [textRun('云江市民政局关于对云江市第六届人民代表大会第五次会议第0231号建议的答复')],
      salutation: [textRun('许文澜代表：')],
      category: 'A类',
    }),
    sections: text(
      section('progress', [...fourLevels(3), ...paragraphs(2, [4, 3])], heading(1, '已开展的工作')),
      section('plan', paragraphs(6, [3, 3]), heading(1, '下一步安排')),
    ),
    tail: withTail('', { attachments: [{ id: 'a1', title: '云江市社区养老服务设施一览表' }] }),
  }),
  letter('twelve-pages', 'twelve pages of running text', { sections: text(...long(8)) }),
  {
    ...letter('joint-sealed', 'three units, sealed', {
      head: withHead('', { docNumber: { code: '云民联函', year: 2026, serial: 3 } }),
      sections: text(paragraphs(2, [3, 3, 2])),
      tail: withTail('', { units: [unit, '云江市财政局', '云江市卫生健康委员会'] }),
    }),
    isShort: true,
  },
  letter('joint-unsealed', 'two units, without seal', {
    sections: text(paragraphs(5, [3, 2])),
    tail: withTail('', { units: [unit, '云江市住房和城乡建设局'], seal: 'unsealed' }),
  }),
  {
    ...letter('unsealed', 'without seal, the date shorter than the unit', {
      head: withHead('', { docNumber: { code: '云人社函', year: 2026, serial: 108 }, category: 'B类' }),
      sections: text(paragraphs(3, [2, 2])),
      tail: withTail('', { units: ['云江市人力资源和社会保障局'], seal: 'unsealed', date: '2026-11-23' }),
    }),
    unit: { fullName: '云江市人力资源和社会保障局' },
    isShort: true,
  },
  letter('unsealed-long-date', 'without seal, the date longer than the unit', {
    sections: text(paragraphs(8, [2])),
    tail: withTail('', { seal: 'unsealed', date: '2026-10-12' }),
  }),
  {
    ...letter('name-stamp', 'signed with a name stamp', {
      sections: text(paragraphs(1, [2, 2])),
      tail: withTail('', { seal: 'name-stamp', signerPosts: ['局长'] }),
    }),
    isShort: true,
  },
  {
    ...letter('attachments', 'three attachments with their text, one of them landscape', {
      sections: [
        ...text(paragraphs(4, [3, 3])),
        attachmentPages('a1', [paragraph(prose(3, 3)), heading(1, '基本原则'), paragraph(prose(5, 4))]),
        attachmentPages('a2', [projects(24)], true),
        attachmentPages('a3', [paragraph(prose(8, 2))]),
      ],
      tail: withTail('', {
        attachments: [
          { id: 'a1', title: '云江市推进基本养老服务体系建设的若干措施（征求意见后修改稿）及其配套文件目录' },
          { id: 'a2', title: '社区养老服务站建设项目表' },
          { id: 'a3', title: '养老服务补贴申领流程' },
        ],
      }),
    }),
    isShort: true,
  },
  letter('one-attachment', 'one attachment with its text', {
    sections: [...text(paragraphs(6, [2, 3])), attachmentPages('a1', [projects(6), paragraph(prose(2, 1))])],
    tail: withTail('', { attachments: [{ id: 'a1', title: '社区养老服务站分布表' }] }),
  }),
  letter('tables', 'a table over several pages', {
    sections: text([...paragraphs(0, [2]), projects(36), ...paragraphs(5, [2])]),
  }),
  {
    ...letter('notices', '份号, 密级, 紧急程度, 签发人, a long issuer, 抄送 that wraps', {
      head: withHead('', {
        copyNumber: '000012',
        secrecy: '机密★1年',
        urgency: '特急',
        signer: '李建国',
        category: 'A类',
        docNumber: { code: '云卫体函', year: 2026, serial: 7 },
      }),
      sections: text(paragraphs(2, [3, 2])),
      tail: withTail('', {
        units: ['云江市卫生健康和体育发展委员会'],
        copyTo: [
          '市政协提案委员会',
          '市政府办公室',
          '市发展和改革委员会',
          '市财政局',
          '市人力资源和社会保障局',
          '市住房和城乡建设局',
          '各县（市、区）人民政府',
        ],
      }),
    }),
    unit: { fullName: '云江市卫生健康和体育发展委员会' },
    isShort: true,
  },
  letter('many-members', 'a short title and a salutation that wraps', {
    head: withHead('', {
      title: [textRun('关于第0168号提案的答复')],
      salutation: [
        textRun('林知远、许文澜、周子衡、沈若溪、陆怀川、顾清和、秦望舒、何慕白、苏明远、江听雨、叶知秋、方景行委员：'),
      ],
    }),
    sections: text(paragraphs(7, [2, 3])),
  }),
  letter('own-breaks', 'a title with the drafter’s line breaks, 附注 of several kinds', {
    head: withHead('', {
      title: [textRun('云江市民政局关于市政协\n六届五次会议第0168号提案\n办理情况的答复')],
      disclosure: { kind: 'on-request' },
    }),
    sections: text(paragraphs(9, [3, 2])),
    tail: withTail('', { note: '办理结果已与提案人沟通' }),
  }),
  endingAfter(8),
  endingAfter(11),
  endingAfter(13),
  {
    ...letter('line-edges', 'numbers, names and brackets at the ends of lines', { sections: text(atLineEnds()) }),
    isShort: true,
  },
  { ...longLastAfter(7), isShort: true },
  longLastAfter(9),
  letter('long-note', '附注 that wraps', {
    tail: withTail('', {
      note: '联系处室：养老服务处，联系地址：云江市滨河路中段128号民政综合楼三层，传真：0999-6000001，邮政编码：999000',
    }),
  }),
  letter('long-table', 'a table of one-line rows over several pages', {
    sections: text([...paragraphs(0, [1]), rows(60)]),
  }),
  {
    ...letter('no-issuer', 'nobody says who sends it', { tail: withTail('', { units: [], copyTo: [] }) }),
    unit: { fullName: '' },
    only: 'colophon.no-lone-date',
  },
  {
    id: 'grid',
    about: 'nothing but full lines of 28 characters',
    document: gridLetter(66),
    unit: { fullName: unit },
    isShort: true,
  },
];
