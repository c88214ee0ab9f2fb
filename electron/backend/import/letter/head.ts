import type { DisclosureKind, DocNumber } from '#shared/document/schema.ts';
import { isChrome, isFooter, isMetadataRow } from './chrome.ts';
import { docNumberIn } from './doc-number.ts';
import { fold, squeeze } from './fold.ts';
import type { Line } from './line.ts';
import { isUnitName } from './units.ts';

/** Part of the head a line was read as. A line may carry several (文号, 类别 and 公开 often share one). */
export interface HeadParts {
  title?: string;
  titleLines: Line[];
  docNumber?: { printed: string; value: DocNumber | null; line: Line };
  category?: { mark: string; line: Line };
  disclosure?: { kind: DisclosureKind; line: Line };
  signer?: { name: string; line: Line };
  issuer?: { name: string; line: Line };
  urgency?: { text: string; line: Line };
  secrecy?: { text: string; line: Line };
  copyNumber?: { text: string; line: Line };
  /** Lines of the page, in order. */
  junk: Line[];
  /** Page headings that only repeat the title; taken out, but no junk. */
  repeats: Line[];
  /** Long lines that are neither: they stay as text. */
  text: Line[];
  /** Lines that name the case in a page's index (案由: …). */
  metadata: string;
  /** Page headings that name the case as a title does. */
  headings: string;
}

const categoryMark = '([A-Ea-e]\\d?|[甲乙丙丁])';
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

const titleWords = /提案|建议|议案|会办|协办|政协|人大|代表|委员/;
const titleEnd =
  /(?:答复意见|办理答复|答复函|答复|复函|回复函|回复|回函|的函|函复|复文|会办意见|协办意见|办理意见|意见|会办函|协办函|办理情况|办理情况的报告|办理结果|办理结果的函|协办件|的复)(?:的函)?(?:\([^()]{1,20}\)|\(关于.{4,100}\)|《[^》]{4,100}》)?$/;

/** Bracketed document number or 类别 a web editor put after a title. */
const bracketedNumber = /[[(〔【][^[\]()【】]{2,20}[〔[(][^\])〕]{4}[〕\])][^[\]()【】]{1,8}号[\])〕】]$/;

/** The name of the site a page heading ends with. */
const siteSuffix = / ?[-_|—–]{1,2} ?[^-_|—–()《》]{2,25}(?:网|网站|政府|门户|局|厅|委员会|政务公开|信息公开)$/;

export function isTitle(key: string): boolean {
  const bare = squeeze(key).replace(/\|+$/, '').replace(siteSuffix, '').replace(bracketedNumber, '');
  if (bare.length < 8 || bare.length > 160 || /[。!?;]|[您你]|收悉|如下/.test(bare)) return false;
  return (
    titleEnd.test(bare) &&
    titleWords.test(bare) &&
    /关于|对|第|号|届|《|“/.test(bare) &&
    !/^(?:上一|下一|名称|标题|附件)/.test(bare)
  );
}

/** Whether a line may be one line of a title broken over several. */
function maybeTitleLine(line: Line): boolean {
  if (line.table || line.pageBreak || line.text.length > 80) return false;
  const bare = squeeze(line.key);
  return (
    !/[。!?;:>|]/.test(bare) &&
    !isMetadataRow(line.key) &&
    !isChrome(line.key) &&
    docNumberIn(line) === null &&
    categoryIn(line.key) === null &&
    disclosureIn(line.key) === null
  );
}

function titleAt(lines: readonly Line[], last: number): number | null {
  let best: number | null = null;
  let joined = '';
  for (let first = last; first >= Math.max(0, last - 4); first--) {
    const line = lines[first];
    if (!line) break;
    if (first < last && (!maybeTitleLine(line) || isTitle(line.key))) break;
    // An office's name stands over the title as its first line, unless the title names the office itself.
    if (
      best !== null &&
      // Words in the name of the case do not count: 第115号提案《关于…》的答复 goes on upwards.
      /^.{0,40}(?:关于|对)/.test(joined.replace(/《[^》]*》/g, '')) &&
      !(isUnitName(squeeze(line.key)) && /^(?:关于|对)/.test(joined)) &&
      !/关于对?$/.test(line.key)
    )
      break;
    joined = squeeze(line.key) + joined;
    if (isTitle(joined)) best = first;
  }
  return best;
}

/** Reads everything before the salutation (or the opening). */
export function readHead(lines: readonly Line[]): HeadParts {
  const parts: HeadParts = { titleLines: [], junk: [], repeats: [], text: [], metadata: '', headings: '' };
  let range: { first: number; last: number } | null = null;
  for (let last = lines.length - 1; last >= 0 && !range; last--) {
    const line = lines[last];
    if (!line || isMetadataRow(line.key)) continue;
    const first = titleAt(lines, last);
    if (first !== null) range = { first, last };
  }
  if (range) setTitle(parts, lines.slice(range.first, range.last + 1));
  else setIndexTitle(parts, lines);
  const own = new Set(parts.titleLines);
  for (const [index, line] of lines.entries())
    if (!own.has(line)) readHeadLine(parts, line, lines[index + 1], range !== null && index < range.first);
  return parts;
}

const indexTitle = /^[|]? *(?:信息)?(?:名 *称|标 *题)[: |]+(?=\S)/;

/** A letter published without its title still has it in the page's index: 名称: 关于…的答复. */
function setIndexTitle(parts: HeadParts, lines: readonly Line[]): void {
  for (const line of lines) {
    const label = indexTitle.exec(line.key)?.[0].length;
    if (label === undefined) continue;
    const rest = line.key.slice(label);
    const end = titleEndIn(rest) ?? rest.length;
    if (!isTitle(rest.slice(0, end))) continue;
    parts.title = line.text.slice(label, label + end).replace(/[ |]+$/, '');
    parts.titleLines = [line];
    return;
  }
}

/** Where a title ends on a line it shares with the page's information: before “ 发布时间:”, “ |”. */
export function titleEndIn(key: string): number | null {
  for (const match of key.matchAll(/ *[|]| +(?=[一-鿿]{2,6}(?: [一-鿿])?[:])/g)) {
    const before = key.slice(0, match.index);
    if (isTitle(before) && !isMetadataRow(before) && /[^| ]/.test(key.slice(match.index))) return match.index;
  }
  return null;
}

function setTitle(parts: HeadParts, lines: Line[]): void {
  const latin = (text: string): boolean => /[0-9A-Za-z]$/.test(text);
  let title = lines.reduce(
    (text, line) => (latin(text) && /^[A-Za-z]/.test(line.text) ? `${text} ${line.text}` : text + line.text),
    '',
  );
  title = title.slice(0, fold(title).replace(siteSuffix, '').length);
  title = title.replace(/[ |]+$/, '');
  const last = lines.at(-1);
  const first = lines[0];
  const bracket = bracketedNumber.exec(fold(title));
  if (bracket && last) {
    const text = title.slice(bracket.index + 1, bracket.index + bracket[0].length - 1);
    const inner = { text, key: fold(text) };
    const number = docNumberIn(inner);
    // 编号:B〔2017〕62号 is the number of the case and stays.
    if (number && !/^编号/.test(inner.key)) {
      parts.docNumber = { printed: number.printed, value: number.value, line: last };
      title = title.slice(0, bracket.index).trimEnd();
    }
  }
  const mark = new RegExp(`\\(${categoryMark}类?\\)(?:的函)?$`).exec(fold(title))?.[1];
  if (mark !== undefined && last) parts.category = { mark: mark.toUpperCase(), line: last };
  // 云发函〔2025〕12号 关于…的答复: number and title on one line.
  const lead = docNumberIn({ text: title, key: fold(title) });
  if (first && lead?.start === 0 && title.length > lead.printed.length + 8) {
    parts.docNumber = { printed: lead.printed, value: lead.value, line: first };
    title = title.slice(lead.printed.length).trimStart();
  }
  parts.title = title;
  parts.titleLines = lines;
}

function readHeadLine(parts: HeadParts, line: Line, next: Line | undefined, beforeTitle: boolean): void {
  if (line.pageBreak) return;
  if (line.table) {
    parts.text.push(line);
    return;
  }
  const { key } = line;
  const bare = squeeze(key);
  const titleKey = parts.title === undefined ? '' : squeeze(parts.title);
  if (titleKey !== '' && isRepeat(squeeze(line.text), titleKey)) {
    parts.repeats.push(line);
    return;
  }
  let carries = false;
  const number = docNumberIn(line);
  if (number && !/上一|下一|[>]/.test(key)) {
    parts.docNumber ??= { printed: number.printed, value: number.value, line };
    carries = true;
  }
  // A tab parts what stands at the two sides of a head.
  const sides = line.text
    .split('\t')
    .map((side) => side.trim())
    .filter((side) => side !== '');
  const mark = categoryIn(key) ?? sides.map((side) => categoryIn(fold(side))).find((found) => found !== null) ?? null;
  if (mark !== null) {
    parts.category ??= { mark, line };
    carries = true;
  }
  const kind = disclosureIn(key);
  if (kind !== null) {
    parts.disclosure ??= { kind, line };
    carries = true;
  }
  const signer = signerIn(line);
  if (signer !== null && signer !== '') {
    parts.signer ??= { name: signer, line };
    carries = true;
  }
  for (const text of sides) {
    const side = squeeze(fold(text));
    if (/^(?:特急|加急|平急)$/.test(side)) parts.urgency ??= { text, line };
    else if (/^(?:绝密|机密|秘密)(?:★.{0,8})?$/.test(side)) parts.secrecy ??= { text, line };
    else if (/^\d{6}$/.test(side) && beforeTitle) parts.copyNumber ??= { text: side, line };
    else continue;
    carries = true;
  }
  if (!carries && (beforeTitle || /文件$/.test(bare)) && isIssuer(bare, line, next, titleKey)) {
    parts.issuer ??= { name: squeeze(line.text).replace(/文件$/, ''), line };
    carries = true;
  }
  if (isMetadataRow(key) || /案 *由|题目|标题/.test(key.slice(0, 12))) parts.metadata += `${line.text}\n`;
  if (carries) return;
  if (isTitle(key) && !isMetadataRow(key) && !bare.includes(':')) {
    parts.headings += `${line.text}。`;
    parts.repeats.push(line);
  } else if (/^关于.{4,80}(?:提案|建议|议案)\|*$/.test(bare)) parts.repeats.push(line);
  else if (line.text.length > 80 && /[。]/.test(line.text) && !isFooter(key)) parts.text.push(line);
  else parts.junk.push(line);
}

/** The red head: an office's name alone, above the document number or the title that names it. */
function isIssuer(bare: string, line: Line, next: Line | undefined, title: string): boolean {
  const name = bare.replace(/文件$/, '');
  if (name.length < 5 || !isUnitName(name)) return false;
  if (name !== bare || line.style?.align === 'center' || line.style?.title) return true;
  return fold(title).startsWith(name) || (next !== undefined && docNumberIn(next) !== null);
}

/** The same title once more, or a line of it. */
function isRepeat(text: string, title: string): boolean {
  // Characters next to figures are lost on one side at times.
  if (text === title || text.replaceAll('第', '') === title.replaceAll('第', '')) return true;
  const bare = text.replace(bracketedNumber, '');
  return (
    bare === title ||
    (text.length >= 6 &&
      title.length > 10 &&
      (title.startsWith(text) || title.endsWith(text)) &&
      text.length * 4 >= title.length &&
      /答复|复函|回复|关于|对/.test(text))
  );
}
