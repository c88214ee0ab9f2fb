import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A Word file as LibreOffice has to be told what Word reads in it. Two things Word does and LibreOffice 7.4 does not: it
 * sets a paragraph whose mark is a style separator and the next one as one paragraph, and it ends a line between a
 * Chinese mark and a western letter or figure.
 */
export function officeCopy(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const document = withBreaks(joined(text('word/document.xml'), text('word/styles.xml')));
  return zipSync({ ...files, 'word/document.xml': strToU8(document) }, { level: 1 });
}

const separated =
  /<w:p><w:pPr><w:pStyle w:val="(\w+)"\/>((?:(?!<\/w:pPr>).)*)<w:rPr><w:vanish\/><w:specVanish\/><\/w:rPr><\/w:pPr>((?:(?!<\/w:p>).)*)<\/w:p><w:p><w:pPr><w:pStyle w:val="(\w+)"\/>((?:(?!<\/w:pPr>).)*)<\/w:pPr>/g;

/** One paragraph with the properties of the second, in which the runs of the first look as their style has it. */
function joined(document: string, styles: string): string {
  return document.replaceAll(
    separated,
    (_all, style: string, first: string, runs: string, second: string, props: string) => {
      const look = new RegExp(`w:styleId="${style}".*?<w:rPr>(.*?)</w:rPr></w:style>`).exec(styles)?.[1] ?? '';
      const own = runs
        .replaceAll('<w:rFonts w:hint="eastAsia"/>', '')
        .replaceAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/g, `<w:r><w:rPr>${look}$1</w:rPr>`);
      const page = first.includes('<w:pageBreakBefore/>') ? '<w:pageBreakBefore/>' : '';
      return `<w:p><w:pPr><w:pStyle w:val="${second}"/>${page}${props}</w:pPr>${own}`;
    },
  );
}

function withBreaks(document: string): string {
  return document.replaceAll(
    /([，。、；：？！）》〉】〕”’])((?:<\/w:t><\/w:r><w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>)?)(?=[0-9A-Za-z])/g,
    '$1\u200B$2',
  );
}
