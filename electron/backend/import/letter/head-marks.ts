import type { DisclosureKind } from '#shared/document/schema.ts';
import type { Line } from './line.ts';

export const categoryMark = '([A-Ea-e]\\d?|[甲乙丙丁])';
const categoryPatterns = [
  new RegExp(`^[(\\[【〔]?${categoryMark}类?[)\\]】〕]?(?:件|答复)?(?=$|[ |(,]|此件|同意|主动|依申请|不予|公开)`),
  new RegExp(
    `(?:^|[ |(])(?:[一-鿿]{0,6})(?:类别|结果|分类|等级|类型)[:]? ?[“"(]?${categoryMark}类?[)”"]?(?=$|[ |,;)])`,
  ),
  new RegExp(`号 *[(\\[【〔]?${categoryMark}类?[)\\]】〕]?(?=$|[ |(,])`),
];

export function categoryIn(key: string): string | null {
  if (key.length > 200) return null;
  const bare = key
    .replace(/类 +别/g, '类别')
    .replace(/ *: */g, ':')
    .trim();
  for (const pattern of categoryPatterns) {
    const mark = pattern.exec(bare)?.[1];
    if (mark !== undefined) return mark.toUpperCase();
  }
  return null;
}

const disclosureWords: { kind: DisclosureKind; pattern: RegExp }[] = [
  {
    kind: 'withheld',
    pattern:
      /(?:^|[ |(（〔【[:：“"类号注])(?:此件|该件|本件|全文)?(?:不予公开|不公开|不同意公开|非公开)(?=$|[ |)）〕】\]。”",，;；:：(])/,
  },
  {
    kind: 'on-request',
    pattern: /(?:^|[ |(（〔【[:：“"类号注])(?:此件|该件|本件)?(?:依申请公开|申请公开)(?=$|[ |)）〕】\]。”",，;；(])/,
  },
  {
    kind: 'public',
    pattern:
      /(?:^|[ |(（〔【[:：“"类号注])(?:此件|该件|本件|同意)?(?:公开发布|主动公开|同意公开|全文公开|删减后公开|部分公开|摘要公开|可以公开|可公开|公开)(?=$|[ |)）〕】\]。”",，;；(])/,
  },
];

/** The disclosure mark a line carries. Breadcrumbs and sentences hold the same words and are left alone. */
export function disclosureIn(key: string): DisclosureKind | null {
  const bare = key.trim().replace(/公开(方式|属性|类型|类别|形式|选项|范围|与否)[: ]+/, '$1:');
  if (bare.length > 160 || />|目录|首页/.test(bare) || /[。;](?!”?\)?$)/.test(bare)) return null;
  if (/是否.{0,6}公开[:]? ?是/.test(bare)) return 'public';
  if (/是否.{0,6}公开[:]? ?否/.test(bare)) return 'withheld';
  return disclosureWords.find(({ pattern }) => pattern.test(bare))?.kind ?? null;
}

export function signerIn(line: Pick<Line, 'text' | 'key'>): string | null {
  if (line.key.length > 120) return null;
  const match =
    /签 ?发 ?人 ?: ?([\p{Script=Han}·]{1,4}(?: ?[\p{Script=Han}·]{1,3})?(?:[ 、][\p{Script=Han}·]{2,4})*)/u.exec(
      line.key,
    );
  if (!match) return null;
  const name = match[1] ?? '';
  const start = match.index + match[0].length - name.length;
  return line.text.slice(start, start + name.replace(/ (?:文号|类别|发文).*$/, '').length).trim();
}
