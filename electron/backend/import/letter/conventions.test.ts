import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importText } from '../index.ts';

/** Invented letters, one for each convention of reply letters; places, offices and people do not exist. */
const letters: { name: string; text: string; expect: Partial<LetterFacts> }[] = [
  {
    name: '会办意见 of a contributing bureau, addressed to the host bureau',
    text: `云财会办〔2024〕7号

云江市财政局关于市政协六届三次会议第0215号提案的会办意见

市教育局：
现将市政协六届三次会议第0215号《关于加大乡村小规模学校投入的提案》提出如下会办意见：
一、关于经费保障。市财政已足额安排生均公用经费。
二、关于后续工作
市财政局将积极配合做好资金保障。
以上意见，供你局答复委员时参考。
云江市财政局
2024年5月8日
（联系人：何田，联系电话：0579-8123456）`,
    expect: {
      title: '云江市财政局关于市政协六届三次会议第0215号提案的会办意见',
      docNumber: '云财会办〔2024〕7号',
      salutation: '市教育局',
      kind: 'opinion',
      caseTitle: '关于加大乡村小规模学校投入的提案',
      caseNumber: '0215',
      session: '市政协六届三次会议',
      headings: [
        { level: 1, text: '关于经费保障' },
        { level: 1, text: '关于后续工作' },
      ],
      bodyParagraphs: 4,
      closing: '以上意见，供你局答复委员时参考。',
      signatureUnits: ['云江市财政局'],
      date: '2024-05-08',
      contacts: [{ name: '何田', role: '联系人', phones: ['0579-8123456'] }],
    },
  },
  {
    name: '集体提案 of a party committee, 贵委',
    text: `对市政协六届三次会议第12号党派提案的答复
类别：A类
民盟云江市委会：
贵委提出的《关于建设儿童友好城市的建议》（第12号）收悉，经商市妇联、市住房和城乡建设局，现答复如下：
我局高度重视。
专此答复，感谢贵委对民政工作的关心支持。
云江市民政局
2024年6月30日
抄送：市政协提案委，市政府督查室。`,
    expect: {
      title: '对市政协六届三次会议第12号党派提案的答复',
      category: 'A',
      salutation: '民盟云江市委会',
      kind: 'proposal',
      caseTitle: '关于建设儿童友好城市的建议',
      caseNumber: '12',
      session: '市政协六届三次会议',
      coUnits: ['市妇联', '市住房和城乡建设局'],
      bodyParagraphs: 3,
      closing: '专此答复，感谢贵委对民政工作的关心支持。',
      signatureUnits: ['云江市民政局'],
      date: '2024-06-30',
      copyTo: ['市政协提案委', '市政府督查室'],
    },
  },
  {
    name: 'two deputies named as 两位代表',
    text: `关于云江市第八届人民代表大会第二次会议第031号建议的答复函
王小川、高晨两位代表：
你们在市八届人大二次会议上提出的“关于改善东溪河水质的建议”收悉。现答复如下：
东溪河治理已纳入年度计划。
感谢你们对水利工作的关心。
云江市水务局
二〇二四年七月二日`,
    expect: {
      title: '关于云江市第八届人民代表大会第二次会议第031号建议的答复函',
      salutation: '王小川、高晨两位代表',
      kind: 'suggestion',
      caseTitle: '关于改善东溪河水质的建议',
      caseNumber: '031',
      session: '云江市第八届人民代表大会第二次会议',
      date: '2024-07-02',
      signatureUnits: ['云江市水务局'],
    },
  },
  {
    name: 'traditional characters',
    text: `對雲江縣政協第九屆二次會議第45號提案的答復
尊敬的陳文達委員:
您提出的《關於加強古樹保護的提案》收悉,經會同縣林業局、縣財政局研究,現答復如下:
我局對古樹名木進行了普查。
感謝您對城市管理工作的關心和支持。
雲江縣城市管理局
2024年3月5日
聯系人:林木 聯系電話:0578-6123456`,
    expect: {
      title: '對雲江縣政協第九屆二次會議第45號提案的答復',
      salutation: '尊敬的陳文達委員',
      kind: 'proposal',
      caseTitle: '關於加強古樹保護的提案',
      caseNumber: '45',
      session: '雲江縣政協第九屆二次會議',
      coUnits: ['縣林業局', '縣財政局'],
      closing: '感謝您對城市管理工作的關心和支持。',
      signatureUnits: ['雲江縣城市管理局'],
      date: '2024-03-05',
      contacts: [{ name: '林木', role: '聯系人', phones: ['0578-6123456'] }],
    },
  },
  {
    name: 'red head with issuer, urgency, 签发人, number and category on one line',
    text: `特急
云江市交通运输局文件
云交提复〔2024〕18号    B类    签发人：郑平
关于市政协六届三次会议
第88号提案的答复
李木子委员：
您提出的《关于优化公交线路的提案》收悉。经研究，现答复如下：
一、基本情况
全市现有公交线路42条。
（一）线路走向
线路走向基本合理。
1.老城区
老城区线路密集。
（1）东门片区
东门片区增设站点。
二、下一步工作
继续优化。
此复。
云江市交通运输局
2024年4月2日
（此件公开发布）
附件：1.公交线路图
2.新增站点表
抄送：市政协提案委员会、市政府办公室`,
    expect: {
      title: '关于市政协六届三次会议第88号提案的答复',
      docNumber: '云交提复〔2024〕18号',
      category: 'B',
      signer: '郑平',
      disclosure: 'public',
      caseNumber: '88',
      headings: [
        { level: 1, text: '基本情况' },
        { level: 2, text: '线路走向' },
        { level: 3, text: '老城区' },
        { level: 4, text: '东门片区' },
        { level: 1, text: '下一步工作' },
      ],
      bodyParagraphs: 7,
      closing: '此复。',
      attachments: ['公交线路图', '新增站点表'],
      copyTo: ['市政协提案委员会', '市政府办公室'],
    },
  },
  {
    name: 'everything on one line without spaces',
    text: `关于市政协六届三次会议第9号提案的答复赵青山委员：您提出的《关于增设健身步道的提案》收悉。现答复如下：一、基本情况全市已建成步道三十公里。感谢您对体育工作的关心和支持。云江市体育局2024年8月1日`,
    expect: {
      title: '关于市政协六届三次会议第9号提案的答复',
      salutation: '赵青山委员',
      caseTitle: '关于增设健身步道的提案',
      caseNumber: '9',
      session: '市政协六届三次会议',
      closing: '感谢您对体育工作的关心和支持。',
      signatureUnits: ['云江市体育局'],
      date: '2024-08-01',
    },
  },
  {
    name: 'everything on one line with spaces',
    text: `云体函〔2024〕3号 关于市八届人大三次会议第10号建议的答复 赵青山代表: 您提出的《关于增设健身步道的建议》收悉。现答复如下: 一、基本情况 全市已建成步道三十公里,方便群众健身。 二、下一步打算 我局将继续推进步道建设,完善配套设施。 感谢您对体育工作的关心和支持。 云江市体育局 2024年8月1日 (联系人:周舟,电话:8123456)`,
    expect: {
      title: '关于市八届人大三次会议第10号建议的答复',
      docNumber: '云体函〔2024〕3号',
      salutation: '赵青山代表',
      kind: 'suggestion',
      caseNumber: '10',
      headings: [
        { level: 1, text: '基本情况' },
        { level: 1, text: '下一步打算' },
      ],
      closing: '感谢您对体育工作的关心和支持。',
      signatureUnits: ['云江市体育局'],
      date: '2024-08-01',
      contacts: [{ name: '周舟', role: '联系人', phones: ['8123456'] }],
    },
  },
  {
    name: 'metadata lines as a page prints them, 此件依申请公开, two contacts',
    text: `您所在的位置：首页 > 政务公开 > 建议提案
索引号：330000-2024-001
发布机构：云江市民政局
文号：云民函〔2024〕21号
公开方式：依申请公开
发布日期：2024-09-01
云江市民政局关于市政协六届三次会议第301号提案的复函
发布时间：2024-09-01 来源：市民政局 浏览次数：12
字体：[大 中 小]
孙一鸣委员：
您提出的《关于发展社区养老的提案》收悉，现答复如下：
我局积极推进社区养老。
感谢您的关心支持。
云江市民政局
2024年8月20日
分管领导：吴克
联系人及电话：郭靖安 0579—88112233
【打印本页】 【关闭窗口】
版权所有：云江市民政局 ICP备12345678号`,
    expect: {
      title: '云江市民政局关于市政协六届三次会议第301号提案的复函',
      docNumber: '云民函〔2024〕21号',
      disclosure: 'on-request',
      caseNumber: '301',
      contacts: [
        { name: '吴克', role: '分管领导', phones: [] },
        { name: '郭靖安', role: '联系人', phones: ['0579-88112233'] },
      ],
      junkLines: [
        '您所在的位置：首页 > 政务公开 > 建议提案',
        '索引号：330000-2024-001',
        '发布机构：云江市民政局',
        '发布日期：2024-09-01',
        '发布时间：2024-09-01 来源：市民政局 浏览次数：12',
        '字体：[大 中 小]',
        '【打印本页】 【关闭窗口】',
        '版权所有：云江市民政局 ICP备12345678号',
      ],
    },
  },
  {
    name: 'run-in headings at two levels',
    text: `关于省政协十二届二次会议第0456号提案的答复
周文委员：
您提出的《关于加快数字乡村建设的提案》（第0456号）收悉。经会同省农业农村厅、省财政厅认真研究，现答复如下：
一、工作进展
（一）强化规划引领。我办会同有关部门印发了数字乡村建设三年行动计划，明确了目标任务和责任分工。
（二）夯实设施基础。全省行政村光纤通达率持续提升，农村地区网络覆盖水平明显提高。
1.推进宽带升级。实施了宽带乡村工程，累计完成投资十亿元。
2.推进网络延伸。偏远地区基站数量稳步增加，信号覆盖更加完善。
二、下一步工作
（一）加强统筹协调。继续完善工作机制。
（二）加大资金投入。积极争取各级财政支持。
感谢您对数字乡村工作的关心和支持！
省委网信办
2024年10月11日`,
    expect: {
      headings: [
        { level: 1, text: '工作进展' },
        { level: 2, text: '强化规划引领' },
        { level: 2, text: '夯实设施基础' },
        { level: 3, text: '推进宽带升级' },
        { level: 3, text: '推进网络延伸' },
        { level: 1, text: '下一步工作' },
        { level: 2, text: '加强统筹协调' },
        { level: 2, text: '加大资金投入' },
      ],
      bodyParagraphs: 8,
      coUnits: ['省农业农村厅', '省财政厅'],
      closing: '感谢您对数字乡村工作的关心和支持！',
      signatureUnits: ['省委网信办'],
    },
  },
  {
    name: 'joint signature, date in one line, seal words',
    text: `关于政协云江市第六届委员会第三次会议第77号提案的答复
冯春委员：
您提出的《关于整治黑臭水体的提案》收悉。经与市生态环境局会商，现答复如下：
两局联合开展了专项整治。
专此函复。
云江市水务局（盖章）    云江市生态环境局（盖章）
2024 年 11 月 3 日`,
    expect: {
      session: '政协云江市第六届委员会第三次会议',
      caseNumber: '77',
      coUnits: ['市生态环境局'],
      closing: '专此函复。',
      signatureUnits: ['云江市水务局', '云江市生态环境局'],
      date: '2024-11-03',
    },
  },
  {
    name: 'no title, 各位代表, 此致敬礼',
    text: `尊敬的各位代表：
你们好！
你们提出的关于修缮西山公路的建议收悉，现答复如下：
西山公路已列入计划。
此致
敬礼！
云江县公路管理段
2023年12月1日`,
    expect: {
      title: null,
      salutation: '尊敬的各位代表',
      kind: 'suggestion',
      caseTitle: '关于修缮西山公路的建议',
      caseNumber: null,
      session: null,
      date: '2023-12-01',
    },
  },
  {
    name: 'damaged number and date stay as printed',
    text: `关于市政协六届三次会议第66号提案的答复
云教函〔202412
黄河清委员：
您提出的《关于规范校外托管的提案》收悉，现答复如下：
我局开展了排查。
此复。
云江市教育局
2024715`,
    expect: {
      docNumber: '云教函〔202412',
      date: null,
      caseNumber: '66',
      signatureUnits: ['云江市教育局'],
      closing: '此复。',
    },
  },
  {
    name: 'wrong brackets of the document number stay',
    text: `云林函[2023]5号
关于县政协十届一次会议第5号提案的答复
何必委员：
您提出的《关于保护湿地的提案》已收悉，现答复如下：
湿地保护持续加强。
此复。
云江县林业局
2023年5月6日`,
    expect: { docNumber: '云林函[2023]5号', title: '关于县政协十届一次会议第5号提案的答复', salutation: '何必委员' },
  },
  {
    name: 'Chinese numeral in the case number, 不予公开',
    text: `关于区人大五届四次会议第二十八号议案办理情况的报告
区人大常委会：
根据区五届人大四次会议关于第二十八号《关于加强饮用水源保护的议案》的审议意见，现将办理情况报告如下：
我局认真组织办理。
特此报告。
云江区生态环境局
2022年11月30日
（此件不予公开）`,
    expect: {
      title: '关于区人大五届四次会议第二十八号议案办理情况的报告',
      salutation: '区人大常委会',
      kind: 'suggestion',
      caseTitle: '关于加强饮用水源保护的议案',
      caseNumber: '二十八',
      session: '区人大五届四次会议',
      disclosure: 'withheld',
      date: '2022-11-30',
    },
  },
  {
    name: 'national congress, ministry style with full stop',
    text: `对十四届全国人大二次会议第3456号建议的答复
国信函〔2024〕99号
钱塘代表：
您提出的关于加快制定数据产权制度的建议收悉，经商中央网信办、国家发展改革委、司法部，现答复如下。
您的建议很有针对性。
感谢您对数据工作的关心和支持。
国家数据资源局
2024年7月15日`,
    expect: {
      session: '十四届全国人大二次会议',
      caseNumber: '3456',
      docNumber: '国信函〔2024〕99号',
      caseTitle: '关于加快制定数据产权制度的建议',
      coUnits: ['中央网信办', '国家发展改革委', '司法部'],
      kind: 'suggestion',
    },
  },
  {
    name: 'double number of a national proposal',
    text: `国家药品资源局关于政协第十四届全国委员会第二次会议第04482号（医疗卫生类623号）提案答复的函
吴医生委员：
您提出的《关于鼓励儿童药研发的提案》收悉，现答复如下：
我局重视。
感谢您的支持。
国家药品资源局
2024年8月8日`,
    expect: {
      title: '国家药品资源局关于政协第十四届全国委员会第二次会议第04482号（医疗卫生类623号）提案答复的函',
      session: '政协第十四届全国委员会第二次会议',
      caseNumber: '04482',
    },
  },
  {
    name: 'case numbers with place marks and letters',
    text: `关于省十四届人大二次会议丽22号建议的答复
蓝天代表：
您在省十四届人大二次会议上领衔提出的《关于支持山区林业碳汇的建议》（丽22号）收悉。经认真研究，现答复如下：
已纳入规划。
感谢您的关心。
云江省林业厅
2024年6月6日`,
    expect: { caseNumber: '丽22', session: '省十四届人大二次会议', caseTitle: '关于支持山区林业碳汇的建议' },
  },
  {
    name: 'contacts over several lines with fax and address, attachments with their text after the letter',
    text: `关于市政协六届四次会议第19号提案的答复
陈一、刘二委员：
你们提出的《关于推进垃圾分类的提案》收悉，现答复如下：
分类工作取得进展，详见附件。
专此答复。
附件：垃圾分类工作统计表
云江市城市管理局
2025年3月18日
联系单位：云江市城市管理局环卫科
联 系 人：张 雷
联系电话：0579-8765432，13900000000
传 真：0579-8765433
通信地址：云江市解放路1号
附件
垃圾分类工作统计表
全市设置分类亭房一千二百座，配备督导员八百名，居民知晓率逐年提高。`,
    expect: {
      attachments: ['垃圾分类工作统计表'],
      bodyParagraphs: 3,
      closing: '专此答复。',
      signatureUnits: ['云江市城市管理局'],
      contacts: [{ name: '张 雷', role: '联系人', phones: ['0579-8765432', '13900000000'] }],
      date: '2025-03-18',
    },
  },
  {
    name: 'hard-wrapped lines are joined',
    text: `关于市政协六届四次会议第20号提案的答复
马腾委员：
    您提出的《关于发展夜间经济的提案》收悉。经商市商务局，现
答复如下：
    近年来，我市高度重视夜间经济发展，先后出台了多项政策措施，
培育了一批夜间消费集聚区，群众的夜间消费需求得到了较好的满足
和保障。
    下一步，我们将继续加大工作力度，完善配套设施，优化营商环境，
推动夜间经济持续健康发展。
    感谢您对商务工作的关心和支持。
云江市商务局
2025年4月1日`,
    expect: {
      caseTitle: '关于发展夜间经济的提案',
      coUnits: ['市商务局'],
      bodyParagraphs: 4,
      closing: '感谢您对商务工作的关心和支持。',
      date: '2025-04-01',
    },
  },
  {
    name: 'group salutation without 委员, titles in 〈〉',
    text: `关于市政协六届四次会议第5号提案的复函
市工商联：
贵会提出的《关于落实〈民营经济促进条例〉的提案》收悉。经会同市司法局、市发展和改革委员会、市市场监督管理局等部门研究，现答复如下：
条例宣传覆盖全市。
感谢贵会的关心支持！
云江市经济和信息化局
2025年5月5日`,
    expect: {
      salutation: '市工商联',
      kind: 'proposal',
      caseTitle: '关于落实〈民营经济促进条例〉的提案',
      coUnits: ['市司法局', '市发展和改革委员会', '市市场监督管理局'],
    },
  },
  {
    name: '协办件 of a ministry office, member in the third person',
    text: `关于市八届人大四次会议第57号建议协办意见的函
市住房和城乡建设局：
杨柳代表提出的《关于加装电梯的建议》收悉。经研究，我局提出协办意见如下：
一、规划审批方面。加装电梯项目免于办理规划许可。
二、下一步，我局将配合做好指导工作。
特此函复。
云江市自然资源和规划局
2025年5月20日`,
    expect: {
      kind: 'opinion',
      salutation: '市住房和城乡建设局',
      caseNumber: '57',
      caseTitle: '关于加装电梯的建议',
      closing: '特此函复。',
      signatureUnits: ['云江市自然资源和规划局'],
    },
  },
  {
    name: 'office name as first line of the title',
    text: `云江市卫生健康委员会
关于市政协六届四次会议第133号提案的答复
（云卫提函〔2025〕8号）
苏叶委员：
您提出的《关于完善托育服务的提案》收悉，现答复如下：
托位数量稳步增加。
感谢您的支持。
云江市卫生健康委员会
2025年5月21日`,
    expect: {
      title: '云江市卫生健康委员会关于市政协六届四次会议第133号提案的答复',
      docNumber: '云卫提函〔2025〕8号',
      signatureUnits: ['云江市卫生健康委员会'],
    },
  },
  {
    name: 'page numbers and page breaks of a printed letter',
    text: `关于市政协六届四次会议第134号提案的答复\n林深委员：\n您提出的《关于古镇保护的提案》收悉，现答复如下：\n古镇保护规划已经批复。\n— 1 —\f古镇修缮有序推进。\n感谢您的关心。\n云江市文化和旅游局\n2025年6月1日\n— 2 —`,
    expect: {
      bodyParagraphs: 4,
      date: '2025-06-01',
      signatureUnits: ['云江市文化和旅游局'],
      junkLines: ['— 1 —', '— 2 —'],
    },
  },
];

describe('conventions of reply letters', () => {
  it.each(letters)('$name', ({ text, expect: wanted }) => {
    const facts = letterFacts(importText(text));
    expect(facts).toMatchObject(wanted);
  });
});
