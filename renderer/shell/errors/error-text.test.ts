import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorCodes, type ErrorCode } from '#shared/contract/errors.ts';
import { startI18n } from '../../i18n/i18n.ts';
import { asTyped, errorText } from './error-text.ts';

/** Details that hold every property any code has. */
const details = {
  issues: ['name: too long'],
  what: 'document',
  id: 'x',
  currentVersion: 3,
  rule: 'template.shipped',
  path: '/data',
  reason: 'EACCES',
  message: 'm',
  databaseVersion: 9,
  appVersion: 1,
  version: 2,
  name: '旧稿.docx',
  limit: 'bytes',
  actual: 60 * 1024 * 1024,
  allowed: 50 * 1024 * 1024,
  schema: 'dafu.reply/9',
  format: 'pdf',
  capability: 'c',
  title: '关于停车问题的答复',
  why: 'withheld',
  insertions: 1,
  deletions: 2,
  formats: 3,
  others: 4,
  comments: 4,
  changes: 5,
};

describe('errors in words', () => {
  let t: TFunction<'errors'>;
  beforeAll(async () => {
    await startI18n('zh-CN');
    t = i18next.getFixedT('zh-CN', 'errors');
  });

  it.each(errorCodes)(
    '%s says what failed, and leaves no key, placeholder or English word behind',
    (code: ErrorCode) => {
      const text = errorText(t, asTyped({ code, details }));
      expect(text.what).not.toBe('');
      for (const part of [text.what, text.why, text.todo]) {
        expect(part).not.toMatch(/\{\{|undefined|^[A-Z_]+\./);
        const ownWords = part.replaceAll(
          /\/data|旧稿\.docx|name: too long|dafu\.reply\/9|PDF|MB|--strict|RTF|Word|WPS|\.docx|\.txt|EACCES/g,
          '',
        );
        expect(ownWords).not.toMatch(/[A-Za-z]{3,}/);
      }
    },
  );

  it('names the reason a file was refused for, and counts sizes in units people know', () => {
    const refused = errorText(t, { code: 'IMPORT_UNSUPPORTED', details: { name: '旧稿.doc', reason: 'encrypted' } });
    expect(refused.why).toBe('文件设有密码。');
    const large = errorText(t, asTyped({ code: 'IMPORT_TOO_LARGE', details }));
    expect(large.why).toBe('大小为 60 MB，最多 50 MB。');
  });

  it('names the letter that may not be published, and why', () => {
    const title = '关于停车问题的答复';
    const refusal = (why: 'withheld' | 'secret', reason: string) =>
      errorText(t, { code: 'PUBLICATION_REFUSED', details: { title, why, reason } }).why;
    expect(refusal('withheld', '')).toBe('公开属性为“不予公开”。');
    expect(refusal('withheld', '涉及商业秘密')).toBe('公开属性为“不予公开”，理由：涉及商业秘密');
    expect(refusal('secret', '秘密★1年')).toBe('标有密级：秘密★1年');
  });

  it('offers a way out of everything that keeps the store from opening', () => {
    const codes = [
      'DATA_FOLDER_UNUSABLE',
      'DATABASE_LOCKED',
      'DATABASE_READONLY',
      'DATABASE_MISSING',
      'DISK_FULL',
    ] as const;
    for (const code of codes) expect(errorText(t, asTyped({ code, details })).actions).toContain('retry');
  });
});
