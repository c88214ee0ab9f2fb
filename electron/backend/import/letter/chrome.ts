import { squeeze } from './fold.ts';
import { labelOf } from './headings.ts';

/** Labels of the index table and the info line that web sites print round a letter. */
const label =
  '(?:信息)?索引号|索取号|发布机构|发文机关|发文单位|发布单位|发布部门|主题分类|组配分类|体裁分类|信息分类|所属分类|分类|服务对象|公开形式|生成日期|成文日期|成文时间|发布日期|发文日期|发文时间|公开日期|公开时间|生效日期|废止日期|失效日期|发布时间|更新时间|更新日期|日期|时间|信息来源|文章来源|来源|出处|作者|供稿|浏览次数|浏览量|访问次数|访问量|阅读次数|阅读量|点击数|点击率|点击量|浏览|阅读|点击|人气|字体|字号|字体大小|视力保护色|保护视力色|打印|责任编辑|责任部门|责任单位|编辑|编审|校对|审核|审核人|初审|复审|终审|信息员|发布人|录入|效力状态|有效性|是否有效|公开时限|公开方式|公开目录|公开范围|公开程度|公开责任部门|主题词|关键字|关键词|名称|信息名称|标题|文号|发文字号|文件编号|内容概述|内容摘要|概述|语种|载体类型|记录形式|统一编号|案由|提案者|提案人|建议人|领衔代表|提出人|主办单位|会办单位|协办单位|承办单位|承办单位及答复|承办单位答复|答复日期|答复单位|答复时间|交办日期|办理单位|办理类型|办理状态|建议编号|提案编号|案号|届次|相关附件|附件下载|上一篇|下一篇|上一条|下一条|上篇|下篇|分享|分享到|当前位置|您的位置|您当前的位置|您现在的位置|您所在的位置|您当前位置|所在位置|位置|转发|收藏|评论|扫一扫|版权所有|主办|承办|技术支持|备案号|网站标识码|地址|邮编|邮政编码';
const startsWithLabel = new RegExp(`^[|\\[【]?(?:${label})[\\]】]?(?:[:|]|$)`);
/** Two labels in one line make a row of a table even where the colons were lost. */
const spacedLabels = new RegExp(`(?:^|[ |])(?:${label})(?=[: |]|$)`, 'g');

const wholeLine =
  /^(?:[>›»/|·•\-—]*(?:首页|网站首页|正文|返回|返回首页|返回列表|返回顶部|回到顶部|顶部|底部|打印|打印本页|打印正文|打印文章|关闭|关闭窗口|关闭本页|收藏|加入收藏|设为首页|分享|分享到|分享至|转发|复制链接|复制|微信|微博|新浪微博|腾讯微博|QQ空间|朋友圈|更多|详细查看|查看详情|展开|收起|下载|全文下载|附件下载|相关附件|相关文章|相关信息|相关链接|相关阅读|相关新闻|推荐阅读|热点推荐|友情链接|网站地图|联系我们|关于我们|网站声明|隐私保护|登录|注册|退出|搜索|检索|高级检索|无障碍|无障碍浏览|适老化|长者模式|关怀版|老年版|简体|繁体|繁體|简体版|繁体版|English|RSS|RSS订阅|手机版|客户端|移动版|微信公众号|网上办事|政务公开|政务服务|互动交流|政府信息公开|信息公开|信息公开目录|政府信息公开目录|建议提案|建议提案办理|人大建议|政协提案|人大代表建议办理|政协委员提案办理|导航|上一页|下一页|末页|大|中|小|字号|字体|扫码关注|打开微信|页脚|页眉|听全文|语音播报|纠错|我要纠错|网站纠错|评论|点赞|在看|赞|责任编辑|END|end|\(完\)|完)[>›»/|·•:]*)+$/;

/** Words no letter holds: any line with them belongs to the page. */
const certain =
  /扫一扫.{0,12}(?:手机|打开|查看|浏览|关注|分享|微信|阅读|页)|用?手机.{0,4}扫|浏览器版本|升级.{0,12}浏览器|建议使用.{0,30}浏览器|最佳浏览|版权所有|Copyright|copyright|©|ICP备|网安备|网站标识码|网站地图|违法和不良信息|未经授权|禁止转载|转载请注明|您访问的链接|即将离开.{0,20}网站|^(?:\S{0,4} ?)?(?:上一篇|下一篇|上一条|下一条|分享到):|【(?:打印|关闭|字体|收藏|大|中|小|责任编辑|我要纠错|返回)|\[(?:打印|关闭|收藏|大|打印本页)\]|字[号体]:? ?[[【(]? ?(?:大|小)|浏览次数|访问次数|访问量|阅读次数|点击数|责任编辑|EndFragment|StartFragment|javascript:|<\/?(?:p|div|span|br|a|td)\b|var [a-z_]+ ?=|document\.|^当前位置|^您?(?:当前|现在)?所?在的?位置|^您的?(?:当前|现在)的?位置|^您的位置/;
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
  const bare = squeeze(key);
  if (bare.length <= 300 && certain.test(key)) return bare.length <= 120 || /浏览器|版权所有|ICP备/.test(key);
  if (bare.length > 120) return false;
  if (bare.length <= 30 && captions.test(bare) && !/[。,;:]/.test(bare) && labelOf(key) === null) return true;
  if (wholeLine.test(bare) || isBreadcrumb(bare)) return true;
  if (pageNumber.test(key.trim()) && pageNumberMark.test(bare)) return true;
  return /^[[【(]?(?:打印|关闭|收藏|分享|字体|字号)[\]】)]?[:|[【(]/.test(bare);
}

/** Chrome that may stand below a letter, where lines such as 主办:… cannot be part of its text. */
export function isFooter(key: string): boolean {
  return (
    isChrome(key) ||
    (key.length <= 120 &&
      /^(?:.{0,4}(?:编辑|审核|责编|校对|供稿|发布人|录入|撰稿人?)|主办|主办单位|承办|承办单位|版权|地址|网站主办|技术支持|联系我们|备案|.{0,3}公网安备|来源|文章来源|信息来源|发布时间|发布日期|更新时间|编辑|作者|审核|责编|责任编辑|稿件来源|浏览|阅读|点击|上一|下一)[^。]{0,30}[: ]/.test(
        key,
      ))
  );
}
