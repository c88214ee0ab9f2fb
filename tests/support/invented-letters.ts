import type { LetterFacts } from '#shared/document/facts.ts';

/** Invented letters, one for each convention of reply letters; places, offices and people do not exist. */
export const inventedLetters: { name: string; text: string; expect: Partial<LetterFacts> }[] = [
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
  {
    name: 'a deputies group, page heading with lost break, colophon with 印发',
    text: `您当前所在位置：首页 >> 政务公开 >> 建议提案 >> 人大建议
对县十七届人大三次会议第035号建议的答复
作者：县水务局　　来源：县水务局　　时间：2021-05-26　　点击：235
B
泽水函〔2021〕35号                      签发人：杨树林
对县十七届人大三次会议第035号
建议的答复
尊敬的马俊才等3位代表：
    你们提出的“关于解决河口镇人畜饮水困难的建议”，已交我们研究办理，现答复如下：
    一、基本情况
    河口镇位于县城东南部，全镇辖9个村委会，受地形条件限制，工程性缺水问题突出。
    二、办理情况
    收到建议后，我局高度重视，及时组织工程技术人员到实地调查了解。目前，已完成以下工作：
    1、新建取水坝1座；
    2、架设输水管道12.6千米；
    3、新建200立方米水池2个。
    三、下一步打算
    我局将积极向上争取资金，尽快解决群众饮水困难问题，敬请代表给予理解和支持。
    感谢你们对水务工作的关心和支持，欢迎你们继续提出宝贵意见。
    特此答复
                                        泽西县水务局
                                       2021年5月24日
    （联系人及电话：普应昌  0878—6034678）
抄送：县人大选联工委，县政府督查室。
泽西县水务局                       2021年5月24日印发`,
    expect: {
      title: '对县十七届人大三次会议第035号建议的答复',
      docNumber: '泽水函〔2021〕35号',
      category: 'B',
      disclosure: null,
      signer: '杨树林',
      salutation: '尊敬的马俊才等3位代表',
      kind: 'suggestion',
      caseTitle: '关于解决河口镇人畜饮水困难的建议',
      caseNumber: '035',
      session: '县十七届人大三次会议',
      coUnits: [],
      headings: [
        { level: 1, text: '基本情况' },
        { level: 1, text: '办理情况' },
        { level: 1, text: '下一步打算' },
      ],
      bodyParagraphs: 9,
      closing: '特此答复',
      signatureUnits: ['泽西县水务局'],
      date: '2021-05-24',
      contacts: [{ name: '普应昌', phones: ['0878-6034678'], role: '联系人' }],
      attachments: [],
      copyTo: ['县人大选联工委', '县政府督查室'],
      junkLines: [
        '您当前所在位置：首页 >> 政务公开 >> 建议提案 >> 人大建议',
        '作者：县水务局　　来源：县水务局　　时间：2021-05-26　　点击：235',
      ],
    },
  },
  {
    name: 'index rows, office above the title, 会办 opinion with run-in headings',
    text: `索 引 号: 015140011/2021-00023
信息分类: 建议提案办理
发布机构: 泽西县财政局
发文日期: 2021-06-02
名    称: 关于县政协八届五次会议第041号提案会办意见的函
文    号:
关 键 词: 提案
泽西县财政局
关于县政协八届五次会议第041号提案会办意见的函
县农业农村局：
根据县政协八届五次会议第041号《关于扶持壮大村级集体经济的提案》办理工作要求，结合我局工作职能，现提出如下会办意见：
（一）加大资金投入。今年以来，县财政累计安排村级集体经济发展资金800万元。
（二）规范资金管理。严格执行专项资金管理办法，加强监督检查。
以上会办意见，供你局答复委员时参考。
特此回复。
联 系 人：李芳
联系电话：0575-83012345
泽西县财政局
2021年6月1日`,
    expect: {
      title: '泽西县财政局关于县政协八届五次会议第041号提案会办意见的函',
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '县农业农村局',
      kind: 'opinion',
      caseTitle: '关于扶持壮大村级集体经济的提案',
      caseNumber: '041',
      session: '县政协八届五次会议',
      coUnits: [],
      headings: [
        { level: 2, text: '加大资金投入' },
        { level: 2, text: '规范资金管理' },
      ],
      bodyParagraphs: 5,
      closing: '特此回复。',
      signatureUnits: ['泽西县财政局'],
      date: '2021-06-01',
      contacts: [{ name: '李芳', phones: ['0575-83012345'], role: '联系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [
        '索 引 号: 015140011/2021-00023',
        '信息分类: 建议提案办理',
        '发布机构: 泽西县财政局',
        '发文日期: 2021-06-02',
        '名    称: 关于县政协八届五次会议第041号提案会办意见的函',
        '文    号:',
        '关 键 词: 提案',
      ],
    },
  },
  {
    name: 'a committee forwarding a proposal, 附：, fourth-level headings alone',
    text: `政协泽西县委员会提案委员会：
你委转来的县政协九届一次会议第15号提案《关于加快充电桩建设的建议》已收悉，我局会同县住建局、国网泽西县供电公司进行了认真研究，现将办理情况函复如下：
近年来，我县新能源汽车保有量快速增长。
（1）布局情况。全县共建成公共充电桩360个。
（2）运营情况。平均利用率12%。
特此函复。
附：泽西县充电桩分布表
泽西县发展和改革局
二〇二二年六月十三日`,
    expect: {
      title: null,
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '政协泽西县委员会提案委员会',
      kind: 'proposal',
      caseTitle: '关于加快充电桩建设的建议',
      caseNumber: '15',
      session: '县政协九届一次会议',
      coUnits: ['县住建局', '国网泽西县供电公司'],
      headings: [
        { level: 4, text: '布局情况' },
        { level: 4, text: '运营情况' },
      ],
      bodyParagraphs: 5,
      closing: '特此函复。',
      signatureUnits: ['泽西县发展和改革局'],
      date: '2022-06-13',
      contacts: [],
      attachments: ['泽西县充电桩分布表'],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'category, disclosure and office above the number',
    text: `首页 > 信息公开 > 人大代表建议和政协委员提案办理结果
A类
公开
泽西市公安局
泽公函〔2023〕108号
泽西市公安局关于泽西市第五届人民代表大会第三次会议第201号代表建议的答复
刘美、陈俊、张丽代表：
你们好！首先感谢你们对公安工作的关心。你们在市五届人大三次会议上提出的《关于规范电动车管理的建议》（第201号）已收悉，经认真研究，现将办理情况答复如下：
一、强化源头管理，严把登记上牌关
我局联合市市场监管局，对全市电动自行车销售网点开展排查。
二、强化路面管控，严查交通违法
（一）开展专项整治。今年以来共查处违法行为3.2万起。
（二）优化交通组织。新增非机动车道隔离护栏12公里。
三、强化宣传教育，提升守法意识
组织“七进”宣传活动120场次。
再次感谢你们对公安交通管理工作的关心、理解和支持！
领导签发：王志强
承办人：赵敏
联系电话：0888-5123456
泽西市公安局
2023年6月15日
公开选项：主动公开
相关附件：
[打印] [关闭]
扫一扫在手机打开当前页
网站标识码：5307020001 滇公网安备53070202000001号`,
    expect: {
      title: '泽西市公安局关于泽西市第五届人民代表大会第三次会议第201号代表建议的答复',
      docNumber: '泽公函〔2023〕108号',
      category: 'A',
      disclosure: 'public',
      signer: null,
      salutation: '刘美、陈俊、张丽代表',
      kind: 'suggestion',
      caseTitle: '关于规范电动车管理的建议',
      caseNumber: '201',
      session: '泽西市第五届人民代表大会第三次会议',
      coUnits: [],
      headings: [
        { level: 1, text: '强化源头管理，严把登记上牌关' },
        { level: 1, text: '强化路面管控，严查交通违法' },
        { level: 2, text: '开展专项整治' },
        { level: 2, text: '优化交通组织' },
        { level: 1, text: '强化宣传教育，提升守法意识' },
      ],
      bodyParagraphs: 6,
      closing: '再次感谢你们对公安交通管理工作的关心、理解和支持！',
      signatureUnits: ['泽西市公安局'],
      date: '2023-06-15',
      contacts: [
        { name: '王志强', phones: [], role: '领导签发' },
        { name: '赵敏', phones: ['0888-5123456'], role: '承办人' },
      ],
      attachments: [],
      copyTo: [],
      junkLines: [
        '首页 > 信息公开 > 人大代表建议和政协委员提案办理结果',
        '相关附件：',
        '[打印] [关闭]',
        '扫一扫在手机打开当前页',
        '网站标识码：5307020001 滇公网安备53070202000001号',
      ],
    },
  },
  {
    name: 'a party branch, headings quoting the proposal, contact in a bracket with its unit',
    text: `泽西省生态环境厅关于省政协十二届五次会议第12050312号提案的答复
索引号：00641-2022-0187 　发布机构：省生态环境厅 　公开日期：2022-08-02
致公党泽西省委：
    你们提出的《关于加强农村面源污染治理的提案》（第12050312号）收悉。感谢对我省生态环境工作的关心和支持。经商省农业农村厅、省水利厅、省财政厅，现答复如下：
    一、关于“健全政策法规体系”的建议
    我省修订了《泽西省水污染防治条例》，明确了……要求。
    二、关于“加大投入”的建议
    省财政厅安排专项资金3亿元。
    三、关于“强化监督”的建议
    （一）省级层面
    开展专项督查。
    （二）市级层面
    落实主体责任。
    下一步，我厅将会同有关部门，继续做好相关工作。
    感谢你们对生态环境保护工作的支持！
                                          泽西省生态环境厅
                                           2022年7月18日
    （此件依申请公开）
    （联系单位：省生态环境厅水生态环境处，联系人：宋词，联系电话：0298-66123456）
信息来源：泽西省生态环境厅 责任编辑：管理员`,
    expect: {
      title: '泽西省生态环境厅关于省政协十二届五次会议第12050312号提案的答复',
      docNumber: null,
      category: null,
      disclosure: 'on-request',
      signer: null,
      salutation: '致公党泽西省委',
      kind: 'proposal',
      caseTitle: '关于加强农村面源污染治理的提案',
      caseNumber: '12050312',
      session: '省政协十二届五次会议',
      coUnits: ['省农业农村厅', '省水利厅', '省财政厅'],
      headings: [
        { level: 1, text: '关于“健全政策法规体系”的建议' },
        { level: 1, text: '关于“加大投入”的建议' },
        { level: 1, text: '关于“强化监督”的建议' },
        { level: 2, text: '省级层面' },
        { level: 2, text: '市级层面' },
      ],
      bodyParagraphs: 7,
      closing: '感谢你们对生态环境保护工作的支持！',
      signatureUnits: ['泽西省生态环境厅'],
      date: '2022-07-18',
      contacts: [{ name: '宋词', phones: ['0298-66123456'], role: '联系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [
        '索引号：00641-2022-0187 　发布机构：省生态环境厅 　公开日期：2022-08-02',
        '信息来源：泽西省生态环境厅 责任编辑：管理员',
      ],
    },
  },
  {
    name: 'traditional characters throughout',
    text: `關於政協澤西市第十三屆委員會第四次會議第132456號提案的回復
澤教提復〔2020〕45號
（此件公開發布）
黃誌明、林誌玲委員:
你們提出的《關於進一步規範校外培訓機構的提案》收悉,感謝你們對教育工作的關心。經會同市市場監督管理局、市民政局研究,現將辦理情況回復如下:
一、工作開展情況
(一)加強組織領導。成立專項治理工作領導小組,制定工作方案。
(二)加強排查整治。全市共排查培訓機構326所。
二、下一步工作打算
我局將進一步加大執法力度,鞏固治理成果。
專此回復。
澤西市教育局
二○二○年七月十日
聯系人:趙剛,聯系電話:5126789。`,
    expect: {
      title: '關於政協澤西市第十三屆委員會第四次會議第132456號提案的回復',
      docNumber: '澤教提復〔2020〕45號',
      category: null,
      disclosure: 'public',
      signer: null,
      salutation: '黃誌明、林誌玲委員',
      kind: 'proposal',
      caseTitle: '關於進一步規範校外培訓機構的提案',
      caseNumber: '132456',
      session: '政協澤西市第十三屆委員會第四次會議',
      coUnits: ['市市場監督管理局', '市民政局'],
      headings: [
        { level: 1, text: '工作開展情況' },
        { level: 2, text: '加強組織領導' },
        { level: 2, text: '加強排查整治' },
        { level: 1, text: '下一步工作打算' },
      ],
      bodyParagraphs: 5,
      closing: '專此回復。',
      signatureUnits: ['澤西市教育局'],
      date: '2020-07-10',
      contacts: [{ name: '趙剛', phones: ['5126789'], role: '聯系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'title inside a title, 此致敬礼, dotted date',
    text: `关于对《关于治理下河小流域的建议》的答复

李强代表：
您提出的关于《关于治理下河小流域的建议》收悉，现答复如下：
您的建议很好，我们非常重视，但由于资金缺口较大，目前暂时无法实施，恳请您予以理解和支持。
下一步，我局将积极向上争取项目资金，条件成熟后优先安排。
此致
敬礼！
                      泽西县水利局
                      2019.7.3`,
    expect: {
      title: '关于对《关于治理下河小流域的建议》的答复',
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '李强代表',
      kind: 'suggestion',
      caseTitle: '关于治理下河小流域的建议',
      caseNumber: null,
      session: null,
      coUnits: [],
      headings: [],
      bodyParagraphs: 5,
      closing: '敬礼！',
      signatureUnits: ['泽西县水利局'],
      date: '2019-07-03',
      contacts: [],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'a report of the government office, role of other offices, two phones',
    text: `泽西县人民政府办公室文件
泽政办复〔2024〕18号
类别：A2
签发人：高山
关于县十八届人大四次会议第7号建议办理情况的报告
县人大常委会：
县十八届人大四次会议期间，赵丽华等代表提出的《关于加快推进老旧小区改造的建议》（第7号）交由县政府办理，县政府高度重视，由县住建局牵头，县财政局、县民政局协办，现将办理情况报告如下：
一、基本情况。全县共有老旧小区46个，涉及居民8900户。
二、主要做法。坚持规划先行，分步实施。
三、存在问题。主要是资金筹措难度大。
四、下步工作。继续加大工作力度。
以上报告，请审议。
附件：1. 老旧小区改造项目表
      2. 资金安排表
泽西县人民政府办公室
2024年9月20日
（联系人：陈晨 联系电话：0733-4567890 13800138000）`,
    expect: {
      title: '关于县十八届人大四次会议第7号建议办理情况的报告',
      docNumber: '泽政办复〔2024〕18号',
      category: 'A2',
      disclosure: null,
      signer: '高山',
      salutation: '县人大常委会',
      kind: 'suggestion',
      caseTitle: '关于加快推进老旧小区改造的建议',
      caseNumber: '7',
      session: '县十八届人大四次会议',
      coUnits: ['县财政局', '县民政局'],
      headings: [
        { level: 1, text: '基本情况' },
        { level: 1, text: '主要做法' },
        { level: 1, text: '存在问题' },
        { level: 1, text: '下步工作' },
      ],
      bodyParagraphs: 6,
      closing: '以上报告，请审议。',
      signatureUnits: ['泽西县人民政府办公室'],
      date: '2024-09-20',
      contacts: [{ name: '陈晨', phones: ['0733-4567890', '13800138000'], role: '联系人' }],
      attachments: ['老旧小区改造项目表', '资金安排表'],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'group and member together, unit and date on one line',
    text: `答复
泽西市文化广电旅游局对市政协七届二次会议第221号提案的答复
发布时间：2023-08-18 16:10:22　阅读：102次　【字体：大 中 小】
民革泽西市委员会、孙晓明委员：
你们提出的关于打造“泽西夜游”品牌的提案收悉，我局进行了认真研究，并与市城管局、市商务局等单位沟通，现答复如下。
一是加强规划。编制夜间旅游专项规划。
二是丰富业态。打造夜游、夜演、夜市产品。
三是优化环境。完善公共服务设施。
以上答复，如有不妥，请批评指正。
泽西市文化广电旅游局    2023年8月10日`,
    expect: {
      title: '泽西市文化广电旅游局对市政协七届二次会议第221号提案的答复',
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '民革泽西市委员会、孙晓明委员',
      kind: 'proposal',
      caseTitle: '关于打造“泽西夜游”品牌的提案',
      caseNumber: '221',
      session: '市政协七届二次会议',
      coUnits: ['市城管局', '市商务局'],
      headings: [],
      bodyParagraphs: 5,
      closing: '以上答复，如有不妥，请批评指正。',
      signatureUnits: ['泽西市文化广电旅游局'],
      date: '2023-08-10',
      contacts: [],
      attachments: [],
      copyTo: [],
      junkLines: ['答复', '发布时间：2023-08-18 16:10:22　阅读：102次　【字体：大 中 小】'],
    },
  },
  {
    name: 'greeting and opening on the salutation line',
    text: `尊敬的周密代表：您好！您提出的《关于新建体育公园的建议》收悉。经研究，现答复如下：
目前我市人均体育场地面积2.6平方米。
感谢您的建议！
泽西市体育局
2023年5月6日`,
    expect: {
      title: null,
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '尊敬的周密代表',
      kind: 'suggestion',
      caseTitle: '关于新建体育公园的建议',
      caseNumber: null,
      session: null,
      coUnits: [],
      headings: [],
      bodyParagraphs: 3,
      closing: '感谢您的建议！',
      signatureUnits: ['泽西市体育局'],
      date: '2023-05-06',
      contacts: [],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'damaged forms: number in wrong brackets, month without day',
    text: `泽西市民政局
泽民函[2022]第016号
对市十五届人大一次会议第1号议案的答复（主办）
何建国、丁一代表：
收到您们提出的关于提高城乡低保标准的议案后，我局十分重视，立即组织有关科室进行了专题研究。现将办理情况答复如下：
我市自2022年1月起，城市低保标准提高到每人每月750元，农村低保标准提高到每人每年6600元。
    衷心感谢您们对民政工作的关心与支持！
泽西市民政局 
2022年6月 
联系科室：社会救助科；电话：0377-63123456`,
    expect: {
      title: '对市十五届人大一次会议第1号议案的答复（主办）',
      docNumber: '泽民函[2022]第016号',
      category: null,
      disclosure: null,
      signer: null,
      salutation: '何建国、丁一代表',
      kind: 'suggestion',
      caseTitle: '关于提高城乡低保标准的议案',
      caseNumber: '1',
      session: '市十五届人大一次会议',
      coUnits: [],
      headings: [],
      bodyParagraphs: 3,
      closing: '衷心感谢您们对民政工作的关心与支持！',
      signatureUnits: ['泽西市民政局'],
      date: null,
      contacts: [],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'leading deputies, page heading with the site, attachments run together, points that are no headings',
    text: `关于市十六届人大四次会议第1023号建议的答复-岚海市交通运输局
首页 / 政府信息公开 / 法定主动公开内容 / 建议提案办理
关于市十六届人大四次会议第1023号建议的答复
发布日期：2025/6/20  浏览：
钱学礼、孙福、李寿等代表：
　　你们好！
　　首先衷心感谢你们长期以来对交通运输工作的关心和支持。你们提出的《关于增开岚海至云港城际公交的建议》（第1023号）收悉，该建议由我局主办，市财政局、市公安局、岚海港务集团有限公司会办，现综合会办单位意见答复如下：
　　岚海至云港方向现有公交线路4条，其中：101路首末班时间为6:00—21:30，103路……，日均客流约1.2万人次。
　　一是优化线网。二是加密班次。三是完善站台。
　　第一，关于增开线路。我局已委托第三方开展客流调查。
　　第二，关于通过微信公众号发布信息。
　　今后，我局将进一步完善公共交通体系。
　　顺祝工作顺利，身体健康！
　　附件：1．客流调查表2．线路示意图
　　岚海市交通运输局
　　2025年6月5日
　　(联系人：吴永，电话：8800-1234转801)`,
    expect: {
      title: '关于市十六届人大四次会议第1023号建议的答复',
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '钱学礼、孙福、李寿等代表',
      kind: 'suggestion',
      caseTitle: '关于增开岚海至云港城际公交的建议',
      caseNumber: '1023',
      session: '市十六届人大四次会议',
      coUnits: ['市财政局', '市公安局', '岚海港务集团有限公司'],
      headings: [],
      bodyParagraphs: 8,
      closing: '顺祝工作顺利，身体健康！',
      signatureUnits: ['岚海市交通运输局'],
      date: '2025-06-05',
      contacts: [{ name: '吴永', phones: ['8800-1234-801'], role: '联系人' }],
      attachments: ['客流调查表', '线路示意图'],
      copyTo: [],
      junkLines: ['首页 / 政府信息公开 / 法定主动公开内容 / 建议提案办理', '发布日期：2025/6/20  浏览：'],
    },
  },
  {
    name: 'office in the red head, index marks, headings that skip a level',
    text: `岚海市教育局

海教提复〔2025〕第3号
答复类别：B类
公开属性：依申请公开
是否同意公开：是

对市政协十五届四次会议第88号提案的答复函

鲁一深委员：
　　您在市政协十五届四次会议上提出的第88号提案“关于加快推进集团化办学的提案”收悉。我局高度重视，经与市委编办、市财政局、市人力资源社会保障局共同研究，现答复如下：
　　一、现状
　　我市现有教育集团23个。
　　二、问题
　　主要有以下问题：
　　（一）资源不均
　　（二）师资不足
　　三、措施
　　1.扩大覆盖面。年内新增教育集团5个。
　　2.强化考核。建立捆绑评价机制。
　　3.加大投入。落实专项经费。
　　专此答复，感谢您对教育工作的关心和支持！

　　　　　　　　　　　　　　　　　　　　　　岚海市教育局
　　　　　　　　　　　　　　　　　　　　　　2025年5月30日

　　联系人及电话：王近，0518—85812345
　　抄　送：市政协提案委员会（2份），市政府督查室`,
    expect: {
      title: '对市政协十五届四次会议第88号提案的答复函',
      docNumber: '海教提复〔2025〕第3号',
      category: 'B',
      disclosure: 'on-request',
      signer: null,
      salutation: '鲁一深委员',
      kind: 'proposal',
      caseTitle: '关于加快推进集团化办学的提案',
      caseNumber: '88',
      session: '市政协十五届四次会议',
      coUnits: ['市委编办', '市财政局', '市人力资源社会保障局'],
      headings: [
        { level: 1, text: '现状' },
        { level: 1, text: '问题' },
        { level: 2, text: '资源不均' },
        { level: 2, text: '师资不足' },
        { level: 1, text: '措施' },
        { level: 3, text: '扩大覆盖面' },
        { level: 3, text: '强化考核' },
        { level: 3, text: '加大投入' },
      ],
      bodyParagraphs: 7,
      closing: '专此答复，感谢您对教育工作的关心和支持！',
      signatureUnits: ['岚海市教育局'],
      date: '2025-05-30',
      contacts: [{ name: '王近', phones: ['0518-85812345'], role: '联系人' }],
      attachments: [],
      copyTo: ['市政协提案委员会', '市政府督查室'],
      junkLines: [],
    },
  },
  {
    name: 'points as full stops, figures with commas, number before name',
    text: `关于对县十八届人大五次会议第56号代表建议的答复

林仲代表:

您提出的关于解决东湾村饮水问题的建议收悉,现就有关事项答复如下:

东湾村现有人口1,286人,年用水量约12.5万m³(不含养殖用水),水源地位于海拔1,350米的黑龙潭,管网老化严重,漏损率达35%.

下步,我局将把该村饮水工程列入2026年度项目库,计划投资380万元,预计2026-10-31前完工.届时请您参加验收.

以上答复是否满意,请填写《征求意见表》反馈.

岚海县水利局

2025-05-06

联系电话:0518-81234567  联系人:杨直`,
    expect: {
      title: '关于对县十八届人大五次会议第56号代表建议的答复',
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '林仲代表',
      kind: 'suggestion',
      caseTitle: '关于解决东湾村饮水问题的建议',
      caseNumber: '56',
      session: '县十八届人大五次会议',
      coUnits: [],
      headings: [],
      bodyParagraphs: 4,
      closing: '以上答复是否满意，请填写《征求意见表》反馈。',
      signatureUnits: ['岚海县水利局'],
      date: '2025-05-06',
      contacts: [{ name: '杨直', phones: ['0518-81234567'], role: '联系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'a report to a committee, points counted inside a paragraph',
    text: `政协岚海市委员会办公室：
根据《关于交办市政协十五届四次会议提案的通知》要求，我单位承办的第215号提案《关于加强青少年心理健康教育的提案》（提案人：九三学社岚海市委员会）已办理完毕，现将办理结果报告如下：
一、办理过程
收到提案后，我单位第一时间与提案人沟通。
二、办理结果
（一）建立心理辅导室。全市中小学实现全覆盖。（二）配备专职教师。按师生比1:1000配备。（三）开展筛查。每年开展一次。
三、下一步打算
持续推进。
特此报告。
中共岚海市委教育工作委员会
2025年7月1日`,
    expect: {
      title: null,
      docNumber: null,
      category: null,
      disclosure: null,
      signer: null,
      salutation: '政协岚海市委员会办公室',
      kind: 'proposal',
      caseTitle: '关于加强青少年心理健康教育的提案',
      caseNumber: '215',
      session: '市政协十五届四次会议',
      coUnits: [],
      headings: [
        { level: 1, text: '办理过程' },
        { level: 1, text: '办理结果' },
        { level: 1, text: '下一步打算' },
      ],
      bodyParagraphs: 5,
      closing: '特此报告。',
      signatureUnits: ['中共岚海市委教育工作委员会'],
      date: '2025-07-01',
      contacts: [],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'index marks in brackets, straight quotes, page footer of three lines',
    text: `[索 引 号] hz010-0401-2025-0012  [发文字号] 海卫函〔2025〕66号
[发文机关] 岚海市卫生健康委  [公开方式] 主动公开
岚海市卫生健康委员会对市十六届人大四次会议第1101号建议的答复
公孙升等5名代表:
  你们在市十六届人大四次会议上联名提出的"关于加强基层中医药服务能力建设的建议"(1101号)收悉.经商市医保局、市中医院,现答复如下:
  一、加强组织领导
  成立领导小组.
  二、下一步工作安排
  1.加强人才培养;
  2.加强设备配备;
  3.加强宣传引导.
  感谢你们对卫生健康事业的关心与支持!

  岚海市卫生健康委员会
  2025年5月12日
  联系人:朱同  联系电话:0518-85123456
  (此件公开发布)

扫一扫在手机打开当前页
分享到: 微信 微博
Produced By 某网络 某发布系统
岚海市卫生健康委员会 版权所有 地址:岚海市朝阳路1号 邮编:222000
苏ICP备05012345号 网站标识码:3207000012 苏公网安备 32070502010123号`,
    expect: {
      title: '岚海市卫生健康委员会对市十六届人大四次会议第1101号建议的答复',
      docNumber: '海卫函〔2025〕66号',
      category: null,
      disclosure: 'public',
      signer: null,
      salutation: '公孙升等5名代表',
      kind: 'suggestion',
      caseTitle: '关于加强基层中医药服务能力建设的建议',
      caseNumber: '1101',
      session: '市十六届人大四次会议',
      coUnits: ['市医保局', '市中医院'],
      headings: [
        { level: 1, text: '加强组织领导' },
        { level: 1, text: '下一步工作安排' },
      ],
      bodyParagraphs: 6,
      closing: '感谢你们对卫生健康事业的关心与支持！',
      signatureUnits: ['岚海市卫生健康委员会'],
      date: '2025-05-12',
      contacts: [{ name: '朱同', phones: ['0518-85123456'], role: '联系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [
        '扫一扫在手机打开当前页',
        '分享到: 微信 微博',
        'Produced By 某网络 某发布系统',
        '岚海市卫生健康委员会 版权所有 地址:岚海市朝阳路1号 邮编:222000',
        '苏ICP备05012345号 网站标识码:3207000012 苏公网安备 32070502010123号',
      ],
    },
  },
  {
    name: 'heading glued to its first point, category alone',
    text: `B
海林函字〔2025〕12号
对市政协十五届四次会议第0302号（农业农村类025号）提案的答复
政协岚海市委员会农业和农村委员会：
    你们提出的《关于加强森林防火能力建设的提案》收悉。经研究并商市应急管理局、市消防救援支队，现答复如下：
    一、主要工作（一）健全责任体系。压实各级林长责任，层层签订责任书。（二）加强队伍建设。组建专业扑火队12支320人。
    二、下一步，我们将重点做好以下工作：（一）加大资金投入，（二）加强宣传教育。
    感谢贵委对林业工作的关心和支持，敬请继续关注并提出宝贵意见。
岚海市林业局
二〇二五年五月二十日
联系人：索朝  81234567
共印5份`,
    expect: {
      title: '对市政协十五届四次会议第0302号（农业农村类025号）提案的答复',
      docNumber: '海林函字〔2025〕12号',
      category: 'B',
      disclosure: null,
      signer: null,
      salutation: '政协岚海市委员会农业和农村委员会',
      kind: 'proposal',
      caseTitle: '关于加强森林防火能力建设的提案',
      caseNumber: '0302',
      session: '市政协十五届四次会议',
      coUnits: ['市应急管理局', '市消防救援支队'],
      headings: [{ level: 1, text: '主要工作' }],
      bodyParagraphs: 4,
      closing: '感谢贵委对林业工作的关心和支持，敬请继续关注并提出宝贵意见。',
      signatureUnits: ['岚海市林业局'],
      date: '2025-05-20',
      contacts: [{ name: '索朝', phones: ['81234567'], role: '联系人' }],
      attachments: [],
      copyTo: [],
      junkLines: [],
    },
  },
  {
    name: 'names over two lines, the second of them the last, note in quotation marks',
    text: `关于市八届人大五次会议第18号建议的答复
王明、李红、赵刚、钱多、
孙文、周海代表：
你们提出的《关于整治河道的建议》收悉，现答复如下：
整治已经启动。
此复。
云江市水务局
2026年3月3日
注：“主动公开”。`,
    expect: {
      salutation: '王明、李红、赵刚、钱多、孙文、周海代表',
      disclosure: 'public',
      closing: '此复。',
      bodyParagraphs: 3,
    },
  },
  {
    name: 'people addressed on a line each',
    text: `关于市八届人大五次会议第19号建议的答复
王明代表：
李红代表：
你们提出的《关于整治河道的建议》收悉，现答复如下：
整治已经启动。
此复。
云江市水务局
2026年3月3日`,
    expect: { salutation: '王明代表、李红代表', junkLines: [], bodyParagraphs: 3 },
  },
  {
    name: 'a contact and a date inside the body',
    text: `关于市八届人大五次会议第21号建议的答复
王明代表：
您提出的《关于规范办事窗口的建议》收悉，现答复如下：
一、窗口设置
联系人：李红 电话：0799-8123456
2026年1月5日
上述窗口已于当日启用，群众可以就近办理各类事项。
二、下一步打算
继续优化服务。
此复。
云江市行政审批局
2026年3月3日
联系人：赵刚`,
    expect: {
      headings: [
        { level: 1, text: '窗口设置' },
        { level: 1, text: '下一步打算' },
      ],
      closing: '此复。',
      signatureUnits: ['云江市行政审批局'],
      date: '2026-03-03',
      contacts: [{ name: '赵刚', role: '联系人', phones: [] }],
      bodyParagraphs: 6,
    },
  },
  {
    name: 'two people behind one label, the number first, numbers with blanks, an office number alone',
    text: `关于市八届人大五次会议第31号建议的答复
王明代表：
您提出的《关于加装路灯的建议》收悉，现答复如下：
路灯已经装好。
此复。
云江市城市管理局
2026年3月4日
领导署名：陈立
具体经办人：赵刚、孙文 电话：6215 8830、6215 8831
联系人：市城管局 周海 80801212；市财政局 吴越 83842365
办公电话：8123 4567`,
    expect: {
      contacts: [
        { name: '陈立', role: '领导署名', phones: [] },
        { name: '赵刚', role: '具体经办人', phones: ['62158830'] },
        { name: '孙文', role: '具体经办人', phones: ['62158831'] },
        { name: '周海', role: '联系人', phones: ['80801212'] },
        { name: '吴越', role: '联系人', phones: ['83842365', '81234567'] },
      ],
    },
  },
  {
    name: 'a label that lost its colon, remarks and a copy list with copies below the signature',
    text: `云财函〔2026〕 8号
关于市政协六届五次会议第32号提案的答复
李红委员：
您提出的《关于整修古桥的提案》收悉，现答复如下：
古桥已列入维修计划。
今后，恳请您继续关注、支持财政工作。
云江市财政局
2026年3月5日
联系人及电话赵刚8123456
委员反馈意见：办理单位认真负责，多次上门沟通，对办理情况非常满意，没有其他意见了。
抄送：市政协提案委2份，市政府办（1份） 联系单位：市财政局`,
    expect: {
      closing: '今后，恳请您继续关注、支持财政工作。',
      contacts: [{ name: '赵刚', role: '联系人', phones: ['8123456'] }],
      copyTo: ['市政协提案委', '市政府办'],
      bodyParagraphs: 3,
    },
  },
  {
    name: 'an office number without a person is no contact; page lines with a full stop stay in the letter',
    text: `关于市政协六届五次会议第33号提案的答复
李红委员：
您提出的“让古镇好逛好玩”的提案收悉，现答复如下：
一、关于导览
累计设置二维码铭牌四百块。
二、关于宣传
开通微信公众号和抖音号。
此复。
云江市文化和旅游局
2026年3月6日
（联系电话：0799-8123456）`,
    expect: {
      caseTitle: '让古镇好逛好玩',
      contacts: [],
      junkLines: [],
      bodyParagraphs: 4,
    },
  },
  {
    name: 'a title over four lines that names the case, the office first',
    text: `中共云江市委统战部
关于对市政协六届五次会议
第34号提案《关于团结新乡贤的
提案》的答复
李红委员：
你联名提出的《关于团结新乡贤的提案》收悉，现答复如下：
已建立人才库。
此复。
中共云江市委统战部
2026年3月7日`,
    expect: {
      title: '中共云江市委统战部关于对市政协六届五次会议第34号提案《关于团结新乡贤的提案》的答复',
      caseNumber: '34',
      session: '市政协六届五次会议',
    },
  },
  {
    name: 'a title whose first line ends in 关于; a page heading above',
    text: `泽西园区管理委员会关于对泽西市政协六届五次会议第35号提案的答复
发布时间：2026-03-09 17:21
泽西园区管理委员会关于
对泽西市政协六届五次会议第35号提案的
答复
李红委员：
您提出的《关于增设充电桩的提案》收悉，现答复如下：
已装十处。
此复。
泽西园区管理委员会
2026年3月8日`,
    expect: {
      title: '泽西园区管理委员会关于对泽西市政协六届五次会议第35号提案的答复',
      junkLines: ['发布时间：2026-03-09 17:21'],
    },
  },
  {
    name: 'a title only in the index of the page',
    text: `索引号：00123/2026-0036 公开方式：主动公开
名称：关于市八届人大五次会议第36号建议的答复 文号：
王明代表：
您提出的关于整治夜市的建议收悉，现答复如下：
夜市已经规范。
此复。
云江市商务局
2026年3月9日`,
    expect: {
      title: '关于市八届人大五次会议第36号建议的答复',
      caseNumber: '36',
      session: '市八届人大五次会议',
      disclosure: 'public',
    },
  },
  {
    name: 'page information on the line of the title, result and disclosure in square brackets',
    text: `关于市政协六届五次会议第37号提案的答复 发布时间：2026-03-11 作者：云江市民政局
〔A〕
〔公开〕
李红委员：
您提出的《关于办好食堂的提案》收悉，现答复如下：
食堂已开业。
此复。
云江市民政局
2026年3月10日`,
    expect: {
      title: '关于市政协六届五次会议第37号提案的答复',
      category: 'A',
      disclosure: 'public',
      junkLines: ['发布时间：2026-03-11 作者：云江市民政局'],
    },
  },
  {
    name: 'numbered sentences are no headings, words said twice in the name of the case, 经会 before units',
    text: `关于市八届人大五次会议第B(2026)38号建议的答复
王明代表：
您提出的关于“关于保护老树”的建议收悉。经会市林业局、市财政局研究办理，现答复如下：
一、老树要经过专家鉴定，达到级别的才能挂牌保护。请村里先提出申请，我局再聘请专家鉴定。
二、乡村旅游工作请与街道研究，由村里向相关部门申报建设。
感谢您的关心，对以上答复有不满意的地方，请及时与我局联系，我局将尽全力做好工作。
云江市园林局
2026年3月11日`,
    expect: {
      caseNumber: 'B(2026)38',
      caseTitle: '关于保护老树的建议',
      coUnits: ['市林业局', '市财政局'],
      headings: [],
      closing: '感谢您的关心，对以上答复有不满意的地方，请及时与我局联系，我局将尽全力做好工作。',
      bodyParagraphs: 4,
    },
  },
  {
    name: 'attachments whose titles start with a year, the result below the letter',
    text: `关于市政协六届五次会议第39号提案的答复
李红委员：
您提出的《关于培训村医的提案》收悉，现答复如下：
一、针对培训次数的建议。我局每年办两期。
二、针对培训经费的建议。已列入预算。
感谢您对卫生工作的关心与支持！
办复类别：B
附件：1.培训办法
2.2025年培训情况表
云江市卫生健康局
2026年3月12日
是否对外公开：是
相关稿件：
地图`,
    expect: {
      category: 'B',
      disclosure: 'public',
      headings: [
        { level: 1, text: '针对培训次数的建议' },
        { level: 1, text: '针对培训经费的建议' },
      ],
      attachments: ['培训办法', '2025年培训情况表'],
      closing: '感谢您对卫生工作的关心与支持！',
      junkLines: ['相关稿件：', '地图'],
    },
  },
  {
    name: 'a number that lost its end beside 签发人, the result in the title, names and numbers masked',
    text: `云建发〔202612                     签发人：王一山
云江市住房和城乡建设局
关于市政协六届五次会议第41号提案
办理情况（A）的函
李红委员：
您提出的《关于整治楼道的提案》（第41号）收悉。现将办理情况函告如下：
楼道已经整治。
此答复函已经王一山局长审签。对以上答复您有什么意见，请及时评价。
云江市住房和城乡建设局
2026年3月13日
主管领导：陈**
联系电话：131******5505`,
    expect: {
      title: '云江市住房和城乡建设局关于市政协六届五次会议第41号提案办理情况（A）的函',
      docNumber: '云建发〔202612',
      signer: '王一山',
      category: 'A',
      closing: '此答复函已经王一山局长审签。对以上答复您有什么意见，请及时评价。',
      contacts: [{ name: '陈**', role: '主管领导', phones: ['131******5505'] }],
    },
  },
  {
    name: 'the number of the case in brackets after the title, the address of the site below a letter without an end',
    text: `关于对建设书屋的提案答复的函（编号：B〔2026〕042号）
李红委员：
您提出的关于建设书屋的提案收悉。现答复如下：
书屋已经建成开放，欢迎您随时前来借阅图书、参加活动。
主办：云江市人民政府
地址：云江市江滨路1号
邮箱：web@yunjiang.example
版权所有：云江市人民政府办公室`,
    expect: {
      title: '关于对建设书屋的提案答复的函（编号：B〔2026〕042号）',
      caseNumber: 'B〔2026〕042',
      docNumber: null,
      bodyParagraphs: 2,
      junkLines: [
        '主办：云江市人民政府',
        '地址：云江市江滨路1号',
        '邮箱：web@yunjiang.example',
        '版权所有：云江市人民政府办公室',
      ],
    },
  },
  {
    name: 'number and disclosure printed twice, the name of the case once more below, a date that lost its words',
    text: `文号：云文旅函〔2026〕43号
公开类别：主动公开
关于市政协六届五次会议第43号提案的答复
云文旅函〔2026〕43号
李红委员：
您提出的《关于开放古宅的提案》收悉，现答复如下：
古宅已经开放。
此复。
云江市文化和旅游局
2026 314
（此件公开发布）
关于开放古宅的提案`,
    expect: {
      docNumber: '云文旅函〔2026〕43号',
      disclosure: 'public',
      date: null,
      junkLines: [],
    },
  },
];
