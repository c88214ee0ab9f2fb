import { TWIPS_PER_POINT } from '../letter/measures.ts';

/** A box of text at a place on the page, in twips from its upper left corner. It does not push the text around it. */
export interface TextBox {
  /** Unique in the part. */
  id: number;
  /** Shown in the selection pane of Word. */
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The text is turned clockwise by a right angle; `width` and `height` stay those on the page. */
  isTurned?: boolean;
}

const EMU_PER_TWIP = 12_700 / TWIPS_PER_POINT;
const wordprocessingShape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/** Needed by every part with a text box. */
export const textBoxNamespaces =
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ` xmlns:wps="${wordprocessingShape}" xmlns:v="urn:schemas-microsoft-com:vml"`;

/**
 * A run that anchors the box at its paragraph. `content` are paragraphs. Programs that do not know the shapes of Word
 * 2010 read the fallback, the same box in the older drawing language.
 */
export function textBoxXml({ id, name, isTurned, ...place }: TextBox, content: string): string {
  const emu = (twips: number): number => Math.round(twips * EMU_PER_TWIP);
  const extent = `cx="${emu(place.width)}" cy="${emu(place.height)}"`;
  const position = (axis: 'H' | 'V', twips: number): string =>
    `<wp:position${axis} relativeFrom="page"><wp:posOffset>${emu(twips)}</wp:posOffset></wp:position${axis}>`;
  const noDistance = ['T', 'B', 'L', 'R'].map((edge) => ` dist${edge}="0"`).join('');
  const noInset = ['l', 't', 'r', 'b'].map((edge) => ` ${edge}Ins="0"`).join('');
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    `<wp:anchor${noDistance} simplePos="0" relativeHeight="${id}" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/>${position('H', place.left)}${position('V', place.top)}<wp:extent ${extent}/>` +
    `<wp:wrapNone/><wp:docPr id="${id}" name="${name}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic><a:graphicData uri="${wordprocessingShape}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>` +
    `<a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
    '<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>` +
    `<wps:bodyPr rot="0" vert="${isTurned ? 'vert' : 'horz'}" wrap="square"${noInset} anchor="t" anchorCtr="0">` +
    '<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>' +
    `<mc:Fallback>${oldBoxXml({ id, name, ...(isTurned && { isTurned }), ...place }, content)}</mc:Fallback>` +
    '</mc:AlternateContent></w:r>'
  );
}

/** The box in VML. */
function oldBoxXml({ id, name, left, top, width, height, isTurned }: TextBox, content: string): string {
  const points = (twips: number): string => `${Math.round((twips / TWIPS_PER_POINT) * 100) / 100}pt`;
  const style = [
    'position:absolute',
    `margin-left:${points(left)}`,
    `margin-top:${points(top)}`,
    `width:${points(width)}`,
    `height:${points(height)}`,
    `z-index:${id}`,
    'mso-position-horizontal-relative:page',
    'mso-position-vertical-relative:page',
  ].join(';');
  const flow = isTurned ? ' style="layout-flow:vertical"' : '';
  return (
    `<w:pict><v:rect id="box${id}" alt="${name}" style="${style}" filled="f" stroked="f">` +
    `<v:textbox${flow} inset="0,0,0,0"><w:txbxContent>${content}</w:txbxContent></v:textbox></v:rect></w:pict>`
  );
}
