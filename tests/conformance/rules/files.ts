import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runsText } from '#shared/document/plain-text.ts';
import type { Block, ReplyDocument, Section } from '#shared/document/schema.ts';
import { docxComplaints } from '../../support/docx.ts';
import { writePdf, writeWord } from '../exports.ts';
import { distinct, one } from '../measure/places.ts';
import { shippedForms, type Rule, type View } from './rule.ts';

const run = promisify(execFile);

/** What must hold of the files themselves: valid, repeatable, and silent about people. */
const word = ({ exported }: View) => exported.docx.parts;
const all = (view: View): string => Object.values(word(view)).join('\n');
const pdfinfo = async (view: View, ...args: string[]): Promise<string> =>
  (await run('pdfinfo', [...args, view.exported.pdf.pdf], { maxBuffer: 16e6 })).stdout;
const field = (info: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';

const complaints = (version: 'Office2013' | 'Microsoft365'): Rule => ({
  id: `docx.valid-${version.toLowerCase()}`,
  clause: 'ISO/IEC 29500',
  title: `Word 文件经 OOXML 校验（${version}）的错误数`,
  forms: shippedForms.all,
  on: ['docx'],
  wanted: 0,
  tolerance: 0,
  unit: '个',
  measure: async (view) => {
    const found = await docxComplaints(view.exported.docx.bytes, version);
    return one(found.length, found[0] ?? version);
  },
});

const blocksOf = (document: ReplyDocument): Block[] =>
  document.sections.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]);
const runIns = (document: ReplyDocument): number =>
  blocksOf(document).filter(({ type, runs }) => type === 'heading' && runs.some((run) => run.format?.body)).length;

/** Headings without their numbers, and the titles of attachments that have a text, in the order of the letter. */
function outlineOf({ sections, tail }: ReplyDocument): string[] {
  const headings = (section: Section): string[] =>
    [...(section.heading ? [section.heading] : []), ...section.blocks]
      .filter(({ type }) => type === 'heading')
      .map(({ runs }) => runsText(runs.filter((run) => run.format?.body !== true)));
  return [
    ...sections.filter(({ role }) => role !== 'attachment').flatMap(headings),
    ...sections
      .filter(({ role }) => role === 'attachment')
      .flatMap((section) => [
        tail.attachments.find(({ id }) => id === section.attachment?.itemId)?.title ?? '',
        ...headings(section),
      ]),
  ];
}

/** Whether characters and twips of an indent say the same; Word goes by the characters, where there are any. */
function isReadAlike(indent: string): boolean {
  const value = (name: string): number | undefined => {
    const found = new RegExp(` w:${name}="(-?\\d+)"`).exec(indent)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const pitch = 315;
  const hundredths = (name: string): number | undefined => {
    const characters = value(name);
    return characters === undefined ? undefined : (characters / 100) * pitch;
  };
  const hanging = hundredths('hangingChars') ?? value('hanging') ?? 0;
  const first = hundredths('leftChars');
  return first === undefined || Math.abs((value('left') ?? 0) - first - hanging) <= 1;
}

export const fileRules: readonly Rule[] = [
  complaints('Office2013'),
  complaints('Microsoft365'),
  {
    id: 'docx.same-bytes',
    clause: '项目要求',
    title: '同一公文两次导出的 Word 文件逐字节相同（不同的字节数）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: (view) => one(Buffer.compare(view.exported.docx.bytes, writeWord(view.case)), 'docx'),
  },
  {
    id: 'pdf.same-bytes',
    clause: '项目要求',
    title: '同一公文两次导出的 PDF 文件逐字节相同（不同的字节数）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: (view) => one(Buffer.compare(view.exported.pdfBytes, writePdf(view.case)), 'pdf'),
  },
  {
    id: 'docx.no-people',
    clause: '项目要求',
    title: 'Word 文件属性中没有作者、最后保存者、单位、时间、模板',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 'none',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const properties = Object.entries(word(view)).filter(([path]) => path.startsWith('docProps/'));
      const found =
        /<(?:\w+:)?(creator|lastModifiedBy|created|modified|lastPrinted|Company|Manager|Template|TotalTime)>/.exec(
          properties.map(([, xml]) => xml).join(''),
        );
      return one(properties.length === 0 ? 'no properties' : (found?.[1] ?? 'none'), 'docProps');
    },
  },
  {
    id: 'docx.no-traces',
    clause: '项目要求',
    title: 'Word 文件中没有修订、批注、修订会话标识（rsid）、本机路径',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 'none',
    tolerance: 0,
    unit: '',
    measure: (view) =>
      one(
        /<w:(ins|del|moveFrom|commentReference|rsids?)[ >]|w:rsid\w*=|file:\/\/|[A-Z]:\\/.exec(all(view))?.[0] ??
          'none',
        'docx',
      ),
  },
  {
    id: 'docx.no-theme-fonts',
    clause: '项目要求',
    title: 'Word 文件不引用主题字体（WPS 会提示缺失字体）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 'none',
    tolerance: 0,
    unit: '',
    measure: (view) => one(/w:(?:ascii|eastAsia|hAnsi)Theme/.exec(all(view))?.[0] ?? 'none', 'docx'),
  },
  {
    id: 'docx.no-digit-gaps',
    clause: '5.2.3',
    title: 'Word 文件不自动调整中文与数字、西文的间距（autoSpaceDE、autoSpaceDN 为 0）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: '0+0',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const defaults = /<w:pPrDefault>.*?<\/w:pPrDefault>/s.exec(word(view)['word/styles.xml'] ?? '')?.[0] ?? '';
      const value = (name: string): string => new RegExp(`<w:${name} w:val="(\\w+)"`).exec(defaults)?.[1] ?? '1';
      return one(`${value('autoSpaceDE')}+${value('autoSpaceDN')}`, 'word/styles.xml');
    },
  },
  {
    id: 'docx.no-hanging',
    clause: '5.2.3',
    title: 'Word 文件行末标点不悬出为第 29 字（overflowPunct 为 0）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: '0',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const values = [...(word(view)['word/styles.xml'] ?? '').matchAll(/<w:overflowPunct(?: w:val="(\w+)")?\/>/g)];
      return one(distinct(values.map(([, value = '1']) => value)), 'word/styles.xml');
    },
  },
  {
    id: 'docx.line-edges',
    clause: 'GB/T 15834, 5.1',
    title: 'Word 文件自定的避头尾字符含连接号、间隔号、分隔号和前后括号引号（缺少的字符）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: '',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const settings = word(view)['word/settings.xml'] ?? '';
      const list = (name: string): string =>
        new RegExp(`<w:noLineBreaks${name} w:lang="zh-CN" w:val="([^"]*)"`).exec(settings)?.[1] ?? '';
      const lacking = (kept: string, wanted: string): string[] => [...wanted].filter((mark) => !kept.includes(mark));
      return one(
        [
          ...lacking(list('Before'), '，。、；：？！）》〉】〕”’·～—/'),
          ...lacking(list('After'), '（《〈【〔“‘/'),
        ].join(''),
        'word/settings.xml',
      );
    },
  },
  {
    id: 'docx.hanging-indents',
    clause: '7.3.4, 7.4.2',
    title: 'Word 悬挂缩进的字符数与磅值一致（left = leftChars + hangingChars，不一致的段落数）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: (view) => {
      const indents = all(view).match(/<w:ind [^>]*\/>/g) ?? [];
      return one(indents.filter((indent) => !isReadAlike(indent)).length, `${indents.length} w:ind`);
    },
  },
  {
    id: 'docx.run-in',
    clause: '7.3.3',
    title: '接排的标题以样式分隔符与正文分开，导航窗格只列标题（未分开的标题数）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: ({ document }) => runIns(document) > 0,
    measure: (view) =>
      one(
        runIns(view.case.letter.document) -
          [...all(view).matchAll(/<w:vanish\/><w:specVanish\/><\/w:rPr><\/w:pPr>/g)].length,
        'word/document.xml',
      ),
  },
  {
    id: 'pdf.outline',
    clause: '7.3.3, 7.3.6',
    title: 'PDF 书签列出各标题和附件标题，接排的标题不带正文（不同的条数）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: ({ document }) => outlineOf(document).length > 0,
    measure: async (view) => {
      const { stdout } = await run('pdftohtml', ['-xml', '-i', '-stdout', view.exported.pdf.pdf], { maxBuffer: 64e6 });
      const found = [...stdout.matchAll(/<item page="\d+">([^<]*)<\/item>/g)].map(([, text = '']) => text);
      const wanted = outlineOf(view.case.letter.document);
      const odd = wanted.filter((text, index) => !(found[index] ?? '').endsWith(text));
      return one(odd.length + Math.abs(found.length - wanted.length), odd[0] ?? found.join('，').slice(0, 20));
    },
  },
  {
    id: 'pdf.accessible',
    clause: 'ISO 14289-1',
    title: 'PDF 标明符合 PDF/UA-1，窗口显示文件标题，标题有标题标签',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 'UA-1+DisplayDocTitle+Title',
    tolerance: 0,
    unit: '',
    applies: ({ document }) => document.head.title.length > 0,
    measure: async (view) => {
      const { stdout } = await run('pdfinfo', ['-meta', view.exported.pdf.pdf]);
      const source = Buffer.from(view.exported.pdfBytes).toString('latin1');
      const marks = [
        /<pdfuaid:part>1</.test(stdout) && 'UA-1',
        source.includes('DisplayDocTitle true') && 'DisplayDocTitle',
        source.includes('/S /Title') && 'Title',
      ];
      return one(marks.filter((mark) => mark !== false).join('+'), 'pdf');
    },
  },
  {
    id: 'docx.outline',
    clause: '7.3.3',
    title: 'Word 的各层标题带大纲级别（导航窗格可用）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: '0+1+2+3',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const levels = [...(word(view)['word/styles.xml'] ?? '').matchAll(/<w:outlineLvl w:val="(\d)"/g)].map(
        ([, level]) => level,
      );
      return one(distinct(levels.map(Number).toSorted((a, b) => a - b)), 'word/styles.xml');
    },
  },
  {
    id: 'pdf.no-people',
    clause: '项目要求',
    title: 'PDF 文件属性中没有作者、关键词、制作时间（只有公文自己的日期）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 'none',
    tolerance: 0,
    unit: '',
    measure: async (view) => {
      const info = await pdfinfo(view, '-isodates');
      const { date } = view.case.letter.document.tail;
      const own = date === undefined ? '' : `${date}T00:00:00Z`;
      const found = [
        field(info, 'Author'),
        field(info, 'Keywords'),
        ...[field(info, 'CreationDate'), field(info, 'ModDate')].filter((when) => when !== own),
      ].filter((text) => text !== '');
      return one(found[0] ?? 'none', 'pdfinfo');
    },
  },
  {
    id: 'pdf.xmp',
    clause: '项目要求',
    title: 'PDF 的 XMP 元数据中没有人名（dc:creator、dc:contributor）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 'none',
    tolerance: 0,
    unit: '',
    measure: async (view) => {
      const { stdout } = await run('pdfinfo', ['-meta', view.exported.pdf.pdf]);
      return one(/<(dc:creator|dc:contributor|pdf:Author|xmpMM:\w*History)/.exec(stdout)?.[1] ?? 'none', 'XMP');
    },
  },
  {
    id: 'pdf.fonts-embedded',
    clause: '项目要求',
    title: 'PDF 的字体全部嵌入（未嵌入的字体数）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: async (view) => {
      const { stdout } = await run('pdffonts', [view.exported.pdf.pdf]);
      const rows = stdout
        .split('\n')
        .slice(2)
        .filter((row) => row.trim() !== '');
      return one(
        rows.filter((row) => !/\s(?:yes)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.test(row)).length,
        'pdffonts',
      );
    },
  },
  {
    id: 'pdf.tagged',
    clause: '项目要求',
    title: 'PDF 带结构标签（可供读屏）',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 'yes',
    tolerance: 0,
    unit: '',
    measure: async (view) => one(field(await pdfinfo(view), 'Tagged'), 'pdfinfo'),
  },
  {
    id: 'pdf.title',
    clause: '项目要求',
    title: 'PDF 的文件标题即公文标题',
    forms: shippedForms.all,
    on: ['pdf-file'],
    wanted: 'same',
    tolerance: 0,
    unit: '',
    applies: ({ document }) => document.head.title.length > 0,
    measure: async (view) => {
      const wanted = view.case.letter.document.head.title
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '');
      const found = field(await pdfinfo(view), 'Title');
      return one(found === wanted ? 'same' : found, 'pdfinfo');
    },
  },
];
