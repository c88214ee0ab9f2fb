import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeLetter } from '#backend/export/letter/describe.ts';
import { draftFromTemplate } from '#shared/document/from-template.ts';
import { checkReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import type { Block, Run } from '#shared/document/schema.ts';
import { allBlockIds, everyBlock } from '#shared/document/walk.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { letterKinds, templateSchema, type Template } from '#shared/domain/template.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { letterOptions } from '../support/letters.ts';

const folder = fileURLToPath(new URL('../../resources/templates/', import.meta.url));
const templates = readdirSync(folder).map((name): [string, Template] => [
  name,
  templateSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8'))),
]);
const byKind = (kind: Template['kind']): Template => {
  const found = templates.find(([, template]) => template.kind === kind);
  if (!found) throw new Error(`no template of kind ${kind}`);
  return found[1];
};

const unit: UnitSettings = {
  ...defaultUnitSettings,
  fullName: '云州市民政局',
  shortName: '市民政局',
  contact: { name: '周敏', role: '联系人', phone: '0999-0000000' },
};
const facts: CaseFacts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '六届五次会议',
  number: '0168',
  title: '关于完善社区养老服务网络的提案',
  members: [
    { name: '许文', lead: false, collective: false },
    { name: '林知远', lead: true, collective: false },
  ],
  coUnits: ['市财政局', '市卫生健康委'],
  hostUnit: '市卫生健康委员会',
};
const reads = (kind: Template['kind'], more: Partial<CaseFacts> = {}): string =>
  plainText(draftFromTemplate(byKind(kind).document, { ...facts, ...more }, unit));
const fieldsOf = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) => (run.object?.type === 'field' ? [run.object.field] : []));
const prompts = (blocks: Iterable<Block>): string[] => [...blocks].flatMap((block) => block.props?.prompt ?? []);

it('ships one template of every kind', () => {
  expect(templates.map(([, template]) => template.kind)).toEqual([...letterKinds]);
  expect(new Set(templates.map(([, template]) => template.id)).size).toBe(templates.length);
});

describe.each(templates)('%s', (_name, { name, description, document }) => {
  it('is a valid document with all standard parts and unique ids', () => {
    expect(checkReplyDocument(document)).toBe(document);
    expect(document.sections.map((part) => part.role)).toEqual(['opening', 'progress', 'plan', 'closing']);
    const ids = [...document.sections.map((part) => part.id), ...allBlockIds(document)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(name.length * description.length).toBeGreaterThan(0);
  });

  it('is bound to the case and the unit, with no value of its own', () => {
    const runs = [
      ...document.head.title,
      ...document.head.salutation,
      ...[...everyBlock(document)].flatMap((b) => b.runs),
    ];
    expect(fieldsOf(document.head.title)).toEqual(['unitFullName', 'session', 'caseNumber']);
    expect(fieldsOf(runs)).toEqual(expect.arrayContaining(['caseTitle', 'caseNumber', 'session', 'unitSelfName']));
    expect(runs.filter((run) => run.object?.type === 'field' && run.text !== '')).toEqual([]);
    expect(document.tail).toEqual({ attachments: [], units: [], contacts: [], copyTo: [] });
  });

  it('shows what belongs into every empty block, and prints none of it', () => {
    const texts = prompts(everyBlock(document));
    expect(texts.length).toBeGreaterThan(2);
    expect(new Set(texts).size).toBe(texts.length);
    const empty = [...everyBlock(document)].filter((block) => block.runs.length === 0);
    expect(empty.filter((block) => !block.props?.prompt)).toEqual([]);
    const draft = draftFromTemplate(document, facts, unit);
    const printed =
      JSON.stringify(describeLetter(draft, { ...letterOptions, unit, caseFacts: facts }).elements) + plainText(draft);
    for (const text of texts) expect(printed).not.toContain(text);
  });

  it('leaves no dangling phrase when nothing is known of the case', () => {
    const text = plainText(draftFromTemplate(document, emptyCaseFacts(), { ...unit, fullName: '' }));
    expect(text).not.toMatch(/《》|（第|第号|会同研究|在上|经，|：：|，，|^：/m);
  });
});

describe('filled with a case', () => {
  it('answers a proposal', () => {
    expect(reads('proposal')).toBe(
      [
        '云州市民政局关于市政协六届五次会议第0168号提案的答复',
        '林知远、许文委员：',
        '你们在市政协六届五次会议上提出的《关于完善社区养老服务网络的提案》（第0168号）收悉。经会同市财政局、市卫生健康委研究，现答复如下：',
        '一、工作进展',
        '二、下一步计划',
        '下一步，我局将认真吸纳你们的意见建议，重点做好以下工作：',
        '衷心感谢你们对我局工作的关心和支持，恳请继续提出宝贵意见建议。',
        '专此答复。',
        '云州市民政局',
        '（联系人：周敏；联系电话：0999-0000000）',
        '',
      ].join('\n'),
    );
  });

  it('speaks to one person as 您', () => {
    const text = reads('proposal', { members: [{ name: '许文', lead: true, collective: false }] });
    expect(text).toContain('许文委员：\n您在市政协六届五次会议上提出的');
    expect(text).not.toContain('你们');
  });

  it('does without co-handling units', () => {
    for (const kind of ['proposal', 'suggestion', 'collective', 'short'] as const) {
      expect(reads(kind, { coUnits: [] })).toContain('（第0168号）收悉。经研究，现答复如下：');
    }
  });

  it('answers a suggestion of a deputy', () => {
    const text = reads('suggestion', { body: '市', session: '十六届人大五次会议', title: '关于修缮滨河步道的建议' });
    expect(text).toContain('云州市民政局关于市十六届人大五次会议第0168号建议的答复');
    expect(text).toContain('许文代表：');
    expect(text).toContain('你们在市十六届人大五次会议上提出的《关于修缮滨河步道的建议》（第0168号）收悉。');
    expect(text).not.toMatch(/提案|委员：/);
  });

  it('gives an opinion to the host unit and does not address the member', () => {
    const text = reads('opinion');
    expect(text.split('\n').slice(0, 3)).toEqual([
      '云州市民政局关于市政协六届五次会议第0168号提案会办意见的函',
      '市卫生健康委员会：',
      '你单位主办的市政协六届五次会议《关于完善社区养老服务网络的提案》（第0168号）收悉。根据职责分工，经研究，现就涉及我局的内容提出会办意见如下：',
    ]);
    expect(text).toContain('以上意见，供你们答复委员时参考。');
    expect(text).not.toContain('您');
  });

  it('answers a body as 贵会', () => {
    const text = reads('collective', { members: [{ name: '民建云州市委员会', lead: true, collective: true }] });
    expect(text).toContain('民建云州市委员会：\n贵会在市政协六届五次会议上提出的');
    expect(text).not.toMatch(/您|委员：/);
  });
});
