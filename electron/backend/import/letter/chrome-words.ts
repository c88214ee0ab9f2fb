/** Words of web pages round a letter, as lists to read and to add to. Half width, simplified. */
const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

/** Labels of the index table and of the line with date, source and counters. */
export const labels = list(`
  索引号 信息索引号 索取号 发布机构 发文机关 发文机构 发文单位 发布单位 发布部门 主题分类 组配分类 体裁分类 信息分类
  所属分类 分类 服务对象 公开形式 生成日期 成文日期 成文时间 发布日期 发文日期 发文时间 公开日期 公开时间 生效日期
  废止日期 失效日期 发布时间 发表时间 编稿时间 更新时间 更新日期 日期 时间 信息来源 文章来源 稿件来源 来源 出处 作者 供稿
  浏览次数 浏览量 访问次数 访问量 阅读次数 阅读人次 阅读量 点击数 点击率 点击量 浏览 阅读 点击 人气
  字体 字号 字体大小 视力保护色 保护视力色 打印 责任编辑 网络编辑 信息编辑 责任部门 责任单位 编辑 编审 校对 审核 审核人
  信息审核 初审 复审 终审 信息员 发布人 录入 效力状态 有效性 是否有效 公开时限 公开方式 公开目录 公开范围 公开程度
  公开责任部门 主题词 关键字 关键词 类别 信息类型 名称 信息名称 标题 文号 发文字号 文件编号 内容概述 内容摘要 概述 语种 载体类型
  记录形式 统一编号 案由 提案者 提案人 建议人 领衔代表 附议代表 提出人 主办单位 会办单位 协办单位 承办单位
  承办单位及答复 承办单位答复 答复日期 答复单位 答复时间 交办日期 办理单位 办理类型 办理状态 建议编号 提案编号 案号 届次
  相关附件 附件下载 上一篇 下一篇 上一条 下一条 上篇 下篇 分享 分享到 当前位置 您的位置 您当前的位置 您现在的位置
  您所在的位置 您当前位置 所在位置 位置 转发 收藏 评论 扫一扫 版权所有 主办 承办 技术支持 备案号 网站标识码 地址 邮编
  邮政编码`);

/** What a page offers to do: a line of nothing but these and `links` is no text. */
export const actions = list(`
  首页 网站首页 返回 返回首页 返回列表 返回顶部 回到顶部 打印 打印本页 打印正文 打印文章 关闭 关闭窗口 关闭本页 加入收藏
  设为首页 分享 分享到 分享至 转发 复制链接 新浪微博 腾讯微博 QQ空间 朋友圈 详细查看 查看详情 展开 收起 全文下载 附件下载
  相关附件 相关文章 相关稿件 相关信息 相关链接 相关阅读 相关新闻 热点推荐 推荐阅读 友情链接 网站地图 联系我们 关于我们
  网站声明 隐私保护 高级检索 无障碍 无障碍浏览 适老化 长者模式 关怀版 老年版 简体版 繁体版 English RSS RSS订阅 手机版
  移动版 导航 上一页 下一页 扫码关注 打开微信 听全文 语音播报 我要纠错 网站纠错 END end TOP 责任编辑 (完)`);

/** Links that may be words of a letter too: by themselves they are no proof of a page. */
export const links = list(`
  正文 顶部 底部 收藏 保存 复制 微信 微博 更多 菜单 下载 推荐 登录 注册 退出 搜索 检索 简体 繁体 客户端 微信公众号 网上办事
  政务公开 政务服务 互动交流 政府信息公开 信息公开 信息公开目录 政府信息公开目录 建议提案 建议提案办理 人大建议 政协提案
  人大代表建议办理 政协委员提案办理 末页 大 中 小 字号 字体 页脚 页眉 纠错 评论 点赞 在看 赞 完`);

/** Starts of lines of a page that stand below a letter. */
export const footers = list(`
  版权 网站主办 技术支持 备案 公网安备 文章来源 信息来源 稿件来源 发布时间 发布日期 更新时间 审核 责编 责任编辑 浏览 阅读 点击
  上一篇 上一条 上一页 下一篇 下一条 下一页`);

/** Starts of lines that a letter may have at its end too. */
export const sharedFooters = list('主办 主办单位 承办 承办单位 联系我们 来源 编辑 作者');

/** Where to find an office: it says so in its letters as on its pages. */
export const addresses = list('地址 办公地址 通讯地址 邮箱 电子邮箱 邮编 邮政编码 电话 联系电话 传真 网址');
