import { headingTypeface, size, tableText, type TypefaceRole } from '../letter/measures.ts';
import { smallLine } from './cells.ts';
import { characterPitch, smallPitch, textWidth } from './grid.ts';
import type { Look } from './look.ts';
import { indentXml, tabsXml, type Indent, type TabStop } from './paragraph.ts';
import { fontXml } from './runs.ts';
import { mainNamespaces, xmlHead, xmlText } from './xml.ts';

/** Style ids. The importer recognises the parts of a letter written by Dafu by them, so they never change. */
export const styleId = {
  mark: 'DafuMark',
  title: 'DafuTitle',
  category: 'DafuCategory',
  salutation: 'DafuSalutation',
  body: 'DafuBody',
  blank: 'DafuBlank',
  listItem: 'DafuListItem',
  tableText: 'DafuTableText',
  attachments: 'DafuAttachments',
  signature: 'DafuSignature',
  note: 'DafuNote',
  /** 附件1 on the first page of its text. */
  attachmentMark: 'DafuAttachmentMark',
  attachmentTitle: 'DafuAttachmentTitle',
  copyTo: 'DafuCopyTo',
  copyToEnd: 'DafuCopyToEnd',
  imprint: 'DafuImprint',
  /** 发文机关标志. */
  issuer: 'DafuIssuer',
  /** The red rules of a head. */
  rule: 'DafuRule',
  pageNumber: 'DafuPageNumber',
} as const;
export const headingStyleId = (level: number): string => `Heading${level}`;

interface ParagraphStyle {
  id: string;
  name: string;
  next?: string;
  keepNext?: boolean;
  keepLines?: boolean;
  tabs?: TabStop[];
  /** Twips; absent: the line pitch of the letter. */
  line?: number;
  indent?: Indent;
  /** Width in twips of the style's own character, where it is not as large as Normal's. */
  indentPitch?: number;
  align?: 'left' | 'center' | 'right' | 'both';
  outlineLevel?: number;
  role?: TypefaceRole;
  isBold?: boolean;
  /** RGB; absent: black. */
  color?: string;
  /** pt; absent: the size of the body. */
  size?: number;
  /** Natural width instead of the narrowed one of the body. */
  isNaturalWidth?: boolean;
}

const spacingXml = (line: number): string =>
  `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;
const sizeXml = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const faceXml = ({ faces }: Look, role: TypefaceRole): string => fontXml(faces[role].font, faces[role].latin);

function paragraphStyleXml(style: ParagraphStyle, look: Look): string {
  const custom = style.id.startsWith('Heading') ? '' : ' w:customStyle="1"';
  const isOffCharacterGrid = look.hasCharacterGrid && style.isNaturalWidth;
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="Normal"/>${style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`}<w:qFormat/><w:pPr>` +
    (style.keepNext ? '<w:keepNext/>' : '') +
    (style.keepLines ? '<w:keepLines/>' : '') +
    tabsXml(style.tabs) +
    (isOffCharacterGrid ? '<w:snapToGrid w:val="0"/>' : '') +
    (style.line === undefined ? '' : spacingXml(style.line)) +
    (style.indent
      ? indentXml(style.indent, style.indentPitch ?? characterPitch, style.indentPitch === undefined)
      : '') +
    (style.align ? `<w:jc w:val="${style.align}"/>` : '') +
    (style.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${style.outlineLevel}"/>`) +
    '</w:pPr><w:rPr>' +
    (style.role === undefined ? '' : faceXml(look, style.role)) +
    (style.isBold ? '<w:b/><w:bCs/>' : '') +
    (isOffCharacterGrid ? '<w:snapToGrid w:val="0"/>' : '') +
    (style.color === undefined ? '' : `<w:color w:val="${style.color}"/>`) +
    (style.isNaturalWidth ? '<w:spacing w:val="0"/>' : '') +
    (style.size === undefined ? '' : sizeXml(style.size)) +
    '</w:rPr></w:style>'
  );
}

const twoCharacters: Indent = { firstLine: 2 };
const titleLook = {
  keepNext: true,
  keepLines: true,
  align: 'center',
  role: 'title',
  size: size.title,
  isNaturalWidth: true,
} satisfies Partial<ParagraphStyle>;

function letterStyles({ isLevel3Bold }: Look): ParagraphStyle[] {
  return [
    ...[1, 2, 3, 4].map((level): ParagraphStyle => ({
      id: headingStyleId(level),
      name: `heading ${level}`,
      next: styleId.body,
      keepNext: true,
      indent: twoCharacters,
      align: 'both',
      outlineLevel: level - 1,
      role: headingTypeface(level),
      isBold: level === 3 && isLevel3Bold,
    })),
    {
      id: styleId.mark,
      name: '公文发文字号',
      tabs: [{ align: 'right', at: textWidth }],
      align: 'left',
    },
    { id: styleId.title, name: '公文标题', next: styleId.salutation, ...titleLook },
    { id: styleId.category, name: '公文办理类别', keepNext: true, align: 'center' },
    { id: styleId.salutation, name: '公文主送机关', next: styleId.body, align: 'left' },
    { id: styleId.body, name: '公文正文', indent: twoCharacters, align: 'both' },
    { id: styleId.listItem, name: '公文列表', indent: twoCharacters, align: 'both' },
    { id: styleId.blank, name: '公文空行' },
    {
      id: styleId.tableText,
      name: '公文表格',
      line: smallLine,
      size: tableText.size,
      isNaturalWidth: true,
    },
    { id: styleId.attachments, name: '公文附件说明', align: 'left' },
    { id: styleId.signature, name: '公文署名日期', align: 'right', isNaturalWidth: true },
    { id: styleId.note, name: '公文附注', indent: twoCharacters, align: 'left' },
    {
      id: styleId.attachmentMark,
      name: '公文附件序号',
      next: styleId.attachmentTitle,
      keepNext: true,
      align: 'left',
      role: 'heading1',
    },
    { id: styleId.attachmentTitle, name: '公文附件标题', next: styleId.body, ...titleLook, outlineLevel: 0 },
    {
      id: styleId.copyTo,
      name: '公文抄送',
      line: smallLine,
      indent: { left: 4, right: 1, firstLine: -3 },
      indentPitch: smallPitch,
      size: size.small,
      isNaturalWidth: true,
    },
    { id: styleId.copyToEnd, name: '公文版记末', line: 20, size: 1, isNaturalWidth: true },
    {
      id: styleId.pageNumber,
      name: '公文页码',
      line: smallPitch,
      role: 'pageNumber',
      size: size.small,
      isNaturalWidth: true,
    },
  ];
}

/** Of forms with a head or an imprint. */
const formStyles: ParagraphStyle[] = [
  {
    id: styleId.issuer,
    name: '公文发文机关标志',
    align: 'center',
    role: 'title',
    color: 'FF0000',
    isNaturalWidth: true,
  },
  { id: styleId.rule, name: '公文红色分隔线', size: 1, isNaturalWidth: true },
  {
    id: styleId.imprint,
    name: '公文印发机关',
    line: smallLine,
    indent: { left: 1, right: 1 },
    indentPitch: smallPitch,
    size: size.small,
    isNaturalWidth: true,
  },
];

/**
 * No mark hangs as a 29th character at the end of a line (`overflowPunct`), as none does in the PDF.
 * The grid of lines only stands in the section, where the dialog of Word shows it: exact lines need none, and
 * LibreOffice would move them to its own grid after every table. A grid of characters works through the paragraphs.
 */
function basePropsXml({ linePitch, hasCharacterGrid }: Look): string {
  return (
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    `${hasCharacterGrid ? '' : '<w:snapToGrid w:val="0"/>'}${spacingXml(linePitch)}</w:pPr>`
  );
}

/**
 * `word/styles.xml`. Exact line pitch keeps 22 lines whatever font is substituted; widow control and the automatic
 * space between Chinese and Latin are off because they break the grid.
 * Normal repeats the defaults: Word counts character indents by its size, and LibreOffice takes the switches from
 * styles only. Letters without a head have no styles of heads.
 */
export function stylesXml(look: Look, hasHead: boolean): string {
  return (
    `${xmlHead}<w:styles ${mainNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>` +
    faceXml(look, 'body') +
    `<w:spacing w:val="${look.characterSpacing}"/>${sizeXml(size.body)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    `<w:pPrDefault>${basePropsXml(look)}</w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `${basePropsXml(look)}<w:rPr>${sizeXml(size.body)}</w:rPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    [...letterStyles(look), ...(hasHead ? formStyles : [])].map((style) => paragraphStyleXml(style, look)).join('') +
    '</w:styles>'
  );
}

/** `word/fontTable.xml`; fonts are named, never embedded. Charset 86 is GB2312. */
export function fontTableOf(alternatives: Look['alternatives']): string {
  const fonts = [...alternatives].map(
    ([name, alternative]) =>
      `<w:font w:name="${xmlText(name)}"><w:altName w:val="${xmlText(alternative)}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>',
  );
  return `${xmlHead}<w:fonts ${mainNamespaces}>${fonts.join('')}</w:fonts>`;
}
