import { describe, expect, it } from 'vitest';
import { contactLine } from './contacts.ts';
import { contactNote } from '#shared/document/printed.ts';
import { plainText } from '#shared/document/plain-text.ts';
import fc from 'fast-check';
import { importHtml, importText } from '../index.ts';
import { fold } from './fold.ts';

const read = (text: string): { name: string; role: string; phones: string[] }[] | null => {
  const line = contactLine(fold(text), text);
  return line && line.contacts.map(({ name = '', role = '', phones }) => ({ name, role, phones }));
};

describe('contact lines', () => {
  it.each<[string, [string, string, string[]][]]>([
    ['联系人：张三 电话：0579-8123456', [['张三', '联系人', ['0579-8123456']]]],
    ['（联系人：程远；联系电话：0851-80012214）', [['程远', '联系人', ['0851-80012214']]]],
    ['联系人及电话：张三（0579-8123456）', [['张三', '联系人', ['0579-8123456']]]],
    ['联系人及联系电话：张三，13900000000', [['张三', '联系人', ['13900000000']]]],
    ['联系人：张三13900000000', [['张三', '联系人', ['13900000000']]]],
    ['承 办 人：张 雷 联系电话：50015520', [['张 雷', '承办人', ['50015520']]]],
    ['经办人及联系电话:姜文:0917—7001343', [['姜文', '经办人', ['0917-7001343']]]],
    ['(联系人:沈岳联系电话:028-80014008', [['沈岳', '联系人', ['028-80014008']]]],
    ['(联系人及电话:秦川 0871- 60012057)', [['秦川', '联系人', ['0871-60012057']]]],
    ['联系人：市公路局计财处，戴国', [['戴国', '联系人', []]]],
    [
      '分管领导：李四  承办人：王五  电话：8123456',
      [
        ['李四', '分管领导', []],
        ['王五', '承办人', ['8123456']],
      ],
    ],
    ['联系人：张三、电话：8123456、8123457', [['张三', '联系人', ['8123456', '8123457']]]],
    ['联系人：张三（电话：（0579）8123456）', [['张三', '联系人', ['0579-8123456']]]],
    ['联系人：阿依古丽·买买提 电话：0991-1234567', [['阿依古丽·买买提', '联系人', ['0991-1234567']]]],
    ['联系人：张三同志，电话：8123456，传真：8123400', [['张三', '联系人', ['8123456']]]],
    ['工作人员:周舟 联系电话:83601234', [['周舟', '工作人员', ['83601234']]]],
    ['联系电话:0518-81234567  联系人:杨志', [['杨志', '联系人', ['0518-81234567']]]],
    ['联系人：吴用，电话：8800-1234转801', [['吴用', '联系人', ['8800-1234-801']]]],
    ['责任人：赵六', [['赵六', '责任人', []]]],
    ['联 系 人： 欧阳文达      联系电话： 027-12345678', [['欧阳文达', '联系人', ['027-12345678']]]],
  ])('%s', (text, people) => {
    expect(read(text)).toEqual(people.map(([name, role, phones]) => ({ name, role, phones })));
  });

  it('reads a phone line of its own', () => {
    expect(contactLine('联系电话:0571-87001443', '联系电话：0571-87001443')?.loosePhones).toEqual(['0571-87001443']);
    expect(contactLine('传 真:0571-87001834', '传 真：0571-87001834')?.loosePhones).toEqual([]);
  });

  it('takes a line of figures for the number of the person above', () => {
    const { document } = importText(
      '周宁委员：\n您提出的《关于供水的提案》收悉，现答复如下：\n已经办结。\n云江市水务局\n2026年3月9日\n联系人：吴菲，联系电话：\n80012345',
    );
    expect(document.tail.contacts).toMatchObject([{ name: '吴菲', phones: ['80012345'] }]);
  });

  it.each(['感谢您对我局工作的支持。', '下一步，我局将加强与联系人的沟通，做好工作。', '云江市教育局', '2024年5月8日'])(
    'is not %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

/** The contacts of a letter that ends in these lines, as they are printed. */
const printed = (...lines: string[]): string => {
  const text = [
    '周宁委员：',
    '您提出的《关于供水的提案》收悉，现答复如下：',
    '已经办结。',
    '云江市水务局',
    '2026年3月9日',
    ...lines,
  ];
  return contactNote(importText(text.join('\n')).document.tail);
};

describe('what else is said of a contact keeps its label and its place', () => {
  it.each([
    ['联系人：吴菲，电话：80012345，传真：80012346', '（联系人：吴菲；联系电话：80012345；传真：80012346）'],
    [
      '联系人：吴菲 电话：80012345 地址：云江市滨江路3号 邮编：330300',
      '（联系人：吴菲；联系电话：80012345；地址：云江市滨江路3号；邮编：330300）',
    ],
    ['联系人：吴菲（供水科副科长），电话：80012345', '（联系人：吴菲（供水科副科长）；联系电话：80012345）'],
    ['联系人：吴菲副科长 电话：80012345', '（联系人：吴菲（副科长）；联系电话：80012345）'],
    ['联系人：供水科科长吴菲，电话80012345', '（联系人：吴菲（供水科科长）；联系电话：80012345）'],
    ['联系人：吴菲，职务：科长，电话：80012345', '（联系人：吴菲；职务：科长；联系电话：80012345）'],
    ['联系单位及电话：云江市水务局供水科 80012345', '（联系单位：云江市水务局供水科；联系电话：80012345）'],
    ['联系电话：80012345（办公室）', '（联系电话：80012345（办公室））'],
    ['咨询电话：80012345 投诉电话：80012346', '（咨询电话：80012345；投诉电话：80012346）'],
    ['（办理结果：已解决（A）；联系电话：80012345）', '（办理结果：已解决（A）；联系电话：80012345）'],
    [
      '联系人：吴菲，电话：80012345。如有疑问，请与我们联系。',
      '（联系人：吴菲；联系电话：80012345；如有疑问，请与我们联系）',
    ],
    [
      '联系人：吴菲 80012345；郑思远 80012346',
      '（联系人：吴菲；联系电话：80012345；联系人：郑思远；联系电话：80012346）',
    ],
    ['联系人：云江市水务局办公室；联系电话：80012345', '（联系人：云江市水务局办公室；联系电话：80012345）'],
    ['联系人：吴菲，电话：8001O345', '（联系人：吴菲；联系电话：8001O345）'],
  ])('%s', (line, note) => {
    expect(printed(line)).toBe(note);
  });

  it('over several lines', () => {
    expect(
      printed(
        '联系单位：云江市水务局供水科',
        '联系人：吴菲',
        '职务：科长',
        '电　话：80012345',
        '传　真：80012346',
        '地址：云江市滨江路3号',
      ),
    ).toBe(
      '（联系单位：云江市水务局供水科；联系人：吴菲；职务：科长；联系电话：80012345；传真：80012346；地址：云江市滨江路3号）',
    );
    expect(printed('办公地址：云江市滨江路3号')).toBe('（办公地址：云江市滨江路3号）');
    expect(printed('联系电话：0790-', '80012345')).toBe('（联系电话：0790-80012345）');
  });

  it('is read back as it was printed', () => {
    const details = fc.uniqueArray(
      fc.constantFrom(
        { label: '传真', text: '80012346' },
        { label: '地址', text: '云江市滨江路3号（东楼）' },
        { label: '邮编', text: '330300' },
        { label: '电子邮箱', text: 'swj@example.cn' },
        { label: '', text: '请于十日内反馈' },
      ),
      { maxLength: 3, selector: ({ label }) => label },
    );
    const contact = fc.record({
      name: fc.constantFrom('吴菲', '郑思远', '欧阳文达', '古丽娜·艾山'),
      role: fc.constantFrom('联系人', '承办人', '经办人'),
      phones: fc.uniqueArray(fc.constantFrom('80012345', '0790-80012345', '13900000000', '80012345（办公室）'), {
        minLength: 1,
        maxLength: 2,
      }),
      post: fc.option(fc.constantFrom('科长', '供水科副科长'), { nil: undefined }),
      unit: fc.option(fc.constantFrom('云江市水务局供水科'), { nil: undefined }),
      details,
    });
    fc.assert(
      fc.property(contact, ({ post, unit, details: after, ...person }) => {
        const all = [
          ...(unit === undefined ? [] : [{ label: '联系单位', text: unit, place: 'before' as const }]),
          ...(post === undefined ? [] : [{ label: '', text: `（${post}）`, place: 'between' as const }]),
          ...after,
        ];
        const note = contactNote({
          attachments: [],
          units: [],
          copyTo: [],
          contacts: [{ ...person, details: all }],
        });
        expect(printed(note)).toBe(note);
      }),
      { numRuns: 300 },
    );
  });
});

it('reads a table of contacts below the date', () => {
  const table =
    '<table><tr><td>姓名</td><td>职务</td><td>联系电话</td></tr><tr><td>吴菲</td><td>科长</td><td>80012345</td></tr></table>';
  const html = `<html><body><p>周宁委员：</p><p>您提出的《关于供水的提案》收悉，现答复如下：</p><p>已经办结。</p><p>云江市水务局</p><p>2026年3月9日</p>${table}</body></html>`;
  const { document } = importHtml(html);
  expect(contactNote(document.tail)).toBe('（联系人：吴菲；职务：科长；联系电话：80012345）');
  expect(plainText(document)).toMatch(/2026年3月9日\n（联系人：吴菲/);
});
