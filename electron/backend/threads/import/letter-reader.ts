import type { PreparedDraft } from '#backend/drafts/prepared-draft.ts';
import type { OwnUnit } from '#backend/import/letter/notice-role.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { CancelSignal } from '#shared/contract/index.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { createTaskThread, entryBeside } from '../task-thread.ts';
import type { ImportedDraft, ImportTasks, LetterSource } from './tasks.ts';

export interface LetterReaderOptions {
  /** For one source, ms. */
  timeLimitMs?: number;
  /** Heap of the thread, MB. */
  memoryMb?: number;
}

/** Reads letters in a thread of its own, one source after another. */
export interface LetterReader {
  /**
   * The bytes of a file are handed over: they are empty here afterwards.
   *
   * @throws DafuError IMPORT_UNSUPPORTED (reason `timeout` and `out-of-memory` besides those of the importers),
   * IMPORT_TOO_LARGE, DOCUMENT_FROM_FUTURE, CANCELLED
   */
  draft(documentId: string, source: LetterSource, signal?: CancelSignal): Promise<PreparedDraft>;
  /** A draft for each letter an imported draft holds; none when it holds one. @throws as `draft` */
  letters(draft: Omit<ImportedDraft, 'kind'>, signal?: CancelSignal): Promise<PreparedDraft[]>;
  caseFacts(source: LetterSource, own: OwnUnit): Promise<CaseFacts>;
  /** Ends the thread; what waits for it fails with CANCELLED. */
  close(): Promise<void>;
}

/**
 * The largest letters the importers accept (5,000,000 characters, 199,999 paragraphs) take some 12 s on a slow PC and
 * less than half of this memory.
 */
const TIME_LIMIT_MS = 20_000;
const MEMORY_MB = 1024;

export function createLetterReader({
  timeLimitMs = TIME_LIMIT_MS,
  memoryMb = MEMORY_MB,
}: LetterReaderOptions = {}): LetterReader {
  const thread = createTaskThread<ImportTasks>({
    name: 'import',
    entry: entryBeside(import.meta, 'import-worker'),
    timeLimitMs,
    memoryMb,
    beyond(limit, input) {
      const { source } = input as { source: LetterSource | ImportedDraft };
      return new DafuError('IMPORT_UNSUPPORTED', { name: source.name, reason: limit });
    },
  });
  return {
    draft: (documentId, source, signal) =>
      thread.run(
        'draft',
        { documentId, source },
        { signal, ...(source.kind === 'file' && { transfer: [source.bytes.buffer as ArrayBuffer] }) },
      ),
    letters: (draft, signal) => thread.run('letters', { source: { kind: 'draft', ...draft } }, { signal }),
    caseFacts: (source, own) => thread.run('caseFacts', { source, own }),
    close: () => thread.close(),
  };
}
