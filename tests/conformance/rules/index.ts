import { attachedRules } from './attached.ts';
import { bothRules } from './both.ts';
import { colophonRules } from './colophon.ts';
import { fileRules } from './files.ts';
import { pageNumberRules } from './page-numbers.ts';
import { paperRules } from './paper.ts';
import { preprintedRules } from './preprinted.ts';
import { headRules, letterRules } from './red-head.ts';
import type { Rule } from './rule.ts';
import { tailRules } from './tail.ts';
import { textRules } from './text.ts';

/** Rules that ask nothing of a letter but its lines and pages: they are measured on published letters as well. */
export const isAboutLines = ({ id }: Rule): boolean =>
  /^(?:text\.(?:line-|connector|slash|dash|no-gaps)|both\.same-(?:lines|pages))/.test(id);

/** All rules by chapter of GB/T 9704-2012, in the order of the report. */
export const chapters: readonly { title: string; rules: readonly Rule[] }[] = [
  { title: '5, 6 用纸、版面、字符', rules: paperRules },
  { title: '7.2 版头', rules: headRules },
  { title: '7.3.1–7.3.3 标题、主送机关、正文', rules: textRules },
  { title: '7.3.4–7.3.7 附件说明、署名、成文日期、附注', rules: tailRules },
  { title: '7.3.6, 8, 9 附件、横排、表格', rules: attachedRules },
  { title: '7.4 版记', rules: colophonRules },
  { title: '7.5 页码', rules: pageNumberRules },
  { title: '10.1 信函格式', rules: letterRules },
  { title: '套打', rules: preprintedRules },
  { title: '文件本身', rules: fileRules },
  { title: 'Word 与 PDF', rules: bothRules },
];
