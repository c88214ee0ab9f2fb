import { describe, expect, it } from 'vitest';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { categoriesFor, docCodeFor } from '#shared/domain/unit-for-case.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { emptyReplyDocument, fieldRun, paragraph, promptParagraph, section, textRun } from './create.ts';
import { draftFromTemplate } from './from-template.ts';
import { plainText, runsText } from './plain-text.ts';
import type { ReplyDocument } from './schema.ts';

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  body: '县政协',
  session: '十届二次会议',
  number: '14',
  title: '关于修建停车场的提案',
  members: [{ name: '何明', lead: true, collective: false }],
};
const unit: UnitSettings = {
  ...defaultUnitSettings,
  fullName: '云岭县交通运输局',
  wording: {
    ...defaultUnitSettings.wording,
    title: {
      proposal: '关于对{届次}{第|案号|号}提案的\n复函',
      suggestion: '{单位全称}关于{届次}{第|案号|号}建议的答复',
      opinion: '',
    },
    opening: {
      proposal: '你在{届次|上}提出的{《|案由|》}收悉。{经商|会办单位|，}现答复如下：',
      suggestion: '',
      opinion: '',
    },
    closing: { proposal: '感谢你对{自称}工作的支持。\n此复。', suggestion: '', opinion: '' },
  },
};
const template: ReplyDocument = {
  ...emptyReplyDocument(),
  head: { title: [textRun('关于提案的答复')], salutation: [fieldRun('members'), textRun('委员：')] },
  sections: [
    section('opening', [paragraph('您提出的提案收悉。'), promptParagraph('总述')]),
    section('progress', [paragraph('下一步，我们将吸纳您的意见。'), promptParagraph('按您的建议写')]),
    section('closing', [promptParagraph('可不写'), paragraph('感谢您。'), paragraph('专此答复。')]),
  ],
};
const texts = (document: ReplyDocument) =>
  document.sections.map(({ blocks }) => blocks.map(({ runs, props }) => props?.prompt ?? runsText(runs)));

describe('a draft in the words of the unit', () => {
  const draft = draftFromTemplate(template, facts, unit);

  it('has its title, with the line break it asks for', () => {
    expect(runsText(draft.head.title)).toBe('关于对县政协十届二次会议第14号提案的\n复函');
    expect(draft.head.title.map((run) => run.object?.type ?? 'text')).toEqual([
      'text',
      'field',
      'field',
      'text',
      'break',
      'text',
    ]);
  });

  it('has its opening and closing, and keeps what is to be written', () => {
    expect(texts(draft)).toEqual([
      ['你在县政协十届二次会议上提出的《关于修建停车场的提案》收悉。现答复如下：', '总述'],
      ['下一步，我们将吸纳你的意见。', '按你的建议写'],
      ['可不写', '感谢你对我局工作的支持。', '此复。'],
    ]);
  });

  it('follows the case in fields', () => {
    const together = draftFromTemplate(template, { ...facts, coUnits: ['县财政局'] }, unit);
    expect(plainText(together)).toContain('收悉。经商县财政局，现答复如下：');
    const field = draft.sections[0]?.blocks[0]?.runs.find((run) => run.object?.type === 'field');
    expect(field?.object).toEqual({ type: 'field', field: 'session', after: '上' });
  });

  it('follows the kind of the case', () => {
    const suggestion = draftFromTemplate(template, { ...facts, kind: 'suggestion' }, unit);
    expect(runsText(suggestion.head.title)).toBe('云岭县交通运输局关于县政协十届二次会议第14号建议的答复');
    expect(texts(suggestion)[0]).toEqual(['您提出的提案收悉。', '总述']);
    const opinion = draftFromTemplate(template, { ...facts, role: 'co' }, unit);
    expect(runsText(opinion.head.title)).toBe('关于提案的答复');
  });

  it('leaves the address of a collective alone', () => {
    const collective = draftFromTemplate(template, facts, unit, { letter: 'collective' });
    expect(runsText(collective.head.title)).toContain('提案的\n复函');
    expect(texts(collective)[0]).toEqual(['您提出的提案收悉。', '总述']);
  });

  it('keeps the words of a template of the unit itself', () => {
    const own = draftFromTemplate(template, facts, unit, { keepsWords: true });
    expect(runsText(own.head.title)).toBe('关于提案的答复');
    expect(texts(own)[2]).toEqual(['可不写', '感谢您。', '专此答复。']);
  });

  it('is the template as it was where the unit words nothing', () => {
    expect(texts(draftFromTemplate(template, facts, defaultUnitSettings))).toEqual(texts(template));
  });
});

describe('a draft by the habits of the unit', () => {
  const habits: UnitSettings = {
    ...defaultUnitSettings,
    leader: { name: '林清', role: '承办负责人', phone: '0899-1234567' },
    contact: { name: '周舟', role: '经办人', phone: '' },
    copyTo: { proposal: ['县政协提案委'], suggestion: ['县人大常委会人代工委', '县政府督查室'], opinion: [] },
    docCode: '岭交函',
    docCodes: { suggestion: '岭交建', opinion: '' },
    categories: { proposal: [{ mark: '甲', meaning: '已解决' }], suggestion: [{ mark: 'A', meaning: '已解决' }] },
  };

  it('names both people, and whom the kind of case is copied to', () => {
    const { tail } = draftFromTemplate(template, { ...facts, kind: 'suggestion' }, habits);
    expect(tail.contacts).toEqual([
      { name: '林清', role: '承办负责人', phones: ['0899-1234567'] },
      { name: '周舟', role: '经办人', phones: [] },
    ]);
    expect(tail.copyTo).toEqual(['县人大常委会人代工委', '县政府督查室']);
    expect(draftFromTemplate(template, { ...facts, role: 'co' }, habits).tail.copyTo).toEqual([]);
  });

  it('keeps what the template names', () => {
    const named = { ...template, tail: { ...template.tail, copyTo: ['县委办'], contacts: [{ phones: ['1'] }] } };
    const { tail } = draftFromTemplate(named, facts, habits);
    expect(tail.copyTo).toEqual(['县委办']);
    expect(tail.contacts).toEqual([{ phones: ['1'] }]);
  });

  it('is numbered and judged by the scheme of its kind', () => {
    const suggestion = { ...facts, kind: 'suggestion' as const };
    expect(docCodeFor(habits, facts)).toBe('岭交函');
    expect(docCodeFor(habits, suggestion)).toBe('岭交建');
    expect(docCodeFor(habits, { ...suggestion, role: 'co' })).toBe('岭交函');
    expect(categoriesFor(habits, facts)).toEqual([{ mark: '甲', meaning: '已解决' }]);
    expect(categoriesFor(habits, suggestion)).toEqual([{ mark: 'A', meaning: '已解决' }]);
  });
});
