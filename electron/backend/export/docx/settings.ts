import { mainNamespaces, xmlHead, xmlText } from './xml.ts';

/**
 * What begins and what ends no line: Word's own lists for Chinese, and — and / besides (GB/T 15834-2011, 5.1.7 and
 * 5.1.10). A dash is never taken apart by it either.
 */
export const neverFirst =
  '—/!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
export const neverLast = '/$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

/**
 * `word/settings.xml`. `doNotCompress` keeps every mark one character wide, so that a full line has 28 characters;
 * compatibility mode 15 keeps Word from laying the page out as an older version would.
 */
export function settingsXml(linePitch: number): string {
  return (
    `${xmlHead}<w:settings ${mainNamespaces}>` +
    '<w:zoom w:percent="100"/>' +
    '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>' +
    '<w:defaultTabStop w:val="420"/>' +
    '<w:evenAndOddHeaders/>' +
    `<w:drawingGridVerticalSpacing w:val="${linePitch}"/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/>' +
    `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${xmlText(neverLast)}"/>` +
    `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${xmlText(neverFirst)}"/>` +
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>' +
    '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    '</w:compat>' +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' +
    '</w:settings>'
  );
}
