import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { addressOf, reword, type Address } from './address-wording.ts';

const proposal: Address = { kind: 'proposal', isPlural: false };
const suggestion: Address = { kind: 'suggestion', isPlural: false };
const several: Address = { kind: 'proposal', isPlural: true };

describe('a letter of the other kind of case', () => {
  it.each([
    ['关于市政协六届五次会议第12号提案的答复', '关于市政协六届五次会议第12号建议的答复'],
    ['林知远委员：', '林知远代表：'],
    ['您提出的提案收悉，感谢各位政协委员。', '您提出的建议收悉，感谢各位人大代表。'],
    ['市政协提案委员会、发展和改革委员会、纪检委员', '市政协提案委员会、发展和改革委员会、纪检委员'],
    ['《关于办好政协提案的规定》', '《关于办好政协提案的规定》'],
    ['供你们答复委员时参考。', '供你们答复代表时参考。'],
  ])('says of a suggestion: %s', (text, said) => expect(reword(text, proposal, suggestion)).toBe(said));

  it.each([
    ['关于市八届人大五次会议第18号建议的答复', '关于市八届人大五次会议第18号提案的答复'],
    ['钱学代表：', '钱学委员：'],
    ['感谢人大代表的关心，具有代表性的做法代表了方向。', '感谢政协委员的关心，具有代表性的做法代表了方向。'],
    ['将结合您的意见建议，建议各区照办。', '将结合您的意见建议，建议各区照办。'],
    ['第18号代表建议收悉', '第18号提案收悉'],
  ])('says of a proposal: %s', (text, said) => expect(reword(text, suggestion, proposal)).toBe(said));
});

describe('a letter to several persons', () => {
  it.each([
    ['您提出的提案收悉，感谢您的支持。', '你们提出的提案收悉，感谢你们的支持。'],
    ['“感谢您”', '“感谢您”'],
  ])('says 你们: %s', (one, more) => {
    expect(reword(one, proposal, several)).toBe(more);
    expect(reword(more, several, proposal)).toBe(one);
  });

  it('is told by the members that are persons', () => {
    const member = (name: string, collective = false) => ({ name, lead: false, collective });
    const to = (...members: ReturnType<typeof member>[]) => addressOf({ ...emptyCaseFacts(), members }).isPlural;
    expect([to(), to(member('林知远')), to(member('民盟云州市委会', true), member('林知远'))]).toEqual([
      false,
      false,
      false,
    ]);
    expect(to(member('林知远'), member('苏晚晴'))).toBe(true);
  });
});
