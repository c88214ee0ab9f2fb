import { fieldRun, heading, paragraph, section, textRun, emptyReplyDocument, table } from '#shared/document/create.ts';
import { draftFromTemplate } from '#shared/document/from-template.ts';
import type { ReplyDocument, Run } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { categoriesFor, docCodeFor, type WordingKind } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterToDraw } from '../../preview/page-store.ts';

/** Stand where the unit has not said yet what it is called. Sample text is Chinese, as every letter is. */
const standIn = {
  fullName: '云岭市交通运输局',
  shortName: '市交通运输局',
  docCode: '云交函',
  contact: { name: '何明', phone: '0899-1234567' },
} as const;

/**
 * An invented letter of two pages in which every setting shows: all levels of headings, digits and western letters, a
 * table, an attachment, both contacts, disclosure and 抄送. It is made as a new draft is made.
 */
export function sampleLetter(unit: UnitSettings, kind: WordingKind): LetterToDraw {
  const own = withStandIns(unit);
  const caseFacts = sampleFacts(kind);
  const draft = draftFromTemplate(sampleTemplates[kind], caseFacts, own, { letter: kind });
  const category =
    kind === 'opinion' ? undefined : (categoriesFor(own, caseFacts)[1] ?? categoriesFor(own, caseFacts)[0]);
  const document: ReplyDocument = {
    ...draft,
    id: 'sample',
    head: {
      ...draft.head,
      docNumber: { code: docCodeFor(own, caseFacts), year: 2026, serial: 12 },
      ...(category && { category: category.mark }),
      ...(own.categoryPlace === 'left-block' && { signer: '林清' }),
      disclosure: { kind: 'public' },
    },
    tail: { ...draft.tail, date: '2026-04-07' },
  };
  return { body: stringifyReplyDocument(document), caseFacts, unit: own };
}

function withStandIns(unit: UnitSettings): UnitSettings {
  const { fullName, shortName, docCode, contact } = unit;
  return {
    ...unit,
    fullName: fullName === '' ? standIn.fullName : fullName,
    shortName: shortName === '' ? standIn.shortName : shortName,
    docCode: docCode === '' ? standIn.docCode : docCode,
    contact: contact.name === '' && unit.leader.name === '' ? { ...contact, ...standIn.contact } : contact,
  };
}

function sampleFacts(kind: WordingKind): CaseFacts {
  const isSuggestion = kind === 'suggestion';
  return {
    ...emptyCaseFacts(),
    kind: isSuggestion ? 'suggestion' : 'proposal',
    body: isSuggestion ? '市六届人大' : '政协云岭市',
    session: isSuggestion ? '五次会议' : '六届五次会议',
    number: '0178',
    title: isSuggestion ? '关于优化城市公交线网的建议' : '关于加强农村公路养护的提案',
    members: [{ name: '苏文', lead: true, collective: false }],
    role: kind === 'opinion' ? 'co' : 'host',
    coUnits: kind === 'opinion' ? [] : ['市财政局'],
    hostUnit: kind === 'opinion' ? '市农业农村局' : '',
  };
}

const number = () => fieldRun('caseNumber', { before: '（第', after: '号）' });
const caseTitle = () => fieldRun('caseTitle', { before: '《', after: '》' });

const titles: Record<WordingKind, Run[]> = {
  proposal: [
    fieldRun('unitFullName'),
    textRun('关于'),
    fieldRun('session'),
    fieldRun('caseNumber', { before: '第', after: '号' }),
    textRun('提案的答复'),
  ],
  suggestion: [
    fieldRun('unitFullName'),
    textRun('关于'),
    fieldRun('session'),
    fieldRun('caseNumber', { before: '第', after: '号' }),
    textRun('建议的答复'),
  ],
  opinion: [
    fieldRun('unitFullName'),
    textRun('关于'),
    fieldRun('session'),
    fieldRun('caseNumber', { before: '第', after: '号' }),
    textRun('提案会办意见的函'),
  ],
};

const openings: Record<WordingKind, Run[]> = {
  proposal: [
    textRun('您'),
    fieldRun('session', { before: '在', after: '上' }),
    textRun('提出的'),
    caseTitle(),
    number(),
    textRun('收悉。经'),
    fieldRun('coUnits', { before: '会同' }),
    textRun('研究，现答复如下：'),
  ],
  suggestion: [
    textRun('您'),
    fieldRun('session', { before: '在', after: '上' }),
    textRun('提出的'),
    caseTitle(),
    number(),
    textRun('收悉。经'),
    fieldRun('coUnits', { before: '会同' }),
    textRun('研究，现答复如下：'),
  ],
  opinion: [
    textRun('你单位主办的'),
    fieldRun('session'),
    caseTitle(),
    number(),
    textRun('收悉。现就涉及'),
    fieldRun('unitSelfName'),
    textRun('的内容提出会办意见如下：'),
  ],
};

const closings: Record<WordingKind, string[]> = {
  proposal: ['感谢您对交通运输工作的关心和支持。', '专此答复。'],
  suggestion: ['感谢您对交通运输工作的关心和支持。', '专此答复。'],
  opinion: ['以上意见，供你们答复委员时参考。', '特此函复。'],
};

const salutations: Record<WordingKind, Run[]> = {
  proposal: [fieldRun('members', { after: '委员：' })],
  suggestion: [fieldRun('members', { after: '代表：' })],
  opinion: [fieldRun('hostUnit', { after: '：' })],
};

function sampleTemplate(kind: WordingKind): ReplyDocument {
  const empty = emptyReplyDocument();
  return {
    ...empty,
    head: { title: titles[kind], salutation: salutations[kind] },
    sections: [
      section('opening', [paragraph(openings[kind])]),
      section(
        'progress',
        [
          heading(2, '完善养护机制'),
          paragraph('2025年，全市农村公路列养率达到100%，优良中等路率为91.3%，比上年提高2.6个百分点。'),
          heading(3, [
            textRun('落实养护责任。'),
            textRun('配备县、乡、村三级路长1246名。', {
              body: true,
            }),
          ]),
          heading(4, [textRun('强化资金保障。'), textRun('养护补助随里程增长。', { body: true })]),
          heading(2, '推进信息化管理'),
          paragraph('接入GPS巡查终端320台，近两年养护投入见下表。'),
          table([
            ['年度', '养护里程（公里）', '投入（万元）'],
            ['2024', '3865', '4120'],
            ['2025', '3978', '4680'],
          ]),
        ],
        heading(1, '工作进展'),
      ),
      section(
        'plan',
        [
          paragraph([
            textRun('下一步，'),
            fieldRun('unitSelfName'),
            textRun('将认真吸纳您的意见建议，力争到2027年底全市农村公路优良中等路率达到93%以上。'),
          ]),
        ],
        heading(1, '下一步计划'),
      ),
      section(
        'closing',
        closings[kind].map((text) => paragraph(text)),
      ),
    ],
    tail: { ...empty.tail, attachments: [{ id: 'sample-attachment', title: '2025年农村公路养护工程完成情况' }] },
  };
}

const sampleTemplates: Record<WordingKind, ReplyDocument> = {
  proposal: sampleTemplate('proposal'),
  suggestion: sampleTemplate('suggestion'),
  opinion: sampleTemplate('opinion'),
};
