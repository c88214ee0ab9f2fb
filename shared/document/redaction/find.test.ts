import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { fieldRun, paragraph, section, table, textRun } from '../create.ts';
import { REPLY_SCHEMA, type Block, type ReplyDocument, type Tail } from '../schema.ts';
import { findPersonalData } from './find.ts';
import { defaultPublicationOptions, type FindingKind, type PublicationOptions } from './finding.ts';

const caseFacts = {
  ...emptyCaseFacts(),
  number: 'JY100012050700',
  members: [{ name: '林知远', lead: true, collective: false }],
};

function letterOf(blocks: Block[], tail: Partial<Tail> = {}): ReplyDocument {
  return {
    schema: REPLY_SCHEMA,
    id: 'd',
    head: { title: [], salutation: [] },
    sections: [section('other', blocks)],
    tail: { attachments: [], units: [], contacts: [], copyTo: [], ...tail },
    revisions: {},
    threads: {},
  };
}

function found(letter: ReplyDocument, options: Partial<PublicationOptions> = {}): [FindingKind, string][] {
  const findings = findPersonalData(letter, caseFacts, { ...defaultPublicationOptions, ...options });
  return findings.map(({ kind, text }) => [kind, text]);
}

const inText = (text: string) => found(letterOf([paragraph(text)]));

describe('personal data in running text', () => {
  it.each<[string, FindingKind, string]>([
    ['请拨打13800138000联系', 'mobile', '13800138000'],
    ['请拨打１３８００１３８０００联系', 'mobile', '１３８００１３８０００'],
    ['手机：138 0013 8000。', 'mobile', '138 0013 8000'],
    ['手机：138-0013-8000。', 'mobile', '138-0013-8000'],
    ['手机：138—0013—8000', 'mobile', '138—0013—8000'],
    ['手机：138\u200b0013\u200b8000', 'mobile', '138\u200b0013\u200b8000'],
    ['手机 1 3 8 0 0 1 3 8 0 0 0', 'mobile', '1 3 8 0 0 1 3 8 0 0 0'],
    ['电话：+86 13800138000', 'mobile', '+86 13800138000'],
    ['电话：008613800138000', 'mobile', '008613800138000'],
    ['电话 13 8001 38000', 'mobile', '13 8001 38000'],
    ['手机号一三八〇〇一三八〇〇〇', 'mobile', '一三八〇〇一三八〇〇〇'],
    ['林知远委员（13800138000）', 'memberContact', '13800138000'],
    ['手机：138 - 0013 - 8000。', 'mobile', '138 - 0013 - 8000'],
    ['手机：(138)00138000', 'mobile', '(138)00138000'],
    ['手机：(+86)138-0013-8000', 'mobile', '(+86)138-0013-8000'],
    ['手机：86-13800138000', 'mobile', '86-13800138000'],
    ['手机：1380013\n8000', 'mobile', '1380013\n8000'],
    ['手机：一三八 零零一三 八零零零', 'mobile', '一三八 零零一三 八零零零'],
    ['手机：壹叁捌零零壹叁捌零零零', 'mobile', '壹叁捌零零壹叁捌零零零'],
    ['Tel:13800138000', 'mobile', '13800138000'],
    ['tel13800138000', 'mobile', '13800138000'],
    ['022-83602860 13800138000', 'mobile', '13800138000'],
    ['022-83602860/13800138000', 'mobile', '13800138000'],
    ['赵某（男，住江城区江滨路12号）', 'address', '江城区江滨路12号'],
    ['租住在江滨路12号', 'address', '江滨路12号'],
    ['林知远委员（地址：江滨路12号）', 'address', '江滨路12号'],
    ['苏文委员（电话：13800138000，家住远处）', 'memberContact', '13800138000'],
    ['委员联系电话：19912345678', 'memberContact', '19912345678'],
    ['林知远，联系电话13800138000', 'memberContact', '13800138000'],
    ['（联系人：张三；联系电话：13800138000）', 'staffMobile', '13800138000'],
    ['经办人张三 13800138000', 'staffMobile', '13800138000'],
    ['林知远家庭电话：022-83602860', 'memberLandline', '022-83602860'],
    ['林知远（022-83602860）', 'memberLandline', '022-83602860'],
    ['身份证号11010519491231002X', 'idNumber', '11010519491231002X'],
    ['身份证号：110105 19491231 002X', 'idNumber', '110105 19491231 002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'idNumber', '１１０１０５１９４９１２３１００２Ｘ'],
    ['证号 110105194912310021（末位有误）', 'idNumber', '110105194912310021'],
    ['旧证 110105491231002', 'idNumber', '110105491231002'],
    ['身份证号码 320000000000000000', 'idNumber', '320000000000000000'],
    ['护照号E12345678', 'passport', 'E12345678'],
    ['汇入6222021234567890128', 'bankCard', '6222021234567890128'],
    ['汇入6222 0212 3456 7890 128', 'bankCard', '6222 0212 3456 7890 128'],
    ['银行账号：0302 0111 0930 0123 456', 'bankCard', '0302 0111 0930 0123 456'],
    ['请发至 lin.zhiyuan@example.com。', 'email', 'lin.zhiyuan@example.com'],
    ['请发至ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'email', 'ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['微信号：lin_zy2020', 'account', 'lin_zy2020'],
    ['QQ：123456789', 'account', '123456789'],
    ['您反映的云A12345占道停放', 'plateNumber', '云A12345'],
    ['云A·D12345号车', 'plateNumber', '云A·D12345'],
    ['家住云江市江城区临江街道和平里小区3号楼2单元501室', 'address', '云江市江城区临江街道和平里小区3号楼2单元501室'],
    ['家庭住址：云江市江滨路12号', 'address', '云江市江滨路12号'],
    ['住址：和平里。', 'address', '和平里'],
    ['请寄到江滨路12号院5栋1203室林女士收', 'address', '江滨路12号院5栋1203室'],
    ['她住在清水镇河湾村3组15号', 'address', '清水镇河湾村3组15号'],
    ['手机：8613800138000', 'mobile', '8613800138000'],
    ['手机86 138 0013 8000', 'mobile', '86 138 0013 8000'],
    ['手机：138    0013    8000'.replaceAll('    ', ' \u200b  '), 'mobile', '138 \u200b  0013 \u200b  8000'],
    ['手机₁₃₈₀₀₁₃₈₀₀₀', 'mobile', '₁₃₈₀₀₁₃₈₀₀₀'],
    ['手机𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎。', 'mobile', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
    ['手机١٣٨٠٠١٣٨٠٠٠', 'mobile', '١٣٨٠٠١٣٨٠٠٠'],
    ['手机①③⑧00138000', 'mobile', '①③⑧00138000'],
    ['手机138OO138OOO', 'mobile', '138OO138OOO'],
    ['手机138零零一三8000', 'mobile', '138零零一三8000'],
    ['手机13800138000家住远处', 'mobile', '13800138000'],
    ['林知远委员座机：022-83602860', 'memberLandline', '022-83602860'],
    ['林知远委员住宅电话83602860', 'memberLandline', '83602860'],
    ['林知远委员：022-83602860', 'memberLandline', '022-83602860'],
    ['林知远现任校长，电话022-83602860', 'memberLandline', '022-83602860'],
    ['投诉人赵某电话022-83602860', 'memberLandline', '022-83602860'],
    ['家里座机022-\n83602860', 'memberLandline', '022-\n83602860'],
    ['林知远委员电话86-22-83602860', 'memberLandline', '86-22-83602860'],
    ['残疾证号11010519491231002X42', 'idNumber', '11010519491231002X42'],
    ['残疾人证：110105194912310021 43', 'idNumber', '110105194912310021 43'],
    ['学籍号G11010519491231002X', 'idNumber', 'G11010519491231002X'],
    ['编入11010519491231002X41', 'idNumber', '11010519491231002X41'],
    ['军官证号：南字第1234567号', 'idNumber', '南字第1234567号'],
    ['驾驶证110105194912310021', 'idNumber', '110105194912310021'],
    ['身份证号110105\n19491231\n002X', 'idNumber', '110105\n19491231\n002X'],
    ['汇入6222\n0212\n3456\n7890\n128', 'bankCard', '6222\n0212\n3456\n7890\n128'],
    ['邮箱lin(at)example.com', 'email', 'lin(at)example.com'],
    ['邮箱lin【AT】example.com', 'email', 'lin【AT】example.com'],
    ['邮箱lin at example dot com', 'email', 'lin at example dot com'],
    ['邮箱lin#example.com', 'email', 'lin#example.com'],
    ['邮箱lin@\nexample.com', 'email', 'lin@\nexample.com'],
    ['联系人张三邮箱zs@yunjiang.gov.cn', 'email', 'zs@yunjiang.gov.cn'],
    ['户籍地址为云江市青山县河口镇大河村二组', 'address', '云江市青山县河口镇大河村二组'],
    ['林知远委员通讯地址：云江市江滨路66号云江中学', 'address', '云江市江滨路66号云江中学'],
  ])('%s', (text, kind, hit) => expect(inText(text)).toEqual([[kind, hit]]));

  it('finds several of one text, in order', () => {
    expect(inText('张三13800138000、022-83602860，李四15912345678，邮箱a@example.com')).toEqual([
      ['mobile', '13800138000'],
      ['mobile', '15912345678'],
      ['email', 'a@example.com'],
    ]);
  });

  it.each([
    '津云发函〔2026〕12号',
    '川林护函[2016]29512345678号',
    '对第13812345678号提案的答复',
    '编号JY100012050700的建议',
    '案号：0529、132456、温36',
    '2026年4月17日至2026年10月31日',
    '2026-04-17、20260417、2026.04.17',
    '1978 1990 2008 2012年',
    '投资13800138000元',
    '投资13 800 138 000 元',
    '投资15,300,000,000元，同比增长12.5%',
    '产量13800138000千瓦时'.replace('千瓦时', '吨'),
    '合格率138.00138000%',
    '办公电话022-83602860，传真（022）83602861',
    '022-83602860转8012',
    '请拨打12345热线、12319、95598或400-800-1234',
    '服务热线4008001234',
    '统一社会信用代码11120000000123456X',
    '项目代码2019-120111-48-01-000123',
    '登记号123456789012345678',
    '居住在我市的老年人',
    '住在农村的群众',
    '云江市江滨路1号',
    '办公地址：云江市江滨路1号3号楼201室',
    '对和平里小区3号楼2单元加装电梯',
    '改造小区12个、楼栋38栋1200户',
    '微信公众号“云江发布”',
    '京津冀、G45高速、S3500线',
    '131******5505',
    '身高1380013800毫米',
    '批准文号：云政办发〔2024〕13号',
    'IPv6地址、网址 www.yunjiang.gov.cn',
    '圆周率3.14159265358979',
    '图号A13800138000',
    '信访件编号：13812345678',
    '信访编号330102202601150012',
    '受理号 330102202601150012',
    '，住建局2026年对江滨路12号小区进行改造',
    '住房12号楼',
    '网址、地址：江滨路1号',
    '二〇二六年四月七日',
    '一二三四五六',
    '蓄水15900000000立方米',
    '发电13800138000千瓦时',
    '总投资13800138000',
    '补助资金合计：13800138000',
    '￥13800138000',
    '发票号码：13800138000',
    '发票代码13800138000',
    '设备型号为XJ-13800138000',
    '采用DN13800138000型水泵',
    '我局电子邮箱：jtj@yunjiang.gov.cn',
    '举报信箱 jubao@example.com',
    '居民可拨打我局电话022-83602860咨询',
    '二氧化碳CO2减排138吨',
    '面积15900000000m²',
  ])('leaves alone: %s', (text) => expect(inText(text)).toEqual([]));

  it('finds telephones of the unit when they are not to be published', () => {
    const all = found(letterOf([paragraph('办公电话022-83602860转8012，或83602861。')]), { officeLandlines: 'remove' });
    expect(all).toEqual([
      ['officeLandline', '022-83602860转8012'],
      ['officeLandline', '83602861'],
    ]);
  });
});

describe('personal data in other places', () => {
  it('goes over runs and fields', () => {
    const runs = [
      textRun('电话：138'),
      textRun('0013', { bold: true }),
      { ...fieldRun('caseNumber'), text: '8000' },
      textRun('。'),
    ];
    expect(found(letterOf([paragraph(runs)]))).toEqual([['mobile', '13800138000']]);
  });

  it('reads the heads of a table', () => {
    const rows = [
      ['姓名', '联系电话', '住址', '身份证号'],
      ['林知远', '13 800 138 000', '和平里', '110105194912310000'],
      ['赵明', '022-83602860', '', ''],
    ];
    expect(found(letterOf([table(rows)]))).toEqual([
      ['memberContact', '13 800 138 000'],
      ['address', '和平里'],
      ['idNumber', '110105194912310000'],
    ]);
  });

  it('looks at title, salutation, tail, attachments and their text', () => {
    const letter = letterOf([paragraph('正文')], {
      attachments: [{ id: 'a1', title: '赵明（13811111111）意见' }],
      units: ['云江市民政局13822222222'],
      contacts: [
        { name: '周敏', role: '联系人', phones: ['13833333333', '0999-0000000'] },
        { name: '吴越 13844444444', phones: [] },
      ],
      note: '经办人手机13855555555',
      copyTo: ['赵明13866666666'],
      dateText: '13877777777',
    });
    const head = { title: [textRun('关于13888888888的答复')], salutation: [textRun('赵明13899999999：')] };
    const attached = section('attachment', [paragraph('赵明13800000000')]);
    const full = { ...letter, head: { ...letter.head, ...head }, sections: [...letter.sections, attached] };
    expect(
      found(full)
        .map(([, text]) => text)
        .toSorted(),
    ).toEqual(
      [
        '00000000',
        '11111111',
        '22222222',
        '33333333',
        '44444444',
        '55555555',
        '66666666',
        '77777777',
        '88888888',
        '99999999',
      ].map((rest) => `138${rest}`),
    );
    expect(found(full).find(([, text]) => text === '13833333333')).toEqual(['staffMobile', '13833333333']);
  });

  it('takes marked text as it was marked, numbers in it included', () => {
    const runs = [
      textRun('经查，'),
      textRun('张', { redact: true }),
      textRun('某13800138000', { redact: true, bold: true }),
      textRun('。'),
    ];
    expect(found(letterOf([paragraph(runs)]))).toEqual([['marked', '张某13800138000']]);
  });

  it('proposes what was marked once wherever else it stands, but not a single character', () => {
    const marked = paragraph([textRun('赵某', { redact: true }), textRun('与'), textRun('张', { redact: true })]);
    const letter = letterOf([paragraph('赵某来电，张榜公布。'), marked]);
    const findings = findPersonalData(letter, caseFacts, defaultPublicationOptions);
    expect(findings.map(({ text, kind, reason }) => [text, kind, reason])).toEqual([
      ['赵某', 'marked', 'repeated'],
      ['赵某', 'marked', 'marked'],
      ['张', 'marked', 'marked'],
    ]);
  });

  it('leaves a longer number whole that holds the figures of a short private one', () => {
    const letter = letterOf([
      paragraph('林知远委员住宅电话83602860。'),
      paragraph('项目代码2019836028601234，热线83602860。'),
    ]);
    const findings = findPersonalData(letter, caseFacts, defaultPublicationOptions);
    expect(findings.map(({ text, start }) => [text, start])).toEqual([
      ['83602860', 9],
      ['83602860', 23],
    ]);
  });

  it('shows what stands around, and names equal findings of equal letters alike', () => {
    const make = () =>
      findPersonalData(
        letterOf([paragraph('第一段'), paragraph('请拨打13800138000联系。')]),
        caseFacts,
        defaultPublicationOptions,
      );
    const [first] = make();
    expect(first).toMatchObject({ before: '请拨打', after: '联系。', suggestion: 'mask', where: { part: 'block' } });
    expect(make()[0]?.id).toBe(first?.id);
    expect(first?.id).toMatch(/^[\da-f]{14}$/);
  });
});
