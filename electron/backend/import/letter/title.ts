import { isMetadataRow, pageLook } from './chrome.ts';
import { dateLine } from './dates.ts';
import { docNumberIn } from './doc-number.ts';
import { fold, squeeze } from './fold.ts';
import { categoryIn, disclosureIn, signerIn } from './head-marks.ts';
import { labelOf } from './headings.ts';
import type { Line } from './line.ts';
import { isUnitName } from './units.ts';

const titleWords = /提案|建议|议案|会办|协办|政协|人大|代表|委员/;
const titleEnd =
  /(?:答复意见|办理答复|答复函|答复|复函|回复函|回复|回函|的函|函复|复文|会办意见|协办意见|办理意见|意见|会办函|协办函|办理情况|办理情况的报告|办理结果|办理结果的函|协办件|的复)(?:的函)?(?:\([^()]{1,20}\)|\(关于.{4,100}\)|《[^》]{4,100}》)?$/;

/** Bracketed document number or 类别 a web editor put after a title. */
export const bracketedNumber = /[[(〔【][^[\]()【】]{2,20}[〔[(][^\])〕]{4}[〕\])][^[\]()【】]{1,8}号[\])〕】]$/;

/** The name of the site a page heading ends with. */
const siteSuffix = / ?[-_|—–]{1,2} ?[^-_|—–()《》]{2,25}(?:网|网站|政府|门户|局|厅|委员会|政务公开|信息公开)$/;

/** 标题: and its like before a title. `key` is folded. */
const titleLabel =
  /^[|【[]? *(?:(?:复文|答复|复函|文件|公文|稿件|信息|文章|正文|发文|来文|函件)? *(?:名 *称|标 *题|题 *目|题名)|主题|title)(?: *[】\]] *[: |]*| *[: |]+)(?=\S)/i;
const ornamentBefore = /^[\s#*★☆●○◆◇■□▲△※▶►→·•|]+/;
const ornamentAfter = /[\s*★☆●○◆◇■□▲△※◀◄·•|。.;,、]+$/;
const pairs = ['【】', '[]', '「」', '『』', '〖〗', '《》', '“”', '""', '<>', '<<>>'];

/** The words of a title without label and ornaments round it (★【…】。), as a slice of the text. */
export function bareTitle(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(ornamentBefore, '').replace(ornamentAfter, '');
    bare = bare.slice(titleLabel.exec(fold(bare))?.[0].length ?? 0);
    const key = fold(bare);
    const pair = pairs.find(([open, close]) => isWrapped(key, open ?? '', close ?? ''));
    if (pair) bare = bare.slice(1, -1);
  }
  return bare;
}

/** One pair of brackets holds the whole text. */
function isWrapped(key: string, open: string, close: string): boolean {
  return key.length > 4 && key.startsWith(open) && key.endsWith(close) && !key.slice(1, -1).includes(open);
}

/** A title with the name of the site it was published on taken off. */
export function withoutSite(text: string): string {
  return text.slice(0, fold(text).replace(siteSuffix, '').length).replace(/[ |]+$/, '');
}

/** By its words alone a title of a reply, wherever it stands. */
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

const looseEnd =
  /(?:[答回函批]复|复[函文信]|回[函信]|函|意见|报告|[汇通]报|情况|结果|说明|反馈|回应|请示|通知|公告|决定|纪要|总结|方案|建议|事宜|信|[答回]?[复馈]?表|意见书)(?:[(（].{1,40}[)）])?$/;

/** Words of a title that no sentence has: 关于您提出的…的答复. */
export function endsAsTitle(key: string): boolean {
  const bare = squeeze(key);
  return looseEnd.test(bare) && /^(?:关于|对)/.test(bare) && !/[,。:;]|收悉|如下/.test(bare);
}

/** A title of any wording, where it stands where titles stand. `bare` is folded, without spaces and ornaments. */
function readsAsTitle(bare: string): boolean {
  return isHeadline(bare) && (/^(?:关于|对).{3}/.test(bare) || (looseEnd.test(bare) && !labelOf(bare)));
}

/** Short enough and no sentence: what stands in quotation marks does not count. */
function isHeadline(bare: string): boolean {
  const words = bare.replace(/[“"《][^”"》]*[”"》]/g, '');
  return bare.length > 0 && bare.length <= 200 && !/[。!?;]|收悉|现.{0,4}如下|:$/.test(words);
}

/** Whether a line may be one line of a title: none of what else stands in a head. */
function mayBeTitle(line: Line): boolean {
  if (line.table || line.pageBreak || line.text.length > 200) return false;
  const { key } = line;
  return (
    !/[:>|]$/.test(key) &&
    !isMetadataRow(key) &&
    pageLook(line) === null &&
    docNumberIn(line) === null &&
    categoryIn(key) === null &&
    disclosureIn(key) === null &&
    !signerIn(line) &&
    dateLine(key, line.text) === null &&
    !/^(?:特急|加急|平急|绝密|机密|秘密|\d{6}$|(?:上|下)一|附件|抄[送报]|联系|主送)/.test(squeeze(key)) &&
    !/文件$/.test(key.trim()) &&
    labelOf(key) === null
  );
}

/** Whether a line may be one line of a title broken over several. */
function maybeTitleLine(line: Line): boolean {
  return line.text.length <= 80 && mayBeTitle(line) && !/[。!?;:>|]/.test(squeeze(line.key));
}

/** What reads as a title, and what is one to its end, so that the line below begins another. */
interface Wording {
  reads: (key: string) => boolean;
  isWhole: (key: string) => boolean;
}
const replyWording: Wording = { reads: isTitle, isWhole: isTitle };
const anyWording: Wording = { reads: readsAsTitle, isWhole: (key) => readsAsTitle(key) && looseEnd.test(key) };

/** First line of the title that ends at `last`, or null. */
function titleAt(lines: readonly Line[], last: number, { reads, isWhole }: Wording): number | null {
  let best: number | null = null;
  let joined = '';
  for (let first = last; first >= Math.max(0, last - 4); first--) {
    const line = lines[first];
    if (!line) break;
    const key = bareKey(line);
    if (key === '' || (first < last && (!maybeTitleLine(line) || isWhole(key)))) break;
    if (best !== null && !goesUp(joined, key, isWhole === isTitle)) break;
    joined = key + joined;
    if (reads(joined)) best = first;
  }
  return best;
}

/** Whether a title begins above what reads as one, in the line `above`. */
function goesUp(title: string, above: string, isReply: boolean): boolean {
  // An office's name stands over the title as its first line, unless the title names the office itself.
  if (isUnitName(above) && /^(?:关于|对)/.test(title)) return true;
  if (/关于对?$/.test(above)) return true;
  // Words in the name of the case do not count: 第115号提案《关于…》的答复 goes on upwards.
  if (/^.{0,40}(?:关于|对)/.test(title.replace(/《[^》]*》/g, ''))) return false;
  return isReply || isUnitName(above) || /^.{0,40}(?:关于|对)|的$/.test(above);
}

function bareKey(line: Line): string {
  return squeeze(fold(bareTitle(line.text)));
}

/** What a search for the title has to know of the head. */
export interface HeadPlace {
  /** A salutation or an opening follows. */
  isAnchored: boolean;
  /** Lines of a web page stand in it. */
  hasPage: boolean;
}

/** The lines of the title in a head: by its words, by its looks, by words of any title, by its place; or null. */
export function findTitle(lines: readonly Line[], place: HeadPlace): { first: number; last: number } | null {
  return (
    byWords(lines, replyWording) ??
    byLooks(lines) ??
    byLabel(lines) ??
    byAnyWords(lines, place) ??
    byPlace(lines, place)
  );
}

function byWords(lines: readonly Line[], wording: Wording): { first: number; last: number } | null {
  for (let last = lines.length - 1; last >= 0; last--) {
    const line = lines[last];
    if (!line || line.table || isMetadataRow(line.key)) continue;
    const first = titleAt(lines, last, wording);
    if (first !== null) return { first, last };
  }
  return null;
}

/** Smallest size of a title's characters, 小二; the text's is 三号 (16). */
export const titleSize = 18;

/** Lines styled or set as a title. */
function byLooks(lines: readonly Line[]): { first: number; last: number } | null {
  const looks = (line: Line | undefined): boolean =>
    line !== undefined &&
    (line.style?.title === true || (line.style?.size ?? 0) >= titleSize || line.style?.heading === 1) &&
    mayBeTitle(line) &&
    isHeadline(bareKey(line)) &&
    !isUnitName(bareKey(line));
  const last = lines.findLastIndex(looks);
  if (last < 0) return null;
  let first = last;
  while (first > 0 && looks(lines[first - 1])) first--;
  return { first, last };
}

/** A letter published without its title still has it in the page's index: 名称: 关于…的答复. */
function byLabel(lines: readonly Line[]): { first: number; last: number } | null {
  const at = lines.findIndex(({ key, table }) => {
    const label = table ? undefined : titleLabel.exec(key)?.[0].length;
    return label !== undefined && readsAsTitle(squeeze(fold(bareTitle(indexTitle(key)))));
  });
  return at < 0 ? null : { first: at, last: at };
}

/** A title that shares its row with others ends where the next label begins. */
export function indexTitle(text: string): string {
  const label = titleLabel.exec(fold(text))?.[0].length ?? 0;
  const rest = text.slice(label);
  return rest.slice(0, titleEndIn(fold(rest)) ?? rest.length).replace(/[ |]+$/, '');
}

function byAnyWords(lines: readonly Line[], { isAnchored }: HeadPlace): { first: number; last: number } | null {
  const own = lines.map((line) => (mayBeTitle(line) ? line : { ...line, text: '', key: '' }));
  if (isAnchored) return byWords(own, anyWording);
  // Nothing says where the head ends: only what begins the text is above it.
  const first = own.findIndex(({ key }) => key !== '');
  return first < 0 ? null : byWords(own.slice(0, first + 1), anyWording);
}

/** Shortest title that only its place above the letter tells from the links of a page. */
const shortestOnPage = 8;

/** The last short lines above the salutation; where a page stands round the letter, the last one that is not the page's. */
function byPlace(lines: readonly Line[], { isAnchored, hasPage }: HeadPlace): { first: number; last: number } | null {
  if (!isAnchored) return null;
  const fits = (line: Line | undefined): boolean =>
    line !== undefined && mayBeTitle(line) && line.text.length <= 60 && isHeadline(bareKey(line));
  const last = lines.findLastIndex(fits);
  const key = last < 0 ? '' : bareKey(lines[last] as Line);
  if (last < 0 || isUnitName(key) || (hasPage && key.length < shortestOnPage)) return null;
  let first = last;
  while (!hasPage && first > 0 && last - first < 3 && fits(lines[first - 1]) && !lines[first]?.blankBefore) first--;
  return { first, last };
}

/** Where a title ends on a line it shares with the page's information: before “ 发布时间:”, “ |”. */
export function titleEndIn(key: string): number | null {
  for (const match of key.matchAll(/ *[|]| +(?=[一-鿿]{2,6}(?: [一-鿿])?[:])/g)) {
    const before = key.slice(0, match.index);
    if (isTitle(before) && !isMetadataRow(before) && /[^| ]/.test(key.slice(match.index))) return match.index;
  }
  return null;
}
