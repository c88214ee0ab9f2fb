import { actions, addresses, footers, labels, links, sharedFooters } from './chrome-words.ts';
import { squeeze } from './fold.ts';
import { labelOf } from './headings.ts';
import type { Line } from './line.ts';

const longestFirst = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[().]/g, '\\$&'))
    .join('|');

const label = longestFirst(labels);
const startsWithLabel = new RegExp(`^[-•·]?[|\\[【]?(?:${label})[\\]】]?(?:[:|]|$)`);
/** Two labels in one line make a row of a table even where the colons were lost. */
const spacedLabels = new RegExp(`(?:^|[ |])(?:${label})(?=[: |]|$)`, 'g');

const button = new RegExp(`(?:${longestFirst([...actions, ...links])}|[>›»/|·•:—-]+)`, 'y');
const action = new RegExp(longestFirst(actions));

/**
 * Whether a line consists of nothing but links and buttons. Goes from word to word, the longest first, and never back:
 * one pattern for the whole line would try every way to cut it.
 */
function isButtons(bare: string): boolean {
  button.lastIndex = 0;
  while (button.lastIndex < bare.length) if (!button.test(bare)) return false;
  return /[^>›»/|·•:—-]/.test(bare);
}

/** Forms no letter has, not even as its last line: a page speaking of itself, its records, its code. */
const unmistakable =
  /扫一扫.{0,12}(?:当前|本|此)页|您的浏览器版本|浏览器版本过低|请升级.{0,12}浏览器|建议使用.{0,20}(?:IE|Chrome|谷歌|火狐|360|分辨率).{0,20}浏览器|最佳浏览|^版权所有[: ]|版权所有$|版权所有 .*(?:主办|承办)|Copyright|copyright|©|ICP备 ?\d|网安备 ?\d|网站标识码[: ]?\d|您访问的链接即将离开|^(?:\S{0,4} ?)?(?:上一篇|下一篇|上一条|下一条|分享到):|【(?:打印|关闭|字体|字号|收藏|大|中|小|责任编辑|我要纠错|返回)|\[(?:打印|关闭|收藏|大|打印本页)\]|EndFragment|StartFragment|javascript:|<\/?(?:p|div|span|br|a|td)\b|document\.write\(|^您?(?:当前|现在)?所?在?的?位置(?:[:>]|是)|^您的(?:当前|现在)?的?位置(?:[:>]|是)/;
const certain =
  /扫一扫.{0,12}(?:手机|打开|查看|浏览|分享|阅读).{0,8}(?:浏览|查看|$)|字[号体]:? ?[[【(]? ?(?:大|小)(?=[ \]】)]|$)|违法和不良信息举报|转载请注明(?:出处|来源)[。!]?$|var [a-z_]+ ?=/;
/** Words a letter may hold in a sentence or a heading; on a short line of their own they are links and captions. */
const captions =
  /扫一扫|二维码|扫码|手机(?:浏览|打开|查看|扫描|上查看|阅读|访问|版)|在手机上|分辨率|公众号|微[博愽]|今日头条|抖音|客户端|技术支持|网站地图|未经授权|禁止转载|ICP备|浏览次数|访问次数|访问量|阅读次数|点击数|责任编辑|\d+ ?条评论/;

const pageNumber = /^[-—–_·~]+ ?(?:第 ?)?(\d{1,4}) ?页? ?[-—–_·~]+$|^第 ?(\d{1,4}) ?页(?: ?[,/]? ?共 ?\d{1,4} ?页)?$/;

/** The number of a page when a line is nothing else: — 3 —, 第3页 共8页. */
export function pageNumberOf(line: Line): number | null {
  const match = line.inWord ? null : pageNumber.exec(line.key.trim());
  return match && Number(match[1] ?? match[2]);
}

/** 首页 > 政务公开 > … */
function isBreadcrumb(bare: string): boolean {
  if (/^[>›»]/.test(bare)) return true;
  const steps = bare.split(/>+|›|»|→|::/);
  if (steps.length >= 3 && steps.every((step) => /^[一-鿿\w:\-—()]{0,30}$/.test(step))) return true;
  return /^(?:网站)?首页(?:[>/›»|\-_\\]|$)/.test(bare);
}

/** A row of a web page's index table or its info line: 索引号: … 发布日期: …. `key` is folded. */
export function isMetadataRow(key: string): boolean {
  if (key.length > 300) return false;
  const bare = squeeze(key);
  if (startsWithLabel.test(bare)) return true;
  // Letters spread for alignment (索 引 号) lose their spaces in `bare`; several labels keep theirs in `key`.
  const labels = key.match(spacedLabels)?.length ?? 0;
  if (labels >= 2 && !/[。;]/.test(key)) return true;
  if (/^\|.*\|$/.test(bare)) return true;
  return (
    /^(?:索引号|索取号|发布日期|发布机构|信息来源|文章来源|所属分类|责任部门|公开目录|公开方式|公开时限|主题分类|发文机关|生成日期|文号)/.test(
      bare,
    ) && !/[。，,;]/.test(bare)
  );
}

/**
 * How far a line looks like one of a web page round the letter: `certain` by a form no letter has, `likely` by words
 * that stand on pages but in letters as well. Never a reason by itself to take a line out: where it stands decides. In
 * a Word file no line does.
 */
export function pageLook(line: Line): 'certain' | 'likely' | null {
  const { key } = line;
  if (line.inWord || key === '') return null;
  if (line.style?.chrome) return 'certain';
  const bare = squeeze(key);
  if (isUnmistakable(key) || (certain.test(key) && isNoSentence(key))) return 'certain';
  // Rules, bars and image marks.
  if (key.length <= 60 && !/[\p{L}\p{N}]/u.test(key)) return 'likely';
  if (bare.length > 120) return null;
  if (isButtons(bare)) return action.test(bare) ? 'certain' : 'likely';
  if (isBreadcrumb(bare) || pageNumberOf(line) !== null) return 'certain';
  if (/^[[【(]?(?:打印|关闭|收藏|分享|字体|字号)[\]】)]?[:|[【(]/.test(bare)) return 'certain';
  return bare.length <= 30 && captions.test(bare) && !/[。,;:]/.test(bare) && labelOf(key) === null ? 'likely' : null;
}

/** What a page says in whole sentences is about the reader's way to it. */
function isUnmistakable(key: string): boolean {
  return unmistakable.test(key) && key.length <= 300 && (isNoSentence(key) || /您的?浏览器|即将离开/.test(key));
}

function isNoSentence(key: string): boolean {
  return key.length <= 120 && !key.includes('。');
}

/**
 * Whether page lines without a single other line between them, which end a text, are the page's: more than one, or one
 * no letter could end with.
 */
export function isPageEnd(lines: readonly Line[]): boolean {
  const certainOnes = lines.filter((line) => pageLook(line) === 'certain');
  return (
    certainOnes.length > 0 &&
    (lines.length > 1 || certainOnes.some(({ key, style }) => style?.chrome || isUnmistakable(key)))
  );
}

const startOf = (words: readonly string[]): RegExp =>
  new RegExp(`^(?:.{0,4}(?:审核|责编|校对|供稿|发布人|录入|撰稿人?)|.{0,3}(?:${longestFirst(words)}))[^。]{0,30}[: ]`);
const footerStart = startOf(footers);
const sharedFooterStart = startOf(sharedFooters);
const addressStart = startOf(addresses);

/** A line that, standing below a letter, belongs to the page: 责任编辑:…. */
export function isFooter(line: Line): boolean {
  return pageLook(line) === 'certain' || (!line.inWord && line.key.length <= 120 && footerStart.test(line.key));
}

/** A line that may begin the footer of a page when a certain line of the page stands in it too: 主办:…. */
export function mayBeginFooter(line: Line): boolean {
  return isFooter(line) || (!line.inWord && line.key.length <= 120 && sharedFooterStart.test(line.key));
}

/** A line that belongs to the page when it stands below a letter among other lines of a page. */
export function mayBeFooter(line: Line): boolean {
  if (mayBeginFooter(line) || pageLook(line) !== null) return true;
  return !line.inWord && line.key.length <= 120 && addressStart.test(line.key);
}
