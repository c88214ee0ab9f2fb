import { describe, expect, it } from 'vitest';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { eqText } from './eq-field.ts';
import { readDocx } from './read-docx.ts';

const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const part = (name: string, content: string): string => `<m:${name}>${content}</m:${name}>`;
const raisedTo = (base: string, power: string): string => part('sSup', part('e', run(base)) + part('sup', run(power)));
const over = (upper: string, lower: string): string => part('f', part('num', upper) + part('den', lower));

function read(content: string): { text: string; codes: string[] } {
  const { blocks, warnings } = readDocx(handmadeDocx(`<w:p>${content}</w:p>`), '来文.docx');
  return {
    text: blocks.map((block) => (block.kind === 'line' ? block.text : block.kind)).join('|'),
    codes: warnings.map(({ code, quote }) => `${code} ${quote}`),
  };
}
const formula = (content: string): string => read(part('oMath', content)).text;
const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;

describe('formulas of Word', () => {
  it.each([
    ['a third', over(run('1'), run('3')), '1/3'],
    ['a sum over a product', over(run('a+b'), run('cd')), '(a+b)/(cd)'],
    ['a fraction in a fraction', over(over(run('1'), run('2')), run('3')), '(1/2)/3'],
    ['a mixed number', run('2') + over(run('1'), run('3')), '2 1/3'],
    ['a fraction and a figure', over(run('1'), run('3')) + run('8'), '1/3 8'],
    ['ten to the sixth', raisedTo('10', '6'), '10⁶'],
    ['a negative power', raisedTo('10', '-3'), '10⁻³'],
    ['a power that has no raised form', raisedTo('x', '2.5') + run('y'), 'x^2.5 y'],
    ['an index', part('sSub', part('e', run('CO')) + part('sub', run('2'))), 'CO₂'],
    ['a fraction over several factors', over(run('L'), run('3EI')), 'L/(3EI)'],
    ['a root of several factors', part('rad', '<m:deg/>' + part('e', run('2π'))), '√(2π)'],
    ['a root', part('rad', '<m:deg/>' + part('e', run('x+1'))), '√(x+1)'],
    ['a third root', part('rad', part('deg', run('3')) + part('e', run('x'))), '³√x'],
    ['brackets', part('d', part('e', run('a')) + part('e', run('b'))), '(a|b)'],
    ['other brackets', part('d', part('dPr', '<m:begChr m:val="["/><m:endChr m:val=""/>') + part('e', run('a'))), '[a'],
    [
      'a sum',
      part(
        'nary',
        part('naryPr', '<m:chr m:val="∑"/>') + part('sub', run('i=1')) + part('sup', run('n')) + part('e', run('x')),
      ),
      '∑ᵢ₌₁ⁿ x',
    ],
    ['a matrix', part('m', part('mr', part('e', run('1')) + part('e', run('2')))), '[1, 2]'],
    ['what is deleted', run('1') + `<w:del>${run('9')}</w:del>`, '1'],
  ])('%s', (_name, content, expected) => {
    expect(formula(content)).toBe(expected);
  });

  it('never join a figure of the text before, and are told with their text', () => {
    expect(read(text('共1') + part('oMath', over(run('1'), run('3'))) + text('亩'))).toEqual({
      text: '共1 1/3亩',
      codes: ['formula.flattened 1/3'],
    });
  });
});

describe('EQ fields', () => {
  it.each([
    [' \\f(1,3) ', '1/3'],
    ['\\f(a+b;c)', '(a+b)/c'],
    ['2\\f(1,3)', '2 1/3'],
    ['10\\s\\up8(6) m', '10⁶ m'],
    ['CO\\s\\do4(2)', 'CO₂'],
    ['\\r(3,x)', '³√x'],
    ['\\b\\lc\\{(a)', '{a'],
    ['\\i\\su(i=1,n,x)', '∑ᵢ₌₁ⁿ x'],
    ['\\o\\ac(○,7)', '⑦'],
    ['\\o\\ac(□,印)', '(印)'],
    ['\\o(\\s\\up 5(云海),\\s\\do 2(公司))', '云海公司'],
    ['\\f(f(x),2)', '(f(x))/2'],
    ['a\\,b', 'a,b'],
  ])('%s', (code, expected) => {
    expect(eqText(code)?.text).toBe(expected);
  });

  it('leave pronunciation out of the text', () => {
    expect(eqText('\\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yín),鄞)州')).toMatchObject({
      text: '鄞州',
      readings: ['yín'],
    });
  });

  it.each(['\\f(1', '\\f', '\\q(1)', '\\f('.repeat(5000), '('.repeat(5000)])(
    'that cannot be understood: %#',
    (code) => {
      const shown = eqText(code);
      expect(shown === null || shown.text === code).toBe(true);
    },
  );

  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (words: string): string => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`;

  it('are shown where Word stored no result, also with a field inside and split over runs', () => {
    const field =
      mark('begin') + code(' EQ \\f(') + mark('begin') + code(' =1 ') + mark('separate') + text('1') + mark('end');
    expect(read(text('约') + field + code(',3') + code(')') + mark('end') + text('的村'))).toEqual({
      text: '约1/3的村',
      codes: ['formula.flattened 1/3'],
    });
  });

  it('that nobody understands are told by their code, and other fields that draw themselves are shown', () => {
    expect(read(text('甲') + mark('begin') + code('EQ \\f(1') + mark('end')).codes).toEqual([
      'objects.dropped EQ \\f(1',
    ]);
    expect(read(mark('begin') + code(' SYMBOL 254 \\f "Wingdings" ') + mark('end')).text).toBe('☑');
    expect(read(`<w:fldSimple w:instr=" EQ \\f(2,5) "/>`).text).toBe('2/5');
    const box =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>';
    expect(read(box + code(' FORMCHECKBOX ') + mark('end') + text('同意')).text).toBe('☑同意');
    expect(read(text('姓名：') + mark('begin') + code(' MACROBUTTON NoMacro [单击此处键入] ') + mark('end'))).toEqual({
      text: '姓名：',
      codes: ['prompts.dropped [单击此处键入]'],
    });
  });
});
