import { describe, expect, it } from 'vitest';
import { breakRun, emptyReplyDocument, textRun } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { emptyCaseFacts, type CaseFacts } from './case.ts';
import { sheetFields } from './sheet-text.ts';
import { sheetValues, withRecipient, withStep } from './sheet-values.ts';
import { defaultUnitSettings } from './unit-settings.ts';

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '六届五次会议',
  number: '第0168号',
  title: '关于完善社区养老服务网络的提案',
  members: [
    { name: '欧阳若川', lead: false, collective: false },
    { name: '林知远', lead: true, collective: false },
    { name: '云州市第三界别组', lead: false, collective: true },
  ],
  role: 'host',
  coUnits: ['市财政局', '市卫生健康委员会'],
  dueOn: '2026-06-30',
};

function letter(): ReplyDocument {
  const empty = emptyReplyDocument();
  return {
    ...empty,
    head: {
      docNumber: { code: '云州民函', year: 2026, serial: 12 },
      category: 'A类',
      disclosure: { kind: 'withheld', reason: '涉及个人隐私' },
      title: [
        textRun('云州市民政局关于'),
        breakRun(),
        textRun('第0168号提案的'),
        { text: '旧', del: ['r1'] },
        textRun('答复'),
      ],
      salutation: [textRun('林知远委员：')],
    },
    tail: {
      attachments: [
        { id: 'a', title: '网点一览表' },
        { id: 'b', title: '工作方案' },
      ],
      units: ['云州市民政局'],
      date: '2026-04-07',
      contacts: [{ name: '周敏', role: '联系人', phones: ['0999-0000000'] }],
      copyTo: ['市政协提案委员会', '市政府办公室'],
    },
  };
}

const unit = {
  ...defaultUnitSettings,
  fullName: '云州市民政局',
  approvers: [
    { step: '拟稿', name: '周敏' },
    { step: '签发', name: '' },
    { step: ' ', name: '无' },
  ],
};

describe('the values of a sheet', () => {
  it('are what letter, case and unit say', () => {
    expect(sheetValues(letter(), facts, unit).values).toMatchObject({
      标题: '云州市民政局关于第0168号提案的答复',
      文号: '云州民函〔2026〕12号',
      类别选项: '☑A　□B　□C　□D',
      公开属性: '不予公开',
      不公开理由: '涉及个人隐私',
      主送: '林知远委员',
      抄送: '市政协提案委员会，市政府办公室',
      附件: '1.网点一览表　2.工作方案',
      成文日期: '2026年4月7日',
      拟稿人: '周敏',
      拟稿电话: '0999-0000000',
      届次: '市政协六届五次会议',
      案号: '0168',
      委员: '林知远、欧阳若川、云州市第三界别组',
      领衔: '林知远',
      称谓: '委员',
      主办单位: '云州市民政局',
      会办单位: '市财政局、市卫生健康委员会',
      办理期限: '2026年6月30日',
      收到日期: '',
    });
  });

  it('name who drafts at this PC where the unit names nobody, with the telephone known for them', () => {
    const open = { ...unit, approvers: [{ step: '拟稿', name: '' }] };
    const known = { ...open, contact: { name: '罗微', role: '联系人', phone: '0999-1111111' } };
    expect(sheetValues(letter(), facts, known, '罗微').values).toMatchObject({
      拟稿人: '罗微',
      拟稿电话: '0999-1111111',
    });
    expect(sheetValues(letter(), facts, known, '周敏').values).toMatchObject({
      拟稿人: '周敏',
      拟稿电话: '0999-0000000',
    });
    expect(sheetValues(letter(), facts, known, '别人').values).toMatchObject({ 拟稿人: '别人', 拟稿电话: '' });
    expect(sheetValues(letter(), facts, unit, '罗微').values.拟稿人, 'the unit named somebody').toBe('周敏');
  });

  it.each(['承办负责人', '分管领导', '副局长'])('take the handler for contact, not who is %s', (role) => {
    const document = letter();
    const leader = { name: '何立', role, phones: ['0999-2222222'] };
    document.tail.contacts.unshift(leader);
    expect(sheetValues(document, facts, unit).values).toMatchObject({ 联系人: '周敏', 联系电话: '0999-0000000' });
    document.tail.contacts = [leader];
    const settings = { ...unit, contact: { name: '罗微', role: '联系人', phone: '0999-1111111' } };
    expect(sheetValues(document, facts, settings).values).toMatchObject({ 联系人: '罗微', 联系电话: '0999-1111111' });
    expect(sheetValues(document, facts, unit).values.联系人, 'nobody else is known').toBe('何立');
  });

  it('are blank where nothing is known', () => {
    const { values } = sheetValues(emptyReplyDocument(), emptyCaseFacts(), defaultUnitSettings);
    const known = sheetFields.filter((field) => values[field] !== '');
    // What follows from the kind of case, and the boxes to tick by hand.
    expect(known).toEqual(['类别选项', '案件类型', '案件简称', '称谓']);
    expect(values.类别选项).toBe('□A　□B　□C　□D');
  });

  it('take the unit that signs for ours where none is set up', () => {
    const { values } = sheetValues(letter(), facts, defaultUnitSettings);
    expect(values).toMatchObject({ 单位全称: '云州市民政局', 主办单位: '云州市民政局' });
  });

  it('give the drafter no telephone of somebody else', () => {
    const other = { ...unit, approvers: [{ step: '拟稿', name: '何川' }] };
    expect(sheetValues(letter(), facts, other).values).toMatchObject({ 拟稿人: '何川', 拟稿电话: '' });
  });

  it('speak of deputies where the case is a suggestion, and of the host where we give an opinion', () => {
    const opinion = { ...facts, kind: 'suggestion', role: 'co', hostUnit: '市财政局' } as const;
    expect(sheetValues(letter(), opinion, unit).values).toMatchObject({
      称谓: '代表',
      案件类型: '人大代表建议',
      主办单位: '市财政局',
    });
  });

  it('keep a category the scheme does not know', () => {
    const document = letter();
    document.head.category = '采纳';
    expect(sheetValues(document, facts, unit).values.类别选项).toBe('采纳');
  });

  it('leave steps without a name out of the list and fill in the others', () => {
    const { values, approvers } = sheetValues(letter(), facts, unit);
    expect(approvers.map(({ step }) => step)).toEqual(['拟稿', '签发']);
    expect(withStep(values, approvers[0]!)).toMatchObject({ 环节: '拟稿', 环节姓名: '周敏' });
  });

  it('address a group by its name alone', () => {
    const { values } = sheetValues(letter(), facts, unit);
    const sender = { address: '云州市府前路8号', postcode: '999000' };
    const to = (name: string) =>
      withRecipient(values, { name, address: '青云路1号', postcode: '999001' }, facts.members, sender);
    expect(to('林知远')).toMatchObject({
      收件人: '林知远',
      收件人称谓: '委员',
      收件地址: '青云路1号',
      寄件邮编: '999000',
    });
    expect(to('云州市第三界别组')).toMatchObject({ 收件人称谓: '' });
  });
});
