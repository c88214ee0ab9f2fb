import { z } from 'zod';

/** What the letter answers: 政协提案 or 人大建议 (议案 included). */
export const caseKinds = ['proposal', 'suggestion'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Role of the own unit: 独办, 主办, 会办 (协办), 分办. */
export const unitRoles = ['sole', 'host', 'co', 'part'] as const;
export type UnitRole = (typeof unitRoles)[number];

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const caseMemberSchema = z.object({
  name: z.string(),
  /** 领衔. */
  lead: z.boolean(),
  /** A group (民主党派, 界别, 委员组), which is addressed as 贵委/贵会 and not as 委员. */
  collective: z.boolean(),
});
export type CaseMember = z.infer<typeof caseMemberSchema>;

/** The facts of the case behind a draft. Empty text and empty lists mean "not known yet". */
export const caseFactsSchema = z.object({
  kind: z.enum(caseKinds),
  /** Conference or congress as printed, such as 市政协; `body + session` is the text used in the letter. */
  body: z.string(),
  /** Term and meeting as printed, such as 十五届三次会议. */
  session: z.string(),
  /** Free text: 68, 041, 0529, 温36, JY100012050700 all occur. */
  number: z.string(),
  /** Without 《》. */
  title: z.string(),
  members: z.array(caseMemberSchema),
  role: z.enum(unitRoles),
  /** 会办 units as named in the opening. */
  coUnits: z.array(z.string()),
  /** For 会办: the host department the opinion goes to. */
  hostUnit: z.string(),
  receivedOn: isoDate.nullable(),
  dueOn: isoDate.nullable(),
});
export type CaseFacts = z.infer<typeof caseFactsSchema>;

export function emptyCaseFacts(): CaseFacts {
  return {
    kind: 'proposal',
    body: '',
    session: '',
    number: '',
    title: '',
    members: [],
    role: 'sole',
    coUnits: [],
    hostUnit: '',
    receivedOn: null,
    dueOn: null,
  };
}

/** Body and session as one text, the way letters name the meeting. */
export function sessionText(facts: Pick<CaseFacts, 'body' | 'session'>): string {
  return facts.body + facts.session;
}
