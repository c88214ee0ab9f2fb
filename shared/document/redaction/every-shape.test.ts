import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { breakRun, paragraph, section, table, textRun } from '../create.ts';
import { REPLY_SCHEMA, type ReplyDocument, type Run } from '../schema.ts';
import { findPersonalData } from './find.ts';
import { defaultPublicationOptions } from './finding.ts';
import { readable } from './fold.ts';
import { isIdChecksumRight } from './identity-number.ts';
import { publicSource, publicVersion } from './public-version.ts';

const caseFacts = { ...emptyCaseFacts(), members: [{ name: '林知远', lead: true, collective: false }] };

const digits = (count: number) => fc.array(fc.nat({ max: 9 }), { minLength: count, maxLength: count });
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest.join('')}`);
const idNumber = fc
  .tuple(
    fc.constantFrom('110105', '530102', '330106'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([place, birthday, order]) => {
    const first = `${place}${birthday.toISOString().slice(0, 10).replaceAll('-', '')}${order.join('')}`;
    const last = [...'0123456789X'].find((character) => isIdChecksumRight(first + character));
    return first + last;
  });

/** Ways of writing the same figures. */
const writings: Record<string, (number: string) => string> = {
  plain: (number) => number,
  fullWidth: (number) => number.replaceAll(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)),
  subscripts: (number) => number.replaceAll(/\d/g, (figure) => String.fromCharCode(0x2080 + Number(figure))),
  mathematical: (number) => number.replaceAll(/\d/g, (figure) => String.fromCodePoint(0x1d7ce + Number(figure))),
  arabicIndic: (number) => number.replaceAll(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure))),
  invisibles: (number) => [...number].join('\u200b'),
  softBreak: (number) => `${number.slice(0, 6)}\n${number.slice(6)}`,
  blanks: (number) => number.replace(/(\w{4})(\w{4})$/, ' $1 $2'),
};
const numbers: Record<string, fc.Arbitrary<string>> = {
  mobile,
  mobileAbroad: mobile.map((number) => `86${number}`),
  mobileWithSign: mobile.map((number) => `+86 ${number}`),
  idNumber,
  disabilityPaper: fc.tuple(idNumber, digits(2)).map(([id, rest]) => `残疾证${id}${rest.join('')}`),
  memberLandline: digits(7).map((rest) => `林知远委员住宅电话0871-6${rest.join('')}`),
};

/** A letter with the text at one place, and that place's text in the public version. */
const places: Record<string, (runs: Run[]) => Partial<ReplyDocument>> = {
  title: (title) => ({ head: { title, salutation: [] } }),
  salutation: (salutation) => ({ head: { title: [], salutation } }),
  paragraph: (runs) => ({ sections: [section('other', [paragraph(runs)])] }),
  heading: (runs) => ({
    sections: [{ ...section('other', []), heading: { ...paragraph(runs), type: 'heading', level: 1 } }],
  }),
  cell: (runs) => ({ sections: [section('other', [table([['事项', textOf(runs)]])])] }),
  attachmentText: (runs) => ({ sections: [section('attachment', [paragraph(runs)])] }),
  attachment: (runs) => tail({ attachments: [{ id: 'a', title: textOf(runs) }] }),
  unit: (runs) => tail({ units: [textOf(runs)] }),
  note: (runs) => tail({ note: textOf(runs) }),
  copyTo: (runs) => tail({ copyTo: [textOf(runs)] }),
  contactName: (runs) => tail({ contacts: [{ name: textOf(runs), phones: [] }] }),
  contactPhone: (runs) => tail({ contacts: [{ name: '周敏', phones: [textOf(runs)] }] }),
  signer: (runs) => ({ head: { title: [], salutation: [], signer: textOf(runs) } }),
};

const emptyTail = { attachments: [], units: [], contacts: [], copyTo: [] };
const tail = (part: Partial<ReplyDocument['tail']>) => ({ tail: { ...emptyTail, ...part } });
const textOf = (runs: readonly Run[]) => runs.map((run) => run.text).join('');

function letterWith(part: Partial<ReplyDocument>): ReplyDocument {
  const head = { title: [], salutation: [] };
  return { schema: REPLY_SCHEMA, id: 'd', head, sections: [], tail: emptyTail, revisions: {}, threads: {}, ...part };
}

/** Line ends are runs of their own, as the editor writes them; the rest falls into runs anywhere. */
function asRuns(text: string, split: number): Run[] {
  return text.split('\n').flatMap((line, index) => {
    const at = [...line].slice(0, split).join('').length;
    const pieces = [textRun(line.slice(0, at)), textRun(line.slice(at), { bold: true })].filter(
      (run) => run.text !== '',
    );
    return index === 0 ? pieces : [breakRun(), ...pieces];
  });
}

const figuresOf = (text: string) => readable(text).text.replaceAll(/[^\dX]/g, '');

describe.each(Object.keys(numbers))('%s, however it is written and wherever it stands', (kind) => {
  it('is not in the public version', () => {
    const cases = fc.record({
      number: numbers[kind]!,
      writing: fc.constantFrom(...Object.keys(writings)),
      place: fc.constantFrom(...Object.keys(places)),
      before: fc.constantFrom('', '请与本人联系，', '经办时登记的是'),
      after: fc.constantFrom('', '。', '，谢谢'),
      split: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ number, writing, place, before, after, split }) => {
        const figures = number.replaceAll(/[^\dX]/g, '');
        const written = number.replace(/[\dX-]+$/, (end) => writings[writing]!(end));
        const runs = asRuns(before + written + after, split);
        const letter = letterWith(places[place]!(runs));
        const options = { ...defaultPublicationOptions, hasSigner: true };
        const source = publicSource(letter, 'accepted', options);
        expect(figuresOf(JSON.stringify({ ...source, schema: '', id: '' }))).toContain(figures);
        const findings = findPersonalData(source, caseFacts, options);
        const decisions = Object.fromEntries(findings.map(({ id }) => [id, 'mask' as const]));
        const { document } = publicVersion(source, caseFacts, { options, decisions });
        const left = figuresOf(JSON.stringify({ ...document, sections: document.sections.map(bare) }));
        expect(left).not.toContain(figures.slice(-8));
      }),
      { numRuns: 400 },
    );
  });
});

/** Without ids, which are figures too. */
function bare(part: ReplyDocument['sections'][number]) {
  const texts = [part.heading, ...part.blocks].flatMap((block) => [
    ...(block?.runs ?? []),
    ...(block?.table?.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(({ runs }) => runs))) ??
      []),
  ]);
  return textOf(texts);
}
