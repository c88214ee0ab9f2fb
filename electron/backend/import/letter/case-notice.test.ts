import { describe, expect, it } from 'vitest';
import { readCaseText } from '../index.ts';

describe('the case in pasted text', () => {
  it('is read from a labelled list', () => {
    expect(
      readCaseText(`政协云江市第六届委员会第四次会议提案交办单
提案编号：0215　　　类别：经济建设
案    由：关于加快发展数字经济的提案
第一提案人：王明　　联名提案人：李红、赵刚
届次：市政协六届四次会议
主办单位：市工业和信息化局
会办单位：市数据局、市财政局
交办日期：2026年3月1日　　答复期限：2026-05-31`),
    ).toMatchObject({
      kind: 'proposal',
      number: '0215',
      title: '关于加快发展数字经济的提案',
      body: '市政协',
      session: '六届四次会议',
      members: [
        { name: '王明', lead: true, collective: false },
        { name: '李红', lead: false },
        { name: '赵刚', lead: false },
      ],
      coUnits: ['市数据局', '市财政局'],
      role: 'host',
      receivedOn: '2026-03-01',
      dueOn: '2026-05-31',
    });
  });

  it('is read from running text', () => {
    expect(
      readCaseText(
        '现将市政协六届四次会议第0215号提案《关于加快发展数字经济的提案》（林知远、苏晚晴委员提出）转你局办理，请于2026年12月1日前书面答复委员。',
      ),
    ).toMatchObject({
      number: '0215',
      members: [{ name: '林知远', lead: true }, { name: '苏晚晴' }],
      dueOn: '2026-12-01',
    });
  });

  it('is read from a copied table', () => {
    expect(
      readCaseText('建议编号\t1023\n建议标题\t关于增开城际公交的建议\n领衔代表\t钱学等5名代表\n交办时间\t2026-03-05'),
    ).toMatchObject({
      kind: 'suggestion',
      number: '1023',
      title: '关于增开城际公交的建议',
      members: [{ name: '钱学', lead: false, collective: false }],
      receivedOn: '2026-03-05',
    });
  });

  it('is read from a letter', () => {
    expect(
      readCaseText('王明代表：\n您在市八届人大五次会议上提出的《关于整治河道的建议》（第18号）收悉，现答复如下：'),
    ).toMatchObject({ kind: 'suggestion', number: '18', title: '关于整治河道的建议', members: [{ name: '王明' }] });
  });

  describe('with the part of the own unit', () => {
    const own = { fullName: '云江市工业和信息化局', shortName: '市工信局' };
    const slip = (...lines: string[]) =>
      ['政协云江市第六届委员会第四次会议提案交办单', '提案编号：0215', '案由：关于盘活老旧厂房的提案', ...lines].join(
        '\n',
      );
    it.each([
      ['云江市工业和信息化局', ''],
      ['市工业和信息化局', ''],
      ['市工信局', '市财政局、市数据局'],
    ])('hosting as %s', (host, helpers) => {
      const coUnits = helpers === '' ? [] : helpers.split('、');
      expect(readCaseText(slip(`主办单位：${host}`, `会办单位：${helpers}`), own)).toMatchObject({
        role: coUnits.length > 0 ? 'host' : 'sole',
        coUnits,
        hostUnit: '',
        body: '政协云江市',
        session: '第六届委员会第四次会议',
      });
    });

    it.each([
      slip('主办单位：市财政局', '会办单位：市工信局、市数据局'),
      slip('承办单位：市财政局（主办）、市工业和信息化局（会办）'),
      '市工信局：\n现将市政协六届四次会议第0215号提案《关于盘活老旧厂房的提案》转你局，由市财政局主办，你局会办，请于2026年5月1日前反馈。',
    ])('helping another: %#', (text) => {
      expect(readCaseText(text, own)).toMatchObject({ role: 'co', hostUnit: '市财政局', number: '0215' });
    });

    it.each([
      slip('分办单位：市工信局、市财政局'),
      '现将第0215号提案《关于盘活老旧厂房的提案》交办，由市财政局和你局分别办理。',
      slip('办理方式：分办'),
    ])('answering for a part: %#', (text) => {
      expect(readCaseText(text, own)).toMatchObject({ role: 'part', hostUnit: '', coUnits: [] });
    });

    it.each(['云江市工业和信息化局', '市工信局', '云江市水务局'])('a notice to %s is no letter to a host', (to) => {
      const text = `${to}：\n现将市政协六届四次会议第0215号提案《关于盘活老旧厂房的提案》（林知远委员提出）交由你局办理，请于2026年5月1日前答复委员。`;
      expect(readCaseText(text, own)).toMatchObject({
        role: 'sole',
        hostUnit: '',
        number: '0215',
        dueOn: '2026-05-01',
      });
    });

    it('and the session of the label with the body of the title', () => {
      const text = '关于交办市政协六届五次会议提案的通知\n届次：六届五次\n提案编号：12\n办理方式：独办';
      expect(readCaseText(text, own)).toMatchObject({ body: '市政协', session: '六届五次会议', role: 'sole' });
    });
  });

  it('leaves empty what is not there', () => {
    expect(readCaseText('关于召开会议的通知')).toMatchObject({
      number: '',
      title: '',
      members: [],
      coUnits: [],
      receivedOn: null,
      dueOn: null,
    });
  });
});
