import { describe, expect, it } from 'vitest';
import { membersOf } from './members.ts';

describe('members', () => {
  const names = (salutation: string): string[] => membersOf(salutation).map((member) => member.name);
  it.each([
    ['王明委员', ['王明']],
    ['尊敬的王明、李红委员', ['王明', '李红']],
    ['李红等8名代表', ['李红']],
    ['王明代表、李红代表', ['王明', '李红']],
    ['王明、李红两位代表', ['王明', '李红']],
    ['欧阳文达、阿依古丽·买买提委员', ['欧阳文达', '阿依古丽·买买提']],
    ['尊敬的王明区人大代表', ['王明']],
    ['各位代表', []],
    ['周　宁　吴　菲　郑思远委员', ['周宁', '吴菲', '郑思远']],
    ['周 宁、吴　　菲代表', ['周宁', '吴菲']],
    ['周　宁　　吴　菲委员', ['周宁', '吴菲']],
    ['欧 阳 宁委员', ['欧阳宁']],
    ['古丽娜•艾山、巴图．孟克委员', ['古丽娜•艾山', '巴图．孟克']],
    ['周宁（女，民革）、吴菲委员', ['周宁', '吴菲']],
    ['周宁代表：您好！', ['周宁']],
    ['尊敬的周宁委员，您好：', ['周宁']],
    ['市政协文化和旅游委员会', ['市政协文化和旅游委员会']],
    ['县政协经济和科技委员会、农业和农村委员会', ['县政协经济和科技委员会', '农业和农村委员会']],
    ['民盟云江市委和周宁委员', ['民盟云江市委', '周宁']],
    ['周宁和吴菲委员', ['周宁', '吴菲']],
    ['周和平、吴与义委员', ['周和平', '吴与义']],
    ['市人大代表周宁同志', ['周宁']],
    ['周宁领衔的6名代表', ['周宁']],
  ])('%s', (salutation, expected) => {
    expect(names(salutation)).toEqual(expected);
  });

  it('takes the one who is said to lead', () => {
    const members = membersOf('周宁、吴菲（领衔）、郑思远代表');
    expect(members.filter(({ lead }) => lead).map(({ name }) => name)).toEqual(['吴菲']);
  });

  it('marks groups and the lead', () => {
    expect(membersOf('民盟云江市委会')).toEqual([{ name: '民盟云江市委会', lead: false, collective: true }]);
    expect(membersOf('王明、李红委员').map((member) => member.lead)).toEqual([true, false]);
  });
});
