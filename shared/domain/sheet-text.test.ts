import { describe, expect, it } from 'vitest';
import { fieldsOfText, fillSheetText, sheetTextProblem } from './sheet-text.ts';
import { emptyValues } from './sheet-values.ts';

const values = { ...emptyValues(), 案号: '0168', 公开属性: '主动公开' };
const filled = (text: string): string => fillSheetText(text, values);

describe('the text of a sheet', () => {
  it('shows values, and words that come and go with them', () => {
    expect(filled('案号：{案号}')).toBe('案号：0168');
    expect(filled('{届次}{第|案号|号}{《|案由|》}')).toBe('第0168号');
    expect(filled('{环节}{\n（|环节姓名|）}')).toBe('');
  });

  it('leaves room for what is to be filled in by hand', () => {
    expect(filled('{成文日期?  年 月 日}')).toBe('  年 月 日');
    expect(filled('{案号?未编号}')).toBe('0168');
  });

  it('ticks the box of the value and no other', () => {
    expect(filled('{□公开属性=主动公开} {□公开属性=依申请公开}')).toBe('☑主动公开 □依申请公开');
  });

  it('prints braces in values as they stand', () => {
    expect(fillSheetText('{案由}', { ...values, 案由: '关于{案号}的提案' })).toBe('关于{案号}的提案');
  });

  it('names what is wrong', () => {
    expect(sheetTextProblem('{案号} {第|案号|号} {□公开属性=主动公开}')).toBeUndefined();
    expect(sheetTextProblem('{案号')).toBe('unpaired brace');
    expect(sheetTextProblem('案号}')).toBe('unpaired brace');
    expect(sheetTextProblem('{案件号}')).toBe('unknown field 案件号');
    expect(sheetTextProblem('{第|案件号|号}')).toBe('unknown field 案件号');
    expect(sheetTextProblem('{□属性=主动公开}')).toBe('unknown field 属性');
  });

  it('knows its fields in order', () => {
    expect(fieldsOfText('{届次}{第|案号|号}{□公开属性=主动公开}{成文日期?}')).toEqual([
      '届次',
      '案号',
      '公开属性',
      '成文日期',
    ]);
  });
});
