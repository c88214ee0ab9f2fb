import { describe, expect, it } from 'vitest';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { docxComplaints, docxParts } from '../../../../tests/support/docx.ts';
import {
  jointUnits,
  letterWithAttachments,
  optionsOfUnit,
  shortLetter,
} from '../../../../tests/support/feature-letters.ts';
import { fullLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import type { LetterOptions } from '../letter/options.ts';
import { writeDocx } from './index.ts';

const hostile = '<&>"\u0000\uD800甲\u0008';
const manyUnits = Array.from({ length: 120 }, (_, index) => `市属第${index + 1}单位`);
const letters: Record<string, ReplyDocument> = {
  full: fullLetter(),
  joint: shortLetter({ head: { signer: '李建国 王明 欧阳文华' }, tail: { units: jointUnits } }),
  'landscape last': letterWithAttachments('last'),
  'more lines over the issuer than fit': shortLetter({
    head: { copyNumber: '000012', secrecy: '机密★1年', urgency: '特急', category: 'B', signer: '李建国' },
  }),
  'long 抄送': shortLetter({ tail: { copyTo: manyUnits } }),
  hostile: {
    ...letterWithAttachments('none'),
    head: { ...fullLetter().head, issuer: hostile, signer: hostile, copyNumber: hostile, category: hostile },
    tail: {
      ...letterWithAttachments('none').tail,
      units: [hostile, hostile],
      copyTo: [hostile],
      attachments: [
        { id: 'a1', title: hostile },
        { id: 'a2', title: hostile },
      ],
    },
  },
};
const everyWay = shippedFormIds.flatMap((form) => Object.keys(letters).map((name) => [form, name] as const));

const partsOf = (letter: ReplyDocument, options: LetterOptions): Record<string, string> =>
  docxParts(writeDocx(letter, options));
const bodyOf = (letter: ReplyDocument, options: LetterOptions): string =>
  partsOf(letter, options)['word/document.xml'] ?? '';
const stylesOf = (options: LetterOptions): string => partsOf(fullLetter(), options)['word/styles.xml'] ?? '';
const styleOf = (id: string, options: LetterOptions): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(stylesOf(options))?.[0] ?? '';
const textOf = (xml: string): string => xml.replaceAll(/<[^>]+>/g, '');

describe('validity by Microsoft’s validator', () => {
  it.each(everyWay)('%s, %s', { timeout: 60_000 }, async (form, name) => {
    const letter = letters[name] ?? fullLetter();
    const layout = { wordGrid: 'linesAndChars', latinFont: 'Times & "New"', isLevel3Bold: true } as const;
    const unit = { categoryPlace: 'left-block', layout } as const;
    for (const [options, version] of [
      [optionsOfForm(form), 'Office2013'],
      [optionsOfUnit(form, unit), 'Microsoft365'],
    ] as const) {
      const docx = writeDocx(letter, options);
      expect(await docxComplaints(docx, version)).toEqual([]);
      expect(Buffer.compare(docx, writeDocx(letter, options))).toBe(0);
    }
  });
});

describe('the unit’s layout in Word', () => {
  it('names the unit’s typefaces, and what stands in for them', () => {
    const options = optionsOfUnit('letter', {
      layout: {
        fonts: {
          title: ['华文中宋'],
          body: ['仿宋', '华文仿宋'],
          heading1: [],
          heading2: ['楷体'],
          pageNumber: ['Arial'],
        },
        latinFont: 'Times New Roman',
      },
    });
    const faces = (id: string): string[] =>
      [.../w:(?:ascii|eastAsia|hAnsi)="([^"]*)"/g[Symbol.matchAll](styleOf(id, options))].map(([, name]) => name ?? '');
    expect(faces('DafuTitle')).toEqual(['Times New Roman', '华文中宋', 'Times New Roman']);
    expect(faces('Heading1')).toEqual(['Times New Roman', '黑体', 'Times New Roman']);
    expect(faces('Heading2')).toEqual(['Times New Roman', '楷体', 'Times New Roman']);
    expect(faces('DafuPageNumber')).toEqual(['Arial', 'Arial', 'Arial']);
    const table = partsOf(fullLetter(), options)['word/fontTable.xml'] ?? '';
    const stand = Object.fromEntries(
      [...table.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"/g)].map(([, name, other]) => [
        name,
        other,
      ]),
    );
    expect(stand).toEqual({
      华文中宋: '宋体',
      仿宋: '华文仿宋',
      黑体: 'SimHei',
      楷体: 'KaiTi',
      Arial: '宋体',
    });
  });

  it('leaves quotes, dashes and ellipses to the Chinese typeface', () => {
    const xml = bodyOf(fullLetter(), optionsOfUnit('plain', { layout: { latinFont: 'Times New Roman' } }));
    const [run] = /<w:r>(?:(?!<\/w:r>).)*省略号……/.exec(xml) ?? [''];
    expect(run).toContain('<w:rFonts w:hint="eastAsia"/>');
  });

  it('sets level 3 bold by its style, but not the text that runs in', () => {
    const options = optionsOfUnit('plain', { layout: { isLevel3Bold: true } });
    expect(styleOf('Heading3', options)).toContain('<w:b/>');
    expect(styleOf('Heading3', optionsOfForm('plain'))).not.toContain('<w:b/>');
    const letter = fullLetter();
    const runIn = letter.sections[1]?.blocks[0];
    if (runIn) runIn.level = 3;
    expect(bodyOf(letter, options)).toMatch(
      /<w:pStyle w:val="Heading3"\/>(?:(?!<\/w:p>).)*<w:specVanish\/>(?:(?!<\/w:p>).)*<\/w:p><w:p><w:pPr><w:pStyle w:val="DafuBody"\/>/,
    );
    expect(styleOf('DafuBody', options)).not.toContain('<w:b/>');
  });

  it('says in every section how the page is ruled', () => {
    const gridsOf = (options: LetterOptions): string[] =>
      [...bodyOf(letterWithAttachments('first'), options).matchAll(/<w:docGrid[^>]*\/>/g)].map(([grid]) => grid);
    expect(new Set(gridsOf(optionsOfForm('letter')))).toEqual(
      new Set(['<w:docGrid w:type="lines" w:linePitch="579"/>']),
    );
    const chars = optionsOfUnit('letter', { layout: { wordGrid: 'linesAndChars' } });
    expect(gridsOf(chars)).toHaveLength(3);
    expect(new Set(gridsOf(chars))).toEqual(
      new Set(['<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-1000"/>']),
    );
    // The grid narrows the text, so the runs must not do it too.
    expect(stylesOf(chars)).not.toContain('<w:spacing w:val="-5"/>');
    expect(stylesOf(optionsOfForm('letter'))).toContain('<w:spacing w:val="-5"/>');
  });

  it('has the pitch of the unit in whole twips', () => {
    const options = optionsOfUnit('plain', { layout: { linePitch: { kind: 'fixed', points: 28 } } });
    expect(styleOf('Normal', options)).toContain('w:line="560" w:lineRule="exact"');
    expect(bodyOf(fullLetter(), options)).toContain('<w:docGrid w:type="lines" w:linePitch="560"/>');
  });

  it.each([
    ['dashes', '— 1 —'],
    ['plain', '1'],
    ['words', '第1页'],
  ] as const)('numbers pages in the style %s', (pageNumberStyle, text) => {
    const parts = partsOf(fullLetter(), optionsOfUnit('plain', { layout: { pageNumberStyle } }));
    expect(textOf(parts['word/footer1.xml']?.replace(/<w:instrText.*?<\/w:instrText>/, '') ?? '').trim()).toBe(text);
  });
});

describe('forms in Word', () => {
  it.each(['preprinted-letter', 'preprinted-red-head'] as const)('prints no red on %s paper', (form) => {
    const parts = partsOf(shortLetter(), optionsOfForm(form));
    const { 'word/document.xml': body = '', 'word/footer1.xml': footer = '', 'word/footer3.xml': first = '' } = parts;
    expect(textOf(body)).not.toContain('云州市民政局云州民函');
    expect(body + footer + first).not.toContain('FF0000');
    expect(body).not.toContain('w:drawing');
  });

  it('moves everything on pre-printed paper by the unit’s offset', () => {
    const sizes = (x: number, y: number): number[] => {
      const xml = bodyOf(fullLetter(), optionsOfUnit('preprinted-letter', { layout: { preprintedOffset: { x, y } } }));
      const margin = /<w:pgMar ([^>]*)\/>/.exec(xml)?.[1] ?? '';
      return ['top', 'left', 'right', 'bottom', 'footer'].map((edge) =>
        Number(new RegExp(`w:${edge}="(\\d+)"`).exec(margin)?.[1]),
      );
    };
    const [still, moved] = [sizes(0, 0), sizes(2, -3)];
    expect(moved.map((value, index) => value - (still[index] ?? 0))).toEqual([-170, 113, -113, 170, 170]);
    // Paper that is printed with everything else is not moved.
    const own = optionsOfUnit('letter', { layout: { preprintedOffset: { x: 2, y: -3 } } });
    expect(bodyOf(fullLetter(), own)).toContain('w:top="2098"');
  });

  it('gives the title of an attachment’s text a place in the outline, and the colophon to the last page only', () => {
    const xml = bodyOf(letterWithAttachments('none'), optionsOfForm('red-head'));
    expect(styleOf('DafuAttachmentTitle', optionsOfForm('plain'))).toContain('<w:outlineLvl w:val="0"/>');
    const order = ['专此答复。', '（此件公开发布）', '附件1', '附件2', '抄送：'].map((text) =>
      xml.lastIndexOf(`>${text}`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(xml.match(/抄送：/g)).toHaveLength(1);
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(1);
  });

  it('gives landscape texts a section of their own, with page numbers that run on', () => {
    const xml = bodyOf(letterWithAttachments('first'), optionsOfForm('red-head'));
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, true, false]);
    expect(sections.map((section) => section.includes('<w:pgNumType w:start="1"/>'))).toEqual([true, false, false]);
    expect(sections[1]).toContain('w:w="16838" w:h="11906"');
    // Its head is the left edge of the upright page.
    expect(sections[1]).toMatch(/w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
  });

  it('leaves a 抄送 longer than the foot of a page in the text', () => {
    expect(bodyOf(shortLetter(), optionsOfForm('letter'))).toContain('<w:tblpPr ');
    expect(bodyOf(shortLetter({ tail: { copyTo: manyUnits } }), optionsOfForm('letter'))).not.toContain('<w:tblpPr ');
  });
});
