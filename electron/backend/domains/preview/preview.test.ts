import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder } from '#backend/testing/backend.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { paragraph, section, textRun } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { edited, letterOf } from '../../../../tests/bench/letters.ts';
import { fullLetter, gridLetter, optionsOfForm } from '../../../../tests/support/letters.ts';

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
type Rendering = Output<'preview.render'>;
const nothing = { known: { epoch: '', count: 0 }, knownPages: [] };

function open() {
  const { client } = startBackend({ paths: { data: join(temporaryFolder(), 'data'), resources } });
  const render = (document: ReplyDocument, more: Partial<Input<'preview.render'>> = {}): Promise<Rendering> =>
    client.call('preview.render', {
      body: stringifyReplyDocument(document),
      caseFacts: emptyCaseFacts(),
      unit: optionsOfForm('letter').unit,
      ...nothing,
      ...more,
    });
  return { client, render };
}
const knownOf = ({ outlines, pages }: Rendering) => ({
  known: { epoch: outlines.epoch, count: outlines.from + outlines.paths.length },
  knownPages: pages.map(({ hash }) => hash),
});
const pagesWithPicture = ({ pages }: Rendering) => pages.flatMap(({ picture }, index) => (picture ? [index + 1] : []));
const glyphsOf = ({ pages }: Rendering) =>
  pages.flatMap(({ picture }) => picture?.runs.flatMap((run) => run.glyphs) ?? []);

describe('the preview', () => {
  it('draws every page once, and after an edit only the pages that changed', async () => {
    const { render } = open();
    const letter = letterOf(5600);
    const first = await render(letter);
    expect(first.pages.length).toBeGreaterThan(9);
    expect(pagesWithPicture(first)).toHaveLength(first.pages.length);
    const again = await render(letter, knownOf(first));
    expect(pagesWithPicture(again)).toEqual([]);
    expect(again.outlines.paths).toEqual([]);
    // The sentence that is changed stands at the end of the letter.
    const after = await render(edited(letter, 1), knownOf(first));
    const changed = pagesWithPicture(after);
    expect(changed.length).toBeGreaterThan(0);
    expect(Math.min(...changed)).toBeGreaterThanOrEqual(after.pages.length - 1);
  });

  it('sends each outline once and names none it did not send', async () => {
    const { render } = open();
    const first = await render(gridLetter(10));
    expect(first.outlines.from).toBe(0);
    expect(Math.max(...glyphsOf(first))).toBeLessThan(first.outlines.paths.length);
    const more = await render(
      { ...gridLetter(10), sections: [section('other', [paragraph('鑫鑫淼焱')])] },
      knownOf(first),
    );
    expect(more.outlines.paths).toHaveLength(3);
    expect(more.outlines.from).toBe(first.outlines.paths.length);
  });

  it('draws only the wanted pages, the others when asked for', async () => {
    const { client, render } = open();
    const first = await render(letterOf(5600), { wanted: { first: 2, last: 3 } });
    expect(pagesWithPicture(first)).toEqual([2, 3]);
    const hash = first.pages[7]?.hash ?? '';
    const { pictures } = await client.call('preview.pictures', {
      known: knownOf(first).known,
      hashes: [hash, 'unknown'],
    });
    expect(pictures.map((picture) => picture.hash)).toEqual([hash]);
    expect(pictures[0]?.picture.runs.length).toBeGreaterThan(0);
  });

  it('keeps what is drawn to outlines and colours, whatever the text says', async () => {
    const { render } = open();
    const hostile = `<script>alert(1)</script><image href="http://example.invalid/x"/>"'&#x41; </g></svg> #eval(1) url(#a)`;
    const { pages, outlines } = await render({
      ...gridLetter(2),
      sections: [section('other', [paragraph(hostile)])],
    });
    for (const path of [
      ...outlines.paths,
      ...pages.flatMap(({ picture }) => picture?.shapes.map((shape) => shape.path) ?? []),
    ]) {
      expect(path).toMatch(/^[MmLlHhVvQqCcZz\d\s.,eE-]*$/);
    }
    expect(pages).toHaveLength(1);
  });

  it('can draw everything the shipped forms draw', async () => {
    const { render } = open();
    for (const form of shippedFormIds) {
      const { pages } = await render(fullLetter(), { form });
      expect(pagesWithPicture({ pages } as Rendering), form).toHaveLength(pages.length);
    }
  });

  it('takes a stored letter by its id, and the form of the unit', async () => {
    const { client } = open();
    const { documentId } = await client.call('documents.create', {
      templateId: 'shipped-short',
      caseFacts: emptyCaseFacts(),
    });
    const { pages } = await client.call('preview.render', { documentId, ...nothing });
    expect(pages.length).toBeGreaterThan(0);
    await expect(client.call('preview.render', { documentId: 'none', ...nothing })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(client.call('preview.render', nothing)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('marks where blocks and parts begin', async () => {
    const { render } = open();
    const letter = fullLetter();
    const { marks } = await render(letter);
    for (const part of ['head', 'title', 'salutation', 'attachments', 'signature', 'colophon']) {
      expect(marks.map((mark) => mark.part)).toContain(part);
    }
  });
});

describe('facts of the pages', () => {
  it('count pages and the lines of the last one', async () => {
    const { render } = open();
    for (const [lines, pages, last] of [
      [22, 1, 22],
      [23, 2, 1],
      [36, 2, 14],
    ] as const) {
      const { facts } = await render(gridLetter(lines), { form: 'plain' });
      expect(facts).toMatchObject({ pages, lastPageLines: last, linesPerPage: 22 });
    }
  });

  it('warn of a title of more than three lines and of a font that is missing', async () => {
    const { render } = open();
    const titled = (title: string): ReplyDocument => ({
      ...fullLetter(),
      head: { ...fullLetter().head, title: [textRun(title)] },
    });
    const long = await render(titled('关于市政协六届五次会议第零一六八号提案的答复'.repeat(4)));
    expect(long.facts.warnings).toContainEqual(expect.objectContaining({ kind: 'title-lines', page: 1 }));
    const short = await render(titled('关于提案的答复'));
    expect(short.facts.warnings.map(({ kind }) => kind)).not.toContain('title-lines');
    expect(short.facts.warnings.map(({ kind }) => kind)).toContain('font');
  });

  it('warn of a last page that is left over, and name the line pitch that saves it', async () => {
    const { render } = open();
    const letterOfLines = (count: number): ReplyDocument => ({
      ...fullLetter(),
      sections: [
        section(
          'other',
          Array.from({ length: count }, () => paragraph('国'.repeat(20))),
        ),
      ],
      tail: { ...fullLetter().tail, attachments: [], copyTo: [] },
    });
    const found = [];
    for (let lines = 8; lines < 24; lines += 1) {
      const { facts } = await render(letterOfLines(lines), { form: 'plain', tryTighter: true });
      found.push(...facts.warnings.flatMap((warning) => (warning.kind === 'left-over' ? [{ lines, warning }] : [])));
    }
    const saved = found.find(({ warning }) => warning.tighterPitch !== null);
    expect(saved?.warning).toMatchObject({ page: 2 });
    expect(saved?.warning.lines).toBeLessThanOrEqual(3);
    const quick = await render(letterOfLines(saved?.lines ?? 0), { form: 'plain' });
    expect(quick.facts.warnings.map(({ kind }) => kind)).not.toContain('left-over');
  });
});
