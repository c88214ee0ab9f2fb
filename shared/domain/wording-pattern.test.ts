import { describe, expect, it } from 'vitest';
import { contactPatternNames, letterPatternNames, parsePattern, patternText } from './wording-pattern.ts';

const text = (pattern: string, values: Record<string, string>): string => {
  const { parts } = parsePattern(pattern, letterPatternNames);
  return patternText(parts ?? [], (name) => values[name] ?? '');
};

describe('a wording pattern', () => {
  it('has values, and words that come and go with them', () => {
    const pattern = '关于{届次}{第|案号|号}提案的答复';
    expect(text(pattern, { 届次: '省政协三届二次会议', 案号: '0231' })).toBe(
      '关于省政协三届二次会议第0231号提案的答复',
    );
    expect(text(pattern, {})).toBe('关于提案的答复');
    expect(text('', {})).toBe('');
  });

  it('may leave out the words on one side', () => {
    expect(text('在{届次|上}提出的{第|案号}', { 届次: '三届二次会议', 案号: '7' })).toBe('在三届二次会议上提出的第7');
  });

  it('keeps words that only look like names', () => {
    expect(parsePattern('案由|届次', letterPatternNames)).toEqual({
      parts: [{ kind: 'text', text: '案由|届次' }],
      problem: null,
    });
  });

  it.each([
    ['关于{届次', 'unclosed', 2, '{届次'],
    ['{届次{案号}', 'unclosed', 0, '{届次'],
    ['{第|案号\n|号}', 'unclosed', 0, '{第|案号'],
    ['关于届次}的', 'unopened', 4, '}'],
    ['{第|号}', 'bars', 0, '{第|号}'],
    ['{届次|案号}', 'bars', 0, '{届次|案号}'],
    ['{一|二|案号|号}', 'bars', 0, '{一|二|案号|号}'],
    ['您的{案件名称}', 'unknownName', 2, '案件名称'],
    ['{}', 'unknownName', 0, ''],
    ['{ 案号 }', 'unknownName', 0, ' 案号 '],
  ])('names what is wrong with %s', (pattern, problem, at, piece) => {
    expect(parsePattern(pattern, letterPatternNames)).toEqual({ parts: null, problem: { problem, at, text: piece } });
  });

  it('knows only the names of its place', () => {
    expect(parsePattern('{电话}', contactPatternNames).problem).toBeNull();
    expect(parsePattern('{电话}', letterPatternNames).problem).toMatchObject({ problem: 'unknownName' });
  });
});
