import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { createPinoLogger } from './log.ts';

function loggedBy(error: unknown): string {
  const lines: string[] = [];
  createPinoLogger({ write: (line) => lines.push(line) }).error('call.failed', { procedure: 'documents.save', error });
  return lines.join();
}

describe('the log', () => {
  const letter = '尊敬的王二委员：您提出的《关于加强老街停车管理的提案》收悉。';

  it('tells what failed and where', () => {
    const line = JSON.parse(loggedBy(new DafuError('CANCELLED', {}))) as Record<string, unknown>;
    expect(line).toMatchObject({ event: 'call.failed', procedure: 'documents.save', error: { code: 'CANCELLED' } });
    expect((line['error'] as { stack: string[] }).stack.join()).toContain('log.test.ts');
  });

  it.each([
    ['a message that quotes the text', () => new Error(`cannot place ${letter}`)],
    ['JSON.parse, which quotes its input', () => caught(() => JSON.parse(letter) as unknown)],
    ['quoted ASCII', () => new Error('unexpected "Chairman Wang lives at 5 Lake Road"')],
    ['a cause', () => new Error('outer', { cause: new Error(letter) })],
    ['details of a typed error', () => new DafuError('DOCUMENT_INVALID', { id: 'd', issues: [`title: ${letter}`] })],
  ])('never holds text of a letter: %s', (_name, make) => {
    const line = loggedBy(make());
    expect(line).not.toMatch(/[\u4e00-\u9fff]/);
    expect(line).not.toContain('Lake Road');
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
