import { packDocx, propertyParts, wordPart } from '../docx/package.ts';
import { fontXml, runXml } from '../docx/runs.ts';
import { attributes, mainNamespaces, xmlHead, xmlText } from '../docx/xml.ts';
import { box } from '#shared/domain/sheet-text.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { mmToTwip, POINTS_PER_MM, typeface, TWIPS_PER_POINT, type TypefaceRole } from '../letter/measures.ts';
import { typefaceWishes } from '../letter/typefaces.ts';
import type { LaidOutCell, LaidOutGrid, LaidOutLines, LaidOutPart, LaidOutSheet, LaidOutText } from './laid-out.ts';

/** Fonts by use: of Chinese, of western letters and digits, and what Word shows where the first is missing. */
type SheetFonts = Record<TypefaceRole, { font: string; latin: string; alternative: string }>;

/** LibreOffice takes the switches of spacing from a style, and not from that of all text. */
const style = '<w:pStyle w:val="DafuSheet"/>';

/** The line that Word wants after a table; it takes 1 pt. */
const endLine = TWIPS_PER_POINT;

/**
 * A sheet as a Word file, one section a page. Rows have the heights that were laid out, so the PDF and the Word file
 * put everything in the same place. Equal sheets give equal bytes, and nothing names a person who does not stand on them.
 */
export function writeSheetDocx(sheet: LaidOutSheet, layout: UnitLayout): Uint8Array {
  const fonts = sheetFonts(layout);
  const last = sheet.pages.length - 1;
  const body = sheet.pages
    .map((parts, index) => {
      const section = sectionXml(sheet, parts);
      const content = parts.map((part) => partXml(part, fonts)).join('');
      return content + endXml(index === last ? '' : section) + (index === last ? section : '');
    })
    .join('');
  return packDocx(
    `${xmlHead}<w:document ${mainNamespaces}><w:body>${body}</w:body></w:document>`,
    [
      wordPart('styles', 'rId1', 'styles', stylesXml(fonts)),
      wordPart('settings', 'rId2', 'settings', settingsXml),
      wordPart('fontTable', 'rId3', 'fontTable', fontTableXml(fonts)),
    ],
    propertyParts(sheet.title),
  );
}

/** An empty paragraph that ends the page; `section` are the properties of the section it closes. */
function endXml(section: string): string {
  const spacing = attributes({ line: endLine, lineRule: 'exact' });
  return `<w:p><w:pPr>${style}<w:spacing${spacing}/><w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;
}

/** Room under a table for the line that Word wants there. mm. */
const endRoom = 1;

/** What is placed on the page has margins of its own, up to its edges; all else those of the sheet. */
function sectionMargin(
  { width, height, margin }: LaidOutSheet,
  [first]: readonly LaidOutPart[],
): LaidOutSheet['margin'] {
  if (first?.kind !== 'grid' || !first.isExact) return margin;
  const sum = (lengths: readonly number[]): number => lengths.reduce((total, one) => total + one, 0);
  return {
    top: first.top,
    left: first.left,
    right: Math.max(0, width - first.left - sum(first.columns)),
    bottom: Math.max(0, height - first.top - sum(first.rows) - endRoom),
  };
}

function sectionXml(sheet: LaidOutSheet, parts: readonly LaidOutPart[]): string {
  const { width, height } = sheet;
  const margin = sectionMargin(sheet, parts);
  return (
    '<w:sectPr><w:type w:val="nextPage"/>' +
    `<w:pgSz${attributes({ w: mmToTwip(width), h: mmToTwip(height), orient: width > height ? 'landscape' : undefined })}/>` +
    `<w:pgMar${attributes({
      top: mmToTwip(margin.top),
      right: mmToTwip(margin.right),
      bottom: mmToTwip(margin.bottom),
      left: mmToTwip(margin.left),
      header: 0,
      footer: 0,
      gutter: 0,
    })}/></w:sectPr>`
  );
}

function partXml(part: LaidOutPart, fonts: SheetFonts): string {
  return part.kind === 'lines' ? linesXml(part, fonts) : gridXml(part, fonts);
}

function linesXml(part: LaidOutLines, fonts: SheetFonts): string {
  return part.lines
    .map((line, index) =>
      textXml(line, fonts, {
        before: index === 0 ? part.before : 0,
        after: index === part.lines.length - 1 ? part.after : 0,
      }),
    )
    .join('');
}

/** A paragraph for each line of the text, of exactly its pitch. Room in mm. */
function textXml(text: LaidOutText, fonts: SheetFonts, room: { before: number; after: number }): string {
  const paragraphs = text.text.split('\n');
  return paragraphs
    .map((content, index) => {
      const spacing = attributes({
        before: index === 0 ? mmToTwip(room.before) : 0,
        after: index === paragraphs.length - 1 ? mmToTwip(room.after) : 0,
        line: text.pitch * TWIPS_PER_POINT,
        lineRule: 'exact',
      });
      const mark = `<w:rPr><w:sz w:val="${text.size * 2}"/></w:rPr>`;
      return (
        `<w:p><w:pPr>${style}<w:spacing${spacing}/><w:jc w:val="${text.align}"/>${mark}</w:pPr>` +
        `${runsXml(content, text, fonts)}</w:p>`
      );
    })
    .join('');
}

/** A ticked box is in no font for Chinese text; every Windows and Mac has it in this one, others look for it. */
const symbolFont = 'Segoe UI Symbol';

function runsXml(content: string, { face: role, size }: LaidOutText, fonts: SheetFonts): string {
  return content
    .split(new RegExp(`(${box.ticked})`, 'u'))
    .map((piece) => runXml(piece, piece === box.ticked ? { font: symbolFont, size } : { ...face(fonts, role), size }))
    .join('');
}

function gridXml(grid: LaidOutGrid, fonts: SheetFonts): string {
  const columns = twipSteps(grid.columns);
  const rows = twipSteps(grid.rows);
  const total = columns.reduce((sum, width) => sum + width, 0);
  const rowXml = (height: number, row: number): string =>
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight${attributes({ val: height, hRule: grid.isExact ? 'exact' : 'atLeast' })}/>` +
    `</w:trPr>${rowCells(grid, row, columns, fonts)}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>' +
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.map(rowXml).join('')}</w:tbl>`
  );
}

/** Whole twips whose sums stay as near to the places as they can: nothing drifts down a page of labels. */
function twipSteps(lengths: readonly number[]): number[] {
  let place = 0;
  let used = 0;
  return lengths.map((length) => {
    place += length;
    const step = Math.max(1, mmToTwip(place) - used);
    used += step;
    return step;
  });
}

/** The cells that begin in a row, those that reach into it from above, and empty ones for what nothing covers. */
function rowCells(grid: LaidOutGrid, row: number, columns: readonly number[], fonts: SheetFonts): string {
  const reaching = grid.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
  let xml = '';
  let column = 0;
  while (column < columns.length) {
    const found = reaching.find((cell) => cell.column === column);
    // Free places up to the next cell are one empty cell.
    const next = Math.min(columns.length, ...reaching.map((cell) => cell.column).filter((start) => start > column));
    const span = found?.colSpan ?? next - column;
    const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    xml += found ? cellXml(found, row, width, fonts) : emptyCellXml(span, width);
    column += span;
  }
  return xml;
}

function emptyCellXml(span: number, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanXml(span)}</w:tcPr>${emptyParagraph}</w:tc>`;
}

const emptyParagraph =
  `<w:p><w:pPr>${style}<w:spacing${attributes({ line: endLine, lineRule: 'exact' })}/>` +
  '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';

function spanXml(span: number): string {
  return span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
}

function cellXml(cell: LaidOutCell, row: number, width: number, fonts: SheetFonts): string {
  const isFirst = row === cell.row;
  const merge = cell.rowSpan === 1 ? '' : isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const { rules, inset } = cell;
  const edge = (name: 'top' | 'left' | 'bottom' | 'right'): string =>
    rules[name] === 0
      ? ''
      : `<w:${name} w:val="single" w:sz="${Math.max(2, Math.round(rules[name] * POINTS_PER_MM * 8))}" w:space="0" w:color="000000"/>`;
  const borders = edge('top') + edge('left') + edge('bottom') + edge('right');
  const margin = (name: string, length: number): string => `<w:${name} w:w="${mmToTwip(length)}" w:type="dxa"/>`;
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanXml(cell.colSpan)}${merge}` +
    (borders === '' ? '' : `<w:tcBorders>${borders}</w:tcBorders>`) +
    (inset.x + inset.y === 0
      ? ''
      : `<w:tcMar>${margin('top', inset.y)}${margin('left', inset.x)}${margin('bottom', inset.y)}${margin('right', inset.x)}</w:tcMar>`) +
    `<w:vAlign w:val="${cell.verticalAlign}"/></w:tcPr>` +
    `${isFirst && cell.text !== '' ? textXml(cell, fonts, { before: 0, after: 0 }) : blankXml(cell, isFirst, fonts)}</w:tc>`
  );
}

/** An empty cell keeps the type of its style, for whoever fills it in on screen. */
function blankXml(cell: LaidOutCell, isFirst: boolean, fonts: SheetFonts): string {
  if (!isFirst) return emptyParagraph;
  const line = attributes({ line: cell.pitch * TWIPS_PER_POINT, lineRule: 'exact' });
  const type = `<w:rPr>${fontXml(fonts[cell.face].font, fonts[cell.face].latin)}<w:sz w:val="${cell.size * 2}"/></w:rPr>`;
  return `<w:p><w:pPr>${style}<w:spacing${line}/><w:jc w:val="${cell.align}"/>${type}</w:pPr></w:p>`;
}

const settingsXml =
  `${xmlHead}<w:settings ${mainNamespaces}><w:zoom w:percent="100"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>' +
  '<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

function stylesXml(fonts: SheetFonts): string {
  const paragraph =
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    '<w:spacing w:before="0" w:after="0"/></w:pPr>';
  return (
    `${xmlHead}<w:styles ${mainNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fontXml(fonts.body.font, fonts.body.latin)}` +
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    `<w:pPrDefault>${paragraph}</w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `${paragraph}</w:style>` +
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="DafuSheet"><w:name w:val="随附表单"/>' +
    `<w:basedOn w:val="Normal"/><w:qFormat/>${paragraph}</w:style>` +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'
  );
}

function sheetFonts(layout: UnitLayout): SheetFonts {
  const face = (role: TypefaceRole): SheetFonts[TypefaceRole] => {
    const [font = '', second] = typefaceWishes(role, layout);
    const latin = layout.latinFont === '' ? font : layout.latinFont;
    return { font, latin, alternative: second ?? typeface.pageNumber[0] };
  };
  return {
    title: face('title'),
    body: face('body'),
    heading1: face('heading1'),
    heading2: face('heading2'),
    pageNumber: face('pageNumber'),
  };
}

function face(fonts: SheetFonts, role: TypefaceRole): { font: string; latin: string } {
  const { font, latin } = fonts[role];
  return { font, latin };
}

/** Fonts are named, never embedded. Charset 86 is GB2312. */
function fontTableXml(fonts: SheetFonts): string {
  const once = new Map(Object.values(fonts).map(({ font, alternative }) => [font, alternative]));
  const entries = [...once].map(
    ([font, alternative]) =>
      `<w:font w:name="${xmlText(font)}"><w:altName w:val="${xmlText(alternative)}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>',
  );
  return `${xmlHead}<w:fonts ${mainNamespaces}>${entries.join('')}</w:fonts>`;
}
