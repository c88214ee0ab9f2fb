import { z } from 'zod';
import { caseKinds } from './case.ts';
import { formIdSchema } from './form.ts';
import { categoryPatternNames, contactPatternNames, letterPatternNames, parsePattern } from './wording-pattern.ts';

/** The version of the settings this program reads and writes; see `unit-settings-migrations.ts`. */
export const UNIT_SETTINGS_SCHEMA = 'dafu.unit/1';

/** Text on one line; what is longer is no name and no telephone number. */
const line = z.string().max(200);
const lines = z.array(line).max(50);

/** '' or a pattern that can be read, of values with these names. */
const pattern = (names: readonly string[]) =>
  z
    .string()
    .max(1000)
    .superRefine((text, context) => {
      const { problem } = parsePattern(text, names);
      if (problem === null) return;
      context.addIssue({ code: 'custom', message: `${problem.problem} at ${problem.at}: ${problem.text}` });
    });
const letterPattern = pattern(letterPatternNames);
const letterPatterns = z.object({ proposal: letterPattern, suggestion: letterPattern, opinion: letterPattern });

/** One mark of the 办理结果分类, such as A with its meaning. */
const categorySchema = z.object({ mark: z.string().max(30), meaning: z.string().max(100) });

/** Where the category is printed; see the handbook of a unit's own rules. The form in use gives the exact place. */
export const categoryPlaces = ['right-corner', 'after-number', 'left-block', 'under-title', 'in-title'] as const;

/** 盖章, 不盖章, 加盖签发人签名章 (GB/T 9704-2012, 7.3.5.1 to 7.3.5.3). */
export const sealKinds = ['sealed', 'unsealed', 'name-stamp'] as const;

const contactSchema = z.object({ name: line, role: line, phone: line });

/** Names of installed typefaces in order of preference; none: those of the standard. */
const fontChoice = z.array(z.string().min(1).max(100)).max(5);

/** How the printed letter looks besides its form. */
export const unitLayoutSchema = z.object({
  fonts: z.object({
    title: fontChoice,
    body: fontChoice,
    heading1: fontChoice,
    heading2: fontChoice,
    pageNumber: fontChoice,
  }),
  /** Typeface of western letters and digits; '' takes them from the Chinese typeface. */
  latinFont: z.string().max(100),
  isLevel3Bold: z.boolean(),
  /** — 1 — as the standard has it, the figure alone, or 第1页. */
  pageNumberStyle: z.enum(['dashes', 'plain', 'words']),
  /** At the outer side as the standard has it, or in the middle. */
  pageNumberPlace: z.enum(['outer', 'center']),
  /** Lines a page: 22 of the standard, or another pitch in pt. */
  linePitch: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('grid') }),
    z.object({ kind: z.literal('fixed'), points: z.number().min(20).max(40) }),
  ]),
  /** What Word files say of their grid: only lines, or lines and characters, for offices that look it up in Word. */
  wordGrid: z.enum(['lines', 'linesAndChars']),
  /** Moves everything printed on pre-printed paper, mm; positive is right and down. */
  preprintedOffset: z.object({ x: z.number().min(-20).max(20), y: z.number().min(-20).max(20) }),
});
export type UnitLayout = z.infer<typeof unitLayoutSchema>;

/**
 * Texts a unit words in its own way. In patterns `{名称}` stands for a value and `{前|名称|后}` for a value with words
 * that come and go with it; '' leaves the template's or the standard's words.
 */
export const unitWordingSchema = z.object({
  title: letterPatterns,
  opening: letterPatterns,
  closing: letterPatterns,
  /** Without brackets. */
  disclosure: z.object({ public: line, onRequest: line, withheld: line }),
  /** One contact in the 附注, without its brackets: {称谓} {姓名} {电话}. */
  contact: pattern(contactPatternNames),
  /** `{类别}` is the mark: 类别：{类别}, {类别}类. */
  category: pattern(categoryPatternNames),
});
export type UnitWording = z.infer<typeof unitWordingSchema>;

/** Everything that varies by unit. Edited in the first-start assistant and in the settings screen. */
export const unitSettingsSchema = z.object({
  /** 全称, used as signature. */
  fullName: line,
  /** 简称. */
  shortName: line,
  /** 自称 in running text, such as 我局. */
  selfName: line,
  /** 发文代字. */
  docCode: line,
  /** 代字 of a series of its own; '' is `docCode`. */
  docCodes: z.object({ suggestion: line, opinion: line }),
  /** 经办人. */
  contact: contactSchema,
  /** 承办负责人, printed before the contact when named. */
  leader: contactSchema,
  /** 办理结果分类 by kind of case: the marks in use, in order. */
  categories: z.record(z.enum(caseKinds), z.array(categorySchema).max(20)),
  categoryPlace: z.enum(categoryPlaces),
  wording: unitWordingSchema,
  /** 抄送 of a new letter by kind of case; `opinion` for 会办 opinions. */
  copyTo: z.object({ proposal: lines, suggestion: lines, opinion: lines }),
  /** Months from receipt to the answer. */
  answerMonths: z.number().int().min(1).max(12),
  /** Months from receipt to a co-handling opinion. */
  opinionMonths: z.number().int().min(1).max(12),
  /** Months an answer may be put off with consent. */
  extensionMonths: z.number().int().min(0).max(12),
  /** Months to a new answer when the member was not satisfied. */
  reanswerMonths: z.number().int().min(1).max(12),
  /** Working days to hand back what belongs to another unit (退办). */
  returnWorkingDays: z.number().int().min(1).max(60),
  /** Working days from the answer to its publication. */
  publicationWorkingDays: z.number().int().min(1).max(60),
  seal: z.enum(sealKinds),
  /** Form of the printed letter. */
  form: formIdSchema,
  layout: unitLayoutSchema,
  /** 审批流程: who signs a draft off, in order; `name` may stay empty. */
  approvers: z.array(z.object({ step: z.string().min(1).max(30), name: z.string().max(50) })).max(12),
  /** Pattern of export file names: {docNumber} {title} {date} {caseNumber}. */
  fileNamePattern: line,
});
export type UnitSettings = z.infer<typeof unitSettingsSchema>;

/** 全国人大's four results, which most units use for both kinds of case. */
const commonCategories = [
  { mark: 'A', meaning: '已解决或基本解决' },
  { mark: 'B', meaning: '正在解决或列入规划逐步解决' },
  { mark: 'C', meaning: '因目前条件限制或其他原因需待以后解决' },
  { mark: 'D', meaning: '留作参考' },
];

export const defaultUnitLayout: UnitLayout = {
  fonts: { title: [], body: [], heading1: [], heading2: [], pageNumber: [] },
  latinFont: '',
  isLevel3Bold: false,
  pageNumberStyle: 'dashes',
  pageNumberPlace: 'outer',
  linePitch: { kind: 'grid' },
  wordGrid: 'lines',
  preprintedOffset: { x: 0, y: 0 },
};

export const defaultUnitSettings: UnitSettings = {
  fullName: '',
  shortName: '',
  selfName: '我局',
  docCode: '',
  docCodes: { suggestion: '', opinion: '' },
  contact: { name: '', role: '联系人', phone: '' },
  leader: { name: '', role: '承办负责人', phone: '' },
  categories: { proposal: commonCategories, suggestion: commonCategories },
  categoryPlace: 'right-corner',
  wording: {
    title: { proposal: '', suggestion: '', opinion: '' },
    opening: { proposal: '', suggestion: '', opinion: '' },
    closing: { proposal: '', suggestion: '', opinion: '' },
    disclosure: { public: '此件公开发布', onRequest: '此件依申请公开', withheld: '此件不予公开' },
    contact: '',
    category: '{类别}',
  },
  copyTo: { proposal: [], suggestion: [], opinion: [] },
  answerMonths: 3,
  opinionMonths: 1,
  extensionMonths: 3,
  reanswerMonths: 1,
  returnWorkingDays: 5,
  publicationWorkingDays: 20,
  seal: 'sealed',
  form: 'letter',
  layout: defaultUnitLayout,
  approvers: [
    { step: '拟稿', name: '' },
    { step: '科室负责人', name: '' },
    { step: '会签', name: '' },
    { step: '核稿', name: '' },
    { step: '分管领导', name: '' },
    { step: '签发', name: '' },
  ],
  fileNamePattern: '{docNumber} {title}',
};
