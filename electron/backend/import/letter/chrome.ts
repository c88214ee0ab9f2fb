import { buttons, footers, labels } from './chrome-words.ts';
import { squeeze } from './fold.ts';
import { labelOf } from './headings.ts';

const longestFirst = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[().]/g, '\\$&'))
    .join('|');

const label = longestFirst(labels);
const startsWithLabel = new RegExp(`^[-•·]?[|\\[【]?(?:${label})[\\]】]?(?:[:|]|$)`);
/** Two labels in one line make a row of a table even where the colons were lost. */
const spacedLabels = new RegExp(`(?:^|[ |])(?:${label})(?=[: |]|$)`, 'g');

const button = new RegExp(`(?:${longestFirst(buttons)}|[>›»/|·•:—-]+)`, 'y');

/**
 * Whether a line consists of nothing but links and buttons. Goes from word to word, the longest first, and never back:
 * one pattern for the whole line would try every way to cut it.
 */
function isButtons(bare: string): boolean {
  button.lastIndex = 0;
  while (button.lastIndex < bare.length) if (!button.test(bare)) return false;
  return /[^>›»/|·•:—-]/.test(bare);
}

/** Words no letter holds: any line with them belongs to the page. */
const certain =
  /扫一扫.{0,12}(?:手机|打开|查看|浏览|关注|分享|微信|阅读|页)|用?手机.{0,4}扫|浏览器版本|升级.{0,12}浏览器|建议使用.{0,30}浏览器|最佳浏览|版权所有|Copyright|copyright|©|ICP备|网安备|网站标识码|网站地图|违法和不良信息|未经授权|禁止转载|转载请注明|您访问的链接|即将离开.{0,20}网站|^(?:\S{0,4} ?)?(?:上一篇|下一篇|上一条|下一条|分享到):|【(?:打印|关闭|字体|收藏|大|中|小|责任编辑|我要纠错|返回)|\[(?:打印|关闭|收藏|大|打印本页)\]|字[号体]:? ?[[【(]? ?(?:大|小)|浏览次数|访问次数|访问量|阅读次数|点击数|责任编辑|EndFragment|StartFragment|\d+ ?条评论|javascript:|<\/?(?:p|div|span|br|a|td)\b|var [a-z_]+ ?=|document\.|^当前位置|^您?(?:当前|现在)?所?在的?位置|^您的?(?:当前|现在)的?位置|^您的位置/;
/** Words a letter may hold in a sentence or a heading; on a short line of their own they are links and captions. */
const captions =
  /扫一扫|二维码|扫码|手机(?:浏览|打开|查看|扫描|上查看|阅读|访问|版)|在手机上|分辨率|公众号|微[博愽]|今日头条|抖音|客户端|技术支持:/;

const pageNumber = /^(?:[-—–_·~]* ?(?:第 ?)?\d{1,4}(?: ?\/ ?\d{1,4}| ?页)?(?: ?,? ?共 ?\d{1,4} ?页)? ?[-—–_·~]*)$/;
const pageNumberMark = /[-—–_·~页/]/;

/** 首页 > 政务公开 > …, also with /, » and ›. */
function isBreadcrumb(bare: string): boolean {
  if (/^[>›»]/.test(bare)) return true;
  const steps = bare.split(/>+|›|»|→|::/);
  if (steps.length >= 3 && steps.every((step) => /^[一-鿿\w:\-—()]{0,30}$/.test(step))) return true;
  return /^(?:网站)?首页(?:[>/›»|\-_\\]|$)/.test(bare) || (bare.split('/').length >= 4 && !/[。,\d]/.test(bare));
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

/** A line that belongs to the web page and not to the letter, wherever it stands. `key` is folded. */
export function isChrome(key: string): boolean {
  if (key === '') return false;
  // Rules, bars and image marks.
  if (key.length <= 60 && !/[\p{L}\p{N}]/u.test(key)) return true;
  const bare = squeeze(key);
  if (bare.length <= 300 && certain.test(key)) return bare.length <= 120 || /浏览器|版权所有|ICP备/.test(key);
  if (bare.length > 120) return false;
  if (bare.length <= 30 && captions.test(bare) && !/[。,;:]/.test(bare) && labelOf(key) === null) return true;
  if (isButtons(bare) || isBreadcrumb(bare)) return true;
  if (pageNumber.test(key.trim()) && pageNumberMark.test(bare)) return true;
  return /^[[【(]?(?:打印|关闭|收藏|分享|字体|字号)[\]】)]?[:|[【(]/.test(bare);
}

const footerStart = new RegExp(
  `^(?:.{0,4}(?:编辑|审核|责编|校对|供稿|发布人|录入|撰稿人?)|.{0,3}(?:${longestFirst(footers)}))[^。]{0,30}[: ]`,
);

/** Chrome that may stand below a letter, where lines such as 主办:… cannot be part of its text. */
export function isFooter(key: string): boolean {
  return isChrome(key) || (key.length <= 120 && footerStart.test(key));
}
