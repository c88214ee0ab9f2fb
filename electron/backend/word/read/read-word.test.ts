import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { handmadeDocx, handmadeEntries } from '../../../../tests/support/docx.ts';
import type { WordDocument } from './document.ts';
import type { WordBlock, WordParagraph } from './model.ts';
import { readWord } from './read-word.ts';
import { storedText, walk, type WordNode } from './walk.ts';

const by = (author: string, id: number): string =>
  `w:id="${id}" w:author="${author}" w:date="2026-04-0${id}T09:30:00Z"`;
const r = (text: string, props = ''): string => `<w:r><w:rPr>${props}</w:rPr><w:t>${text}</w:t></w:r>`;
const p = (content: string, props = ''): string => `<w:p><w:pPr>${props}</w:pPr>${content}</w:p>`;
const read = (body: string, parts: Record<string, string> = {}): WordDocument =>
  readWord(handmadeDocx(body, parts), '审稿.docx');

function paragraphOf(blocks: readonly WordBlock[], index = 0): WordParagraph {
  const paragraph = blocks.filter((block) => block.kind === 'paragraph')[index];
  if (!paragraph) throw new Error(`no paragraph ${index}`);
  return paragraph;
}
function find<Kind extends WordNode['kind']>(
  nodes: readonly WordNode[],
  kind: Kind,
): Extract<WordNode, { kind: Kind }>[] {
  const found: WordNode[] = [];
  walk(nodes, (node) => {
    if (node.kind === kind) found.push(node);
  });
  return found as Extract<WordNode, { kind: Kind }>[];
}

describe('a draft two supervisors worked over', () => {
  it('keeps both wordings, who changed what, and when', () => {
    const body = p(
      r('我局') +
        `<w:ins ${by('王处长', 1)}>${r('已于')}<w:del ${by('李局长', 2)}><w:r><w:delText>五月</w:delText></w:r></w:del></w:ins>` +
        `<w:del ${by('王处长', 3)}><w:r><w:delText>将</w:delText></w:r></w:del>` +
        r('完成', `<w:b/><w:rPrChange ${by('李局长', 4)}><w:rPr><w:i/></w:rPr></w:rPrChange>`),
      `<w:jc w:val="both"/><w:rPr><w:ins ${by('王处长', 5)}/></w:rPr>` +
        `<w:pPrChange ${by('李局长', 6)}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>`,
    );
    const { content, properties } = paragraphOf(read(body).body());
    expect(storedText(content)).toBe('我局已于五月将完成');
    expect(
      find(content, 'revised').map(({ change, revision, content: inner }) => [
        change,
        revision.author,
        revision.date,
        storedText(inner),
      ]),
    ).toEqual([
      ['insertion', '王处长', '2026-04-01T09:30:00Z', '已于五月'],
      ['deletion', '李局长', '2026-04-02T09:30:00Z', '五月'],
      ['deletion', '王处长', '2026-04-03T09:30:00Z', '将'],
    ]);
    expect(find(content, 'run').at(-1)?.properties).toMatchObject({
      bold: true,
      change: { revision: { author: '李局长', date: '2026-04-04T09:30:00Z' }, before: { italic: true } },
    });
    expect(properties).toMatchObject({
      align: 'both',
      mark: { insertion: { author: '王处长', id: '5' } },
      change: { revision: { author: '李局长' }, before: { align: 'center' } },
    });
  });

  it('keeps a move with both its places under one name', () => {
    const body =
      p(
        `<w:moveFromRangeStart ${by('王处长', 1)} w:name="move1"/><w:moveFrom ${by('王处长', 2)}>${r('感谢支持。')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`,
        `<w:rPr><w:moveFrom ${by('王处长', 3)}/></w:rPr>`,
      ) +
      p(
        `<w:moveToRangeStart ${by('王处长', 4)} w:name="move1"/><w:moveTo ${by('王处长', 5)}>${r('感谢支持。')}</w:moveTo><w:moveToRangeEnd w:id="4"/>`,
      );
    const blocks = read(body).body();
    expect(find(blocks, 'range').map(({ of, edge, name, id }) => [of, edge, name, id])).toEqual([
      ['moved-from', 'start', 'move1', '1'],
      ['moved-from', 'end', undefined, '1'],
      ['moved-to', 'start', 'move1', '4'],
      ['moved-to', 'end', undefined, '4'],
    ]);
    expect(find(blocks, 'revised').map(({ change }) => change)).toEqual(['moved-from', 'moved-to']);
    expect(paragraphOf(blocks).properties.mark?.['moved-from']?.author).toBe('王处长');
  });

  it('keeps rows and cells that came, went or were merged, and what the table was', () => {
    const cell = (props: string): string => `<w:tc><w:tcPr>${props}</w:tcPr>${p(r('格'))}</w:tc>`;
    const body =
      `<w:tbl><w:tblPr><w:tblStyle w:val="网格"/><w:tblPrChange ${by('李局长', 1)}><w:tblPr/></w:tblPrChange></w:tblPr>` +
      '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4800"/></w:tblGrid>' +
      `<w:tr><w:trPr><w:ins ${by('王处长', 2)}/></w:trPr>${cell(`<w:cellIns ${by('王处长', 3)}/>`)}</w:tr>` +
      `<w:tr><w:trPr><w:del ${by('李局长', 4)}/></w:trPr>${cell(`<w:cellMerge ${by('李局长', 5)} w:vMerge="cont" w:vMergeOrig="rest"/>`)}` +
      `${cell(`<w:gridSpan w:val="2"/><w:vMerge/><w:tcPrChange ${by('李局长', 6)}><w:tcPr/></w:tcPrChange>`)}</w:tr></w:tbl>`;
    const blocks = read(body).body();
    const [table] = find(blocks, 'table');
    expect(table).toMatchObject({
      grid: [4000, 4800],
      properties: { style: '网格', change: { revision: { author: '李局长' } } },
    });
    const [added, removed] = find(blocks, 'row');
    expect(added?.properties.insertion?.author).toBe('王处长');
    expect(removed?.properties.deletion?.date).toBe('2026-04-04T09:30:00Z');
    expect(find(blocks, 'cell').map(({ properties }) => properties)).toMatchObject([
      { inserted: { id: '3' } },
      { merged: { revision: { author: '李局长' }, after: 'cont', before: 'rest' } },
      { span: 2, merge: 'continued', change: { revision: { id: '6' } } },
    ]);
  });
});

describe('comments', () => {
  const commentXml = (id: number, author: string, paraId: string, text: string): string =>
    `<w:comment w:id="${id}" w:author="${author}" w:initials="W" w:date="2026-04-0${id}T09:30:00Z">` +
    `<w:p w14:paraId="${paraId}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${r(text)}</w:p></w:comment>`;
  const range = (ids: number[], text: string): string =>
    ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
    r(text) +
    ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');
  const body = p(r('我局高度重视，') + range([1, 2], '数据') + r('翔实。')) + p(range([3], '年底前完成'));
  const comments =
    commentXml(1, '王处长', '0A', '请核实') +
    commentXml(2, '陈科长', '0B', '已核实') +
    commentXml(3, '李局长', '0C', '改为“力争”');

  function withParts(more: Record<string, string>): WordDocument {
    const entries = handmadeEntries(body, {
      comments,
      ...Object.fromEntries(Object.keys(more).map((kind) => [kind, ''])),
    });
    for (const [kind, xml] of Object.entries(more)) entries[`word/${kind}.xml`] = strToU8(xml);
    return readWord(zipSync(entries), '审稿.docx');
  }

  it('are threads with their place in the text, replies and what is resolved', () => {
    const w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
    const word = withParts({
      commentsExtended:
        `<w15:commentsEx ${w15}><w15:commentEx w15:paraId="0A" w15:done="1"/>` +
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/><w15:commentEx w15:paraId="0C" w15:done="0"/></w15:commentsEx>',
      commentsIds:
        '<i:commentsIds xmlns:i="http://schemas.microsoft.com/office/word/2016/wordml/cid"><i:commentId i:paraId="0A" i:durableId="7F"/></i:commentsIds>',
      commentsExtensible:
        '<x:list xmlns:x="http://schemas.microsoft.com/office/word/2018/wordml/cex"><x:commentExtensible x:durableId="7F" x:dateUtc="2026-04-01T01:30:00Z"/></x:list>',
    });
    const [first, second] = word.threads();
    expect(word.threads()).toHaveLength(2);
    expect(first).toMatchObject({
      comment: {
        author: '王处长',
        initials: 'W',
        date: '2026-04-01T09:30:00Z',
        dateUtc: '2026-04-01T01:30:00Z',
        durableId: '7F',
      },
      replies: [{ author: '陈科长', date: '2026-04-02T09:30:00Z' }],
      isResolved: true,
      isInferred: false,
      anchor: {
        start: { position: { part: 'word/document.xml', index: 0 }, offset: 7 },
        end: { position: { part: 'word/document.xml', index: 0 }, offset: 9 },
      },
    });
    expect(storedText(first?.replies[0]?.blocks ?? [])).toBe('已核实');
    expect(second).toMatchObject({
      comment: { author: '李局长' },
      isResolved: false,
      anchor: { start: { position: { index: 1 }, offset: 0 } },
    });
  });

  it('on the very same words are taken for replies where the program stored no threads', () => {
    expect(
      read(body, { comments })
        .threads()
        .map(({ comment, replies, isInferred }) => [comment.id, replies.map(({ id }) => id), isInferred]),
    ).toEqual([
      ['1', ['2'], true],
      ['3', [], false],
    ]);
  });

  it('are answered whatever order the program stored them in', () => {
    const word = withParts({
      commentsExtended:
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A" w15:paraIdParent="0C"/>' +
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>',
    });
    expect(word.threads().map(({ comment, replies }) => [comment.id, replies.map(({ id }) => id)])).toEqual([
      ['3', ['1', '2']],
    ]);
  });

  it('nothing in the text refers to are kept without a place', () => {
    expect(
      read(p(r('正文')), { comments })
        .threads()
        .map(({ anchor }) => anchor),
    ).toEqual([null, null, null]);
  });
});

describe('what stands around and beside the text', () => {
  it('keeps codes and results of fields, controls, links, bookmarks and formulas in order', () => {
    const body = p(
      '<w:bookmarkStart w:id="0" w:name="_gwp1"/>' +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        `<w:fldSimple w:instr="PAGE">${r('3')}</w:fldSimple><w:bookmarkEnd w:id="0"/>` +
        `<w:sdt><w:sdtPr><w:alias w:val="文号"/><w:tag w:val="number"/></w:sdtPr><w:sdtContent>${r('〔2026〕1号')}</w:sdtContent></w:sdt>` +
        `<w:hyperlink w:anchor="_gwp1">${r('见上')}</w:hyperlink><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`,
    );
    const { content } = paragraphOf(read(body).body());
    expect(storedText(content)).toBe('EQ \\o\\ac(○,1)3〔2026〕1号见上x+1');
    expect(content.map(({ kind }) => kind)).toEqual([
      'range',
      'run',
      'run',
      'run',
      'simple-field',
      'range',
      'control',
      'hyperlink',
      'formula',
    ]);
    expect(find(content, 'control')[0]).toMatchObject({ title: '文号', tag: 'number', showsPrompt: false });
    expect(find(content, 'range')[0]).toMatchObject({ of: 'bookmark', name: '_gwp1' });
  });

  it('keeps a text box in both its versions, and tells the second one', () => {
    const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
    const body = p(
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="文本框 1" descr="印章"/>' +
        `<wps:txbx>${box('新')}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('旧')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    const blocks = read(body).body();
    expect(storedText(blocks)).toBe('新旧');
    expect(find(blocks, 'drawing')[0]).toMatchObject({ name: '文本框 1', description: '印章' });
    expect(find(blocks, 'paragraph').map(({ position }) => position.index)).toEqual([0, 1, 2]);
  });

  it('reads headers, notes, settings and properties when asked', () => {
    const entries = handmadeEntries(p(r('正文')), {
      header: p(r('内部资料')),
      footnotes: `<w:footnote w:id="1">${p(r('截至五月'))}</w:footnote>`,
      settings: '<w:trackRevisions/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>',
    });
    entries['_rels/.rels'] = strToU8(
      '<Relationships xmlns="x"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>' +
        '<Relationship Id="b" Type="x/core-properties" Target="core.xml"/><Relationship Id="c" Type="x/custom-properties" Target="custom.xml"/></Relationships>',
    );
    entries['core.xml'] = strToU8(
      '<c:p xmlns:c="urn:c" xmlns:d="urn:d"><d:creator>陈科长</d:creator><c:lastModifiedBy>王处长</c:lastModifiedBy></c:p>',
    );
    entries['custom.xml'] = strToU8(
      '<P xmlns="urn:p" xmlns:v="urn:v"><property name="letter"><v:lpwstr>0197</v:lpwstr></property></P>',
    );
    const word = readWord(zipSync(entries), '审稿.docx');
    expect(word.margins().map(({ kind, part, blocks }) => [kind, part, storedText(blocks)])).toEqual([
      ['header', 'word/header.xml', '内部资料'],
    ]);
    expect(word.notes('footnote').map(({ id, type, blocks }) => [id, type, storedText(blocks)])).toEqual([
      ['1', 'normal', '截至五月'],
    ]);
    expect(word.settings()).toMatchObject({
      tracksRevisions: true,
      protection: { edit: 'trackedChanges', isEnforced: true },
    });
    expect([...word.properties().core]).toEqual([
      ['creator', '陈科长'],
      ['lastModifiedBy', '王处长'],
    ]);
    expect([...word.properties().custom]).toEqual([['letter', '0197']]);
  });
});
