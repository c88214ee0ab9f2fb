import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { allBlockIds, everyBlock } from '#shared/document/walk.ts';
import { importText } from '../index.ts';

/** Letters put together from the forms of every part; the facts are known because the parts are. */
const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const surname = pick('赵', '钱', '孙', '李', '周', '吴', '欧阳', '司马', '𠮷');
const givenName = pick('明', '文达', '晓芸', '一诺', '思远');
const person = fc.tuple(surname, givenName).map((parts) => parts.join(''));
const place = pick('云江市', '青岭县', '岚海区', '云岭彝族自治县', '沙河镇');
const office = pick(
  '教育局',
  '农业农村局',
  '发展和改革委员会',
  '人力资源和社会保障局',
  '卫生健康委员会',
  '人民政府办公室',
  '公安局交通警察支队',
);
const subject = pick(
  '加强乡村道路养护',
  '推动“一老一小”服务体系建设',
  '完善和优化营商环境',
  '在老城区增设公共停车位',
  '对东溪河进行综合治理',
  '支持12个重点村发展林下经济',
);
const sentence = pick(
  '我局高度重视，立即组织有关科室进行了专题研究。',
  '近年来，全市累计投入资金1,200万元，建成示范点26个（其中省级3个）。',
  '截至2024年底，已完成改造面积35.6万平方米，占计划的98%。',
  '下一步，我局将会同有关部门，持续加大工作力度，切实抓好落实。',
  '一是加强组织领导；二是强化资金保障；三是严格督查考核。',
  '群众满意度由2022年的86.5%提高到95.2%。',
);
const headingText = pick(
  '工作进展情况',
  '存在的困难和问题',
  '下一步工作打算',
  '强化组织领导',
  '加大资金投入，补齐短板',
  '关于“扩大覆盖面”的建议',
);

const letterParts = fc.record({
  proposal: fc.boolean(),
  place,
  office,
  members: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
  honoured: fc.boolean(),
  term: fc.integer({ min: 1, max: 19 }),
  meeting: fc.integer({ min: 1, max: 6 }),
  longSession: fc.boolean(),
  number: fc.integer({ min: 1, max: 99_999 }).map((value) => String(value).padStart(3, '0')),
  subject,
  quoted: pick('《》', '“”', ''),
  coUnits: fc.uniqueArray(pick('市财政局', '市民政局', '市人力资源和社会保障局', '县水务局', '市委编办'), {
    maxLength: 3,
  }),
  consulting: pick('经会同{}研究，', '经商{}，', '经综合{}意见，', '经与{}共同研究，'),
  titled: fc.boolean(),
  brokenTitle: fc.boolean(),
  docNumber: fc.option(
    fc.tuple(
      pick('云教提复', '青农函', '岚卫建字'),
      fc.integer({ min: 2010, max: 2030 }),
      fc.integer({ min: 1, max: 900 }),
    ),
  ),
  category: fc.option(pick('A', 'B', 'C')),
  disclosure: pick(null, 'public', 'on-request', 'withheld'),
  sections: fc.array(
    fc.record({
      heading: headingText,
      runIn: fc.boolean(),
      paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
  closing: pick('感谢您对我市工作的关心和支持。', '专此答复。', '此复。', '特此函复，并致谢意。', ''),
  signed: fc.boolean(),
  date: fc.date({ min: new Date('2001-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
  chineseDate: fc.boolean(),
  contact: fc.option(
    fc.tuple(pick('联系人', '承办人', '经办人'), person, pick('0799-8123456', '13900000000', '81234567'), fc.boolean()),
  ),
  attachments: fc.uniqueArray(pick('项目清单', '2024年工作台账', '任务分解表'), { maxLength: 2 }),
  copyTo: fc.uniqueArray(pick('市政协提案委', '市政府督查室', '市人大常委会代表工委'), { maxLength: 2 }),
  page: fc.boolean(),
  narrow: fc.boolean(),
  indented: fc.boolean(),
  blank: fc.boolean(),
});
type Parts = typeof letterParts extends fc.Arbitrary<infer T> ? T : never;

const numerals = '零一二三四五六七八九';
function chinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return numerals.charAt(ones);
  return `${tens === 1 ? '' : numerals.charAt(tens)}十${ones === 0 ? '' : numerals.charAt(ones)}`;
}

function dateText(date: Date, inChinese: boolean): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (!inChinese) return `${year}年${month}月${day}日`;
  const digits = [...String(year)].map((digit) => (digit === '0' ? '〇' : numerals.charAt(Number(digit)))).join('');
  return `${digits}年${chinese(month)}月${chinese(day)}日`;
}

const disclosureText = { public: '（此件公开发布）', 'on-request': '（此件依申请公开）', withheld: '（此件不予公开）' };

function compose(parts: Parts): { text: string; facts: Partial<LetterFacts> } {
  const word = parts.proposal ? '提案' : '建议';
  const body = parts.proposal ? '政协' : '人大';
  const session = parts.longSession
    ? parts.proposal
      ? `政协${parts.place}第${chinese(parts.term)}届委员会第${chinese(parts.meeting)}次会议`
      : `${parts.place}第${chinese(parts.term)}届人民代表大会第${chinese(parts.meeting)}次会议`
    : `${parts.place}${body}${chinese(parts.term)}届${chinese(parts.meeting)}次会议`;
  const unit = `${parts.place}${parts.office}`;
  const caseTitle = `关于${parts.subject}的${word}`;
  const title = `${unit}关于${session}第${parts.number}号${word}的答复`;
  const salutation = `${parts.honoured ? '尊敬的' : ''}${parts.members.join('、')}${parts.proposal ? '委员' : '代表'}`;
  const consulting = parts.coUnits.length > 0 ? parts.consulting.replace('{}', parts.coUnits.join('、')) : '经研究，';
  const quotedTitle =
    parts.quoted === '' || caseTitle.includes('“')
      ? `《${caseTitle}》`
      : `${parts.quoted.charAt(0)}${caseTitle}${parts.quoted.charAt(1)}`;
  const lines: string[] = [];
  if (parts.page)
    lines.push('首页 > 政务公开 > 建议提案办理', '索引号：YJ-001 发布机构：市政府办 发布日期：2031-01-01');
  if (parts.docNumber)
    lines.push(
      `${parts.docNumber[0]}〔${parts.docNumber[1]}〕${parts.docNumber[2]}号${parts.category === null ? '' : `  ${parts.category}类`}`,
    );
  else if (parts.category !== null) lines.push(`类别：${parts.category}`);
  if (parts.titled) {
    const cut = title.indexOf('第', title.indexOf('会议'));
    lines.push(...(parts.brokenTitle ? [title.slice(0, cut), title.slice(cut)] : [title]));
  }
  if (parts.page) lines.push('发布时间：2031-01-01 来源：市政府办 浏览次数：12');
  lines.push(`${salutation}：`);
  lines.push(`您在${session}上提出的${quotedTitle}（第${parts.number}号）收悉。${consulting}现答复如下：`);
  let paragraphs = 1;
  const headings: LetterFacts['headings'] = [];
  for (const [index, section] of parts.sections.entries()) {
    headings.push({ level: 1, text: section.heading });
    const label = `${chinese(index + 1)}、`;
    const texts = section.paragraphs.map((sentences) => sentences.join(''));
    paragraphs += texts.length;
    if (section.runIn) lines.push(`${label}${section.heading}。${texts[0]}`, ...texts.slice(1));
    else lines.push(`${label}${section.heading}`, ...texts);
  }
  if (parts.closing !== '') {
    paragraphs++;
    lines.push(parts.closing);
  }
  if (parts.attachments.length === 1) lines.push(`附件：${parts.attachments[0]}`);
  if (parts.attachments.length > 1) lines.push(`附件：1.${parts.attachments[0]}`, `2.${parts.attachments[1]}`);
  if (parts.signed) lines.push(unit);
  lines.push(dateText(parts.date, parts.chineseDate));
  if (parts.disclosure) lines.push(disclosureText[parts.disclosure as keyof typeof disclosureText]);
  if (parts.contact) {
    const [role, name, phone, bracket] = parts.contact;
    lines.push(bracket ? `（${role}：${name}，联系电话：${phone}）` : `${role}及联系电话：${name} ${phone}`);
  }
  if (parts.copyTo.length > 0) lines.push(`抄送：${parts.copyTo.join('，')}。`);
  if (parts.page) lines.push('【打印本页】【关闭窗口】', '扫一扫在手机打开当前页');
  let text = lines.map((line) => (parts.indented ? `　　${line}` : line)).join(parts.blank ? '\n\n' : '\n');
  if (parts.narrow) text = text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  return {
    text,
    facts: {
      title: parts.titled ? title : null,
      docNumber: parts.docNumber ? `${parts.docNumber[0]}〔${parts.docNumber[1]}〕${parts.docNumber[2]}号` : null,
      category: parts.category,
      disclosure: parts.disclosure as LetterFacts['disclosure'],
      salutation,
      kind: parts.proposal ? 'proposal' : 'suggestion',
      caseTitle,
      caseNumber: parts.number,
      session,
      coUnits: parts.coUnits,
      headings,
      bodyParagraphs: paragraphs,
      closing: parts.closing === '' ? null : parts.closing,
      signatureUnits: parts.signed ? [unit] : [],
      date: parts.date.toISOString().slice(0, 10),
      contacts: parts.contact ? [{ name: parts.contact[1], role: parts.contact[0], phones: [parts.contact[2]] }] : [],
      attachments: parts.attachments,
      copyTo: parts.copyTo,
    },
  };
}

it('reads back the facts any letter was put together from', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(letterParts, (parts) => {
      const { text, facts } = compose(parts);
      expect(letterFacts(importText(text))).toMatchObject(facts);
    }),
    { numRuns: 600 },
  );
});

it('takes any import back to its lines, and every block has its own id', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(letterParts, (parts) => {
      const { text } = compose(parts);
      const { document, report } = importText(text);
      const ids = allBlockIds(document);
      expect(new Set(ids).size).toBe(ids.length);
      const undone = report.changes.toReversed().reduce(undoImportChange, document);
      const lines = text.split('\n').map((line) => line.trim());
      expect([...everyBlock(undone)].map((block) => runsText(block.runs))).toEqual(lines.filter((line) => line !== ''));
    }),
    { numRuns: 200 },
  );
});

it('never throws and never loses a character that is no page line, whatever the text', { timeout: 60_000 }, () => {
  const fragment = pick(
    '您提出的',
    '《关于甲的提案》',
    '收悉',
    '，现答复如下：',
    '一、',
    '（一）',
    '1.',
    '王明委员：',
    '附件：',
    '联系人：',
    '2024年5月8日',
    '云江市教育局',
    '。',
    '\n',
    ' ',
    '抄送：',
    '8123456',
    '感谢您',
    '（',
    '）',
    '“',
    '提案',
    '第12号',
    '甲乙丙丁',
  );
  fc.assert(
    fc.property(fc.array(fragment, { minLength: 1, maxLength: 40 }), (fragments) => {
      const text = fragments.join('');
      fc.pre(text.trim() !== '');
      const { document, report } = importText(text);
      const undone = report.changes.toReversed().reduce(undoImportChange, document);
      const lines = text.split('\n').map((line) => line.trim());
      expect([...everyBlock(undone)].map((block) => runsText(block.runs)).filter((line) => line !== '')).toEqual(
        lines.filter((line) => line !== ''),
      );
    }),
    { numRuns: 2000 },
  );
});
