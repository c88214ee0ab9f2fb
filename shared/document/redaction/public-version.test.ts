import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { breakRun, fieldRun, paragraph, section, table, textRun } from '../create.ts';
import { plainText, runsText } from '../plain-text.ts';
import { isReviewOpen, reviewCounts } from '../review-state.ts';
import { REPLY_SCHEMA, replyDocumentSchema, type Block, type ReplyDocument, type Run, type Tail } from '../schema.ts';
import { everyBlock } from '../walk.ts';
import { findPersonalData } from './find.ts';
import { defaultPublicationOptions, type FindingAction, type PublicationOptions } from './finding.ts';
import { publicSource, publicVersion } from './public-version.ts';

const caseFacts = { ...emptyCaseFacts(), members: [{ name: '林知远', lead: true, collective: false }] };

function letterOf(blocks: Block[], tail: Partial<Tail> = {}): ReplyDocument {
  return {
    schema: REPLY_SCHEMA,
    id: 'd',
    head: { title: [], salutation: [] },
    sections: [section('other', blocks)],
    tail: { attachments: [], units: [], contacts: [], copyTo: [], ...tail },
    revisions: {},
    threads: {},
  };
}

function published(
  letter: ReplyDocument,
  options: Partial<PublicationOptions> = {},
  action?: FindingAction,
): ReplyDocument {
  const all = { ...defaultPublicationOptions, ...options };
  const source = publicSource(letter, 'accepted', all);
  const findings = findPersonalData(source, caseFacts, all);
  const decisions = Object.fromEntries(action ? findings.map(({ id }) => [id, action]) : []);
  return publicVersion(source, caseFacts, { options: all, decisions }).document;
}

const textOf = (letter: ReplyDocument) => [...everyBlock(letter)].map((block) => runsText(block.runs));
const afterwards = (text: string, action?: FindingAction) =>
  textOf(published(letterOf([paragraph(text)]), {}, action))[0];

describe('what is taken out', () => {
  it.each([
    ['此复。（联系人：张三；联系电话：13800138000）', '此复。'],
    ['此复。（联系人：张三，联系电话：13800138000、022-83602860）', '此复。（联系人：张三，联系电话：022-83602860）'],
    ['此复。（联系人：张三，联系电话：022-83602860，13800138000）', '此复。（联系人：张三，联系电话：022-83602860）'],
    ['此复。（联系人及电话：叶明 13800138000）', '此复。'],
    ['特此回复。联系人：张三，电话：13800138000。', '特此回复。'],
    ['联系人：张三 联系电话：13800138000', undefined],
    ['联系人：张三，手机：13800138000；办公电话：022-83602860。', '联系人：张三；办公电话：022-83602860。'],
    ['林知远委员（13800138000）多次来电。', '林知远委员多次来电。'],
    ['林知远委员（电话：13800138000，住址：和平里3号）多次来电。', '林知远委员多次来电。'],
    ['您可致电我局（联系人张三，13800138000、13900139000）。', '您可致电我局。'],
    ['申请人李某，身份证号11010519491231002X，家住和平里小区3号楼2单元501室，系我市居民。', '申请人李某，系我市居民。'],
    ['请拨打13800138000联系。', '请拨打××联系。'],
    ['也可发送邮件至 parking@example.com，我们将答复。', '也可发送邮件至 ××，我们将答复。'],
    ['您反映的云A12345占道停放问题', '您反映的××占道停放问题'],
    ['负责人表示感谢，手机13800138000（微信同号）。', '负责人表示感谢。'],
    ['13800138000', undefined],
    ['负责人表示感谢，手机13800138000，转8，手机84。', '负责人表示感谢。'],
    ['此复。（联系人：张三，联系电话：13800138000，分机8012）', '此复。'],
    ['手机13800138000，办公电话：022-83602860。', '办公电话：022-83602860。'],
    ['我局计财处（传真：13800138000；邮编：310009）', '我局计财处（邮编：310009）'],
  ])('%s', (before, after) => expect(afterwards(before)).toBe(after));

  it('is what was decided', () => {
    const text = '请拨打13800138000联系。';
    expect(afterwards(text, 'keep')).toBe(text);
    expect(afterwards(text, 'mask')).toBe('请拨打××联系。');
    expect(afterwards(text, 'remove')).toBe('请拨打联系。');
  });

  it('leaves a contact only while it has a telephone', () => {
    const contacts = [
      { name: '周敏', role: '联系人', phones: ['13833333333', '0999-0000000'] },
      { name: '吴越', role: '承办人', phones: ['13844444444'] },
      { name: '陈立', role: '负责人', phones: [] },
    ];
    const letter = letterOf([paragraph('正文')], { contacts });
    expect(published(letter).tail.contacts).toEqual([{ ...contacts[0], phones: ['0999-0000000'] }, contacts[2]]);
    const mobilesOnly = letterOf([paragraph('正文')], { contacts: contacts.slice(1) });
    expect(published(mobilesOnly).tail.contacts).toEqual([]);
    expect(published(letter, { contacts: 'none' }).tail.contacts).toEqual([]);
    expect(published(letter, {}, 'mask').tail.contacts[1]?.phones).toEqual(['××']);
  });

  it('finds what is said of a contact besides its telephone', () => {
    const details = [
      { label: '手机', text: '13800138000' },
      { label: '传真', text: '0999-0000001' },
      { label: '邮箱', text: 'liu@example.com' },
      { label: '住址', text: '和平里小区3号楼2单元501室' },
    ];
    const letter = letterOf([paragraph('正文')], {
      contacts: [{ name: '柳青', phones: ['0999-0000000（办）'], details }],
    });
    const kept = published(letter).tail.contacts[0];
    expect(kept?.phones).toEqual(['0999-0000000（办）']);
    expect(kept?.details).toEqual([details[1]]);
    expect(published(letter, { officeLandlines: 'remove' }, 'mask').tail.contacts[0]?.details?.[1]).toEqual({
      label: '传真',
      text: '××',
    });
  });

  it('keeps looks, and takes a cut field for text', () => {
    const runs = [
      textRun('电话：'),
      textRun('138', { bold: true }),
      { ...fieldRun('caseNumber'), text: '00138000，请' },
      textRun('垂询', { italic: true }),
    ];
    const [block] = [...everyBlock(published(letterOf([paragraph(runs)]), {}, 'mask'))];
    expect(block?.runs).toEqual([
      textRun('电话：'),
      textRun('××', { bold: true }),
      textRun('，请'),
      textRun('垂询', { italic: true }),
    ]);
  });

  it('replaces each marked stretch once, or takes it out, and leaves no mark', () => {
    const runs = [
      textRun('经查，'),
      textRun('张', { redact: true }),
      textRun('某某', { redact: true, bold: true }),
      breakRun(),
      textRun('属实', { bold: true }),
    ];
    const letter = letterOf([paragraph(runs)]);
    expect(textOf(published(letter))).toEqual(['经查，××\n属实']);
    expect(textOf(published(letter, { marked: 'remove' }))).toEqual(['经查，\n属实']);
    const kept = published(letter, {}, 'keep');
    expect(textOf(kept)).toEqual(['经查，张某某\n属实']);
    expect(JSON.stringify(kept)).not.toContain('redact');
  });

  it('empties a cell without losing it', () => {
    const rows = [
      ['姓名', '手机'],
      ['赵明', '13800138000'],
    ];
    const letter = published(letterOf([table(rows)]), {}, 'remove');
    expect(textOf(letter)).toEqual(['', '姓名', '手机', '赵明', '']);
    expect(replyDocumentSchema.safeParse(letter).success).toBe(true);
  });

  it('goes with the review, the copy number and the reason of a decision', () => {
    const runs: Run[] = [
      { text: '新', ins: 'r1', threads: ['t1'] },
      { text: '旧13800138000', del: ['r1'] },
    ];
    const letter = {
      ...letterOf([paragraph(runs), paragraph('', { prompt: '写什么' })], { copyTo: ['市政府办公室'] }),
      head: {
        title: [],
        salutation: [],
        copyNumber: '000001',
        signer: '甲',
        category: 'B',
        disclosure: { kind: 'on-request' as const, reason: '内部' },
      },
      revisions: { r1: { author: '乙', authorId: 'a', at: 1 } },
      threads: {
        t1: {
          id: 't1',
          anchor: { type: 'text' as const },
          state: 'open' as const,
          kind: 'question' as const,
          severity: 'info' as const,
          quote: '',
          messages: [],
        },
      },
    };
    expect(reviewCounts(letter)).toEqual({ insertions: 1, deletions: 1, formats: 0, others: 0, comments: 1 });
    const all = published(letter);
    expect(isReviewOpen(reviewCounts(all))).toBe(false);
    expect([all.revisions, all.threads, textOf(all)]).toEqual([{}, {}, ['新']]);
    expect(all.head).toEqual({ title: [], salutation: [], category: 'B', disclosure: { kind: 'on-request' } });
    const bare = published(letter, { hasCategory: false, hasSigner: true, hasCopyTo: false });
    expect(bare.head).toMatchObject({ signer: '甲' });
    expect([bare.head.category, bare.tail.copyTo]).toEqual([undefined, []]);
  });

  it('takes the title of the case out of what files are named and titled by', () => {
    const letter = letterOf([paragraph([textRun('关于', {}), textRun('赵某某', { redact: true }), textRun('一案')])]);
    const titleAfter = (title: string) =>
      publicVersion(letter, { ...caseFacts, title }, { options: defaultPublicationOptions, decisions: {} }).caseFacts
        .title;
    expect(titleAfter('关于停车的提案')).toBe('关于停车的提案');
    expect(titleAfter('关于赵某某一案的提案')).toBe('');
    expect(titleAfter('关于13800138000的提案')).toBe('');
  });
});

/** Texts with numbers of all kinds between words, labels and brackets. */
const secrets = [
  '13800138000',
  '138 0013 8000',
  '１３８００１３８０００',
  '11010519491231002X',
  'a@example.com',
  '云A12345',
  '6222021234567890128',
];
const piece = fc.oneof(
  fc.constantFrom(
    '请拨打',
    '联系人：张三',
    '联系电话：',
    '（',
    '）',
    '，',
    '；',
    '。',
    '、',
    '我局',
    '2026年4月17日',
    '津云发函〔2026〕12号',
    '我局电话022-83602860，',
    '12345',
    '12.5%',
    '\n',
  ),
  fc.constantFrom(...secrets),
);
const piecesArbitrary = fc.array(piece, { minLength: 1, maxLength: 14 });

describe('whatever the text', () => {
  it('nothing that was found is left after masking, and nothing else has changed', () => {
    fc.assert(
      fc.property(piecesArbitrary, fc.array(fc.nat({ max: 12 }), { maxLength: 4 }), (pieces, splits) => {
        const text = pieces.join('');
        const edges = [0, ...splits.filter((at) => at < text.length).toSorted((a, b) => a - b), text.length];
        const runs = edges
          .slice(1)
          .map((end, index) => textRun(text.slice(edges[index], end), index % 2 ? { bold: true } : {}));
        const letter = letterOf([paragraph(runs)]);
        const findings = findPersonalData(letter, caseFacts, defaultPublicationOptions);
        const [left = ''] = textOf(published(letter, {}, 'mask'));
        let rest = text;
        for (const { start, end } of findings.toReversed()) rest = `${rest.slice(0, start)}××${rest.slice(end)}`;
        expect(left).toBe(rest);
        for (const finding of findings) expect(left).not.toContain(finding.text);
      }),
      { numRuns: 500 },
    );
  });

  it('removing leaves a part of the text in its order, without what was found, office telephones all there', () => {
    fc.assert(
      fc.property(piecesArbitrary, (pieces) => {
        const text = pieces.join('');
        const letter = letterOf([paragraph(text)]);
        const findings = findPersonalData(letter, caseFacts, defaultPublicationOptions);
        const result = published(letter, {}, 'remove');
        const [left = ''] = textOf(result);
        expect(isSubsequence(left, text)).toBe(true);
        for (const finding of findings) expect(left).not.toContain(finding.text);
        expect(left === text).toBe(findings.length === 0);
        expect(left.match(/022-83602860/g)?.length).toBe(text.match(/022-83602860/g)?.length);
      }),
      { numRuns: 500 },
    );
  });

  it('any letter stays valid, and printed text without findings stays as it is', () => {
    fc.assert(
      fc.property(replyDocumentArbitrary, (letter) => {
        const options = { ...defaultPublicationOptions, hasSigner: true };
        const source = publicSource(letter, 'accepted', options);
        const findings = findPersonalData(source, caseFacts, options);
        const { document } = publicVersion(source, caseFacts, { options, decisions: {} });
        const isValid = (one: ReplyDocument) => replyDocumentSchema.safeParse(one).success;
        expect(isValid(document)).toBe(isValid(source));
        const untouched = findings.length === 0 ? plainText(letter) : plainText(document);
        expect(plainText(document)).toBe(untouched);
      }),
    );
  });
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at += 1;
  return at === part.length;
}
