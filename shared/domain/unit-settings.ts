import { z } from 'zod';
import { formIds } from './form.ts';

/** Everything that varies by unit. Edited in the first-start assistant and in the settings screen. */
export const unitSettingsSchema = z.object({
  /** 全称, used as signature. */
  fullName: z.string(),
  /** 简称. */
  shortName: z.string(),
  /** 自称 in running text, such as 我局. */
  selfName: z.string(),
  /** 发文代字. */
  docCode: z.string(),
  contact: z.object({ name: z.string(), role: z.string(), phone: z.string() }),
  /** 办理结果分类: the marks in use, in order. */
  categories: z.array(z.object({ mark: z.string(), meaning: z.string() })),
  /** Months from receipt to the answer. */
  answerMonths: z.number().int().min(1).max(12),
  /** Months from receipt to a co-handling opinion. */
  opinionMonths: z.number().int().min(1).max(12),
  seal: z.enum(['sealed', 'unsealed']),
  /** Form of the printed letter. */
  form: z.enum(formIds),
  /** Pattern of export file names: {docNumber} {title} {date} {caseNumber}. */
  fileNamePattern: z.string(),
});
export type UnitSettings = z.infer<typeof unitSettingsSchema>;

export const defaultUnitSettings: UnitSettings = {
  fullName: '',
  shortName: '',
  selfName: '我局',
  docCode: '',
  contact: { name: '', role: '联系人', phone: '' },
  categories: [
    { mark: 'A', meaning: '已解决或基本解决' },
    { mark: 'B', meaning: '正在解决或列入规划逐步解决' },
    { mark: 'C', meaning: '因目前条件限制或其他原因需待以后解决' },
    { mark: 'D', meaning: '留作参考' },
  ],
  answerMonths: 3,
  opinionMonths: 1,
  seal: 'sealed',
  form: 'plain',
  fileNamePattern: '{docNumber} {title}',
};
