/**
 * Texts of sheets with places for values:
 *
 * - `{案号}` the value, nothing while it is not known;
 * - `{第|案号|号}` the value with words that come and go with it;
 * - `{成文日期?＿＿年＿月＿日}` the value, or what is left to be filled in by hand;
 * - `{□公开属性=主动公开}` a box with its words, ticked when the value is those words.
 */
export const sheetFields = [
  '标题',
  '文号',
  '类别',
  '类别选项',
  '公开属性',
  '不公开理由',
  '份号',
  '密级',
  '紧急程度',
  '签发人',
  '主送',
  '抄送',
  '附件',
  '成文日期',
  '拟稿人',
  '拟稿电话',
  '联系人',
  '联系电话',
  '案件类型',
  '案件简称',
  '届次',
  '案号',
  '案由',
  '委员',
  '领衔',
  '称谓',
  '主办单位',
  '会办单位',
  '收到日期',
  '办理期限',
  '单位全称',
  '单位简称',
  // One of the unit's steps, in rows repeated for them.
  '环节',
  '环节姓名',
  // Of the person or office an envelope goes to; typed for each print.
  '收件人',
  '收件人称谓',
  '收件地址',
  '收件邮编',
  '寄件地址',
  '寄件邮编',
] as const;
export type SheetField = (typeof sheetFields)[number];
export type SheetFieldValues = Record<SheetField, string>;

export const box = { empty: '□', ticked: '☑' } as const;

interface Place {
  field: string;
  before: string;
  after: string;
  blank: string;
  /** Words beside a box. */
  choice?: string;
}

const placePattern = /\{([^{}]*)\}/g;

function readPlace(inner: string): Place {
  const choice = /^□([^=]*)=(.*)$/s.exec(inner);
  if (choice) return { field: choice[1] ?? '', before: '', after: '', blank: '', choice: choice[2] ?? '' };
  const parts = inner.split('|');
  if (parts.length === 3) {
    const [before = '', field = '', after = ''] = parts;
    return { field, before, after, blank: '' };
  }
  const [field = '', ...blank] = inner.split('?');
  return { field, before: '', after: '', blank: blank.join('?') };
}

function isField(name: string): name is SheetField {
  return (sheetFields as readonly string[]).includes(name);
}

/** What is wrong with a text, in words for whoever edits the file; undefined when nothing is. */
export function sheetTextProblem(text: string): string | undefined {
  if (/[{}]/.test(text.replace(placePattern, ''))) return 'unpaired brace';
  for (const [, inner = ''] of text.matchAll(placePattern)) {
    const { field } = readPlace(inner);
    if (!isField(field)) return `unknown field ${field}`;
  }
  return undefined;
}

/** The fields a text asks for, in order. */
export function fieldsOfText(text: string): SheetField[] {
  return [...text.matchAll(placePattern)].map(([, inner = '']) => readPlace(inner).field).filter(isField);
}

export function fillSheetText(text: string, values: SheetFieldValues): string {
  return text.replace(placePattern, (whole, inner: string) => {
    const { field, before, after, blank, choice } = readPlace(inner);
    if (!isField(field)) return whole;
    const value = values[field];
    if (choice !== undefined) return (value === choice ? box.ticked : box.empty) + choice;
    return value === '' ? blank : before + value + after;
  });
}
