import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundledFontFiles } from './bundled.ts';
import { candidateFamilies, fontReport, fontSubstitutions, resolveTypefaces } from './resolve.ts';

describe('resolveTypefaces', () => {
  it('uses the fonts of the standard where they are, under whichever name', () => {
    const all = resolveTypefaces(new Set(candidateFamilies));
    expect(all.title).toMatchObject({ used: '方正小标宋简体', isBundled: false, weight: 'regular' });
    expect(all.body.families.slice(0, 2)).toEqual(['FangSong_GB2312', 'FangSong']);
    expect(fontSubstitutions(all, ['title', 'body', 'heading1', 'heading2', 'pageNumber'])).toEqual([]);
    expect(fontReport(all).every((row) => row.found && row.substitute === null)).toBe(true);
  });

  it('takes what a Chinese Windows has out of the box, and reports it', () => {
    const windows = resolveTypefaces(new Set(['FangSong', 'KaiTi', 'SimHei', 'SimSun', 'SimSun-ExtB']));
    expect(fontSubstitutions(windows, ['title', 'body', 'heading1', 'heading2', 'pageNumber'])).toEqual([
      { wanted: '方正小标宋简体', used: '宋体' },
      { wanted: '仿宋_GB2312', used: '仿宋' },
      { wanted: '楷体_GB2312', used: '楷体' },
    ]);
    expect(windows.body.families).toEqual(['FangSong', 'Noto Serif SC', 'SimSun-ExtB', 'Noto Serif JP']);
    expect(fontReport(windows).find((row) => row.role === 'body')).toEqual({
      wanted: '仿宋_GB2312',
      role: 'body',
      found: false,
      substitute: '仿宋',
    });
  });

  it('falls back on the bundled fonts', () => {
    const none = resolveTypefaces(new Set());
    expect(none.heading1).toMatchObject({ used: 'Noto Sans SC', isBundled: true, weight: 'bold' });
    expect(none.body.families).toEqual(['Noto Serif SC', 'Noto Serif JP']);
    expect(fontSubstitutions(none, ['body', 'body'])).toEqual([{ wanted: '仿宋_GB2312', used: 'Noto Serif SC' }]);
  });
});

it('finds the bundled fonts in a checkout', () => {
  const files = bundledFontFiles(fileURLToPath(new URL('../../../../resources/', import.meta.url)));
  expect(files).toHaveLength(4);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
