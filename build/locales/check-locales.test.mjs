import { describe, expect, it } from 'vitest';
import { checkLocales } from './check-locales.mjs';
import { keyUsage } from './key-usage.mjs';
import { flatten } from './locale-files.mjs';

/**
 * @param {Record<string, unknown>} chinese namespaces
 * @param {Record<string, unknown>} english
 * @param {string} code
 */
function check(chinese, english, code) {
  const locale = (/** @type {Record<string, unknown>} */ files) =>
    new Map(Object.entries(files).map(([name, content]) => [name, flatten(content)]));
  const locales = new Map([
    ['zh-CN', locale(chinese)],
    ['en', locale(english)],
  ]);
  return checkLocales(locales, new Map([['a.tsx', keyUsage('a.tsx', code)]]));
}

describe('locale files', () => {
  it('accepts equal keys, plural forms and placeholders', () => {
    const code = "const { t } = useTranslation('desk'); t('title'); t('days', { count }); t('common:save');";
    const chinese = { desk: { title: '提案', days_other: '{{count}} 天' }, common: { save: '保存' } };
    const english = {
      desk: { title: 'Proposals', days_one: 'one day', days_other: '{{count}} days' },
      common: { save: 'Save' },
    };
    expect(check(chinese, english, code)).toEqual([]);
  });

  it('finds a key or a whole namespace that one language lacks', () => {
    expect(check({ desk: { a: '甲' } }, { desk: {} }, "t('a')")).toEqual(['desk:a is missing in en']);
    expect(check({ desk: { a: '甲' } }, {}, "t('a')")).toEqual(['desk:a is missing in en']);
    expect(check({ desk: {} }, { desk: { a: 'A' } }, '')).toEqual(['desk:a exists in en only']);
  });

  it('finds an empty translation, but lets a text be empty in both', () => {
    expect(check({ a: { x: '甲', y: '' } }, { a: { x: '', y: '' } }, "t('x'); t('y')")).toEqual([
      'a:x is empty in one language',
    ]);
  });

  it('finds placeholders that differ', () => {
    expect(check({ a: { x: '{{name}}：{{ count }}' } }, { a: { x: '{{name}}' } }, "t('x')")).toEqual([
      'a:x: {{count, name}} but {{name}} in en',
    ]);
  });

  it('finds a key the code asks for and no file has, in the namespace of that file', () => {
    const files = { desk: { title: '提案' }, editor: { bold: '加粗' } };
    expect(check(files, files, "const { t } = useTranslation('desk');\nt('title');\nt('bold');")).toEqual([
      'a.tsx:3 asks for bold, which is in no file of desk, common',
    ]);
    expect(check(files, files, "const say = (t: TFunction<'editor'>) => t('bold'); i18n.t('desk:title')")).toEqual([]);
  });

  it('finds a key that nothing uses, counting keys in tables and in templates', () => {
    const files = { desk: { kind: { proposal: '提案' }, action: { open: '打开' }, lost: { key: '无用' } } };
    const code = "const keys = { p: 'kind.proposal' }; t(keys.p); t(`action.${name}`); t(`${anything}`);";
    expect(check(files, files, code)).toEqual(['desk:lost.key is used nowhere']);
  });
});
