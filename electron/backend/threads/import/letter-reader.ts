import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PreparedDraft } from '#backend/drafts/prepared-draft.ts';
import type { OwnUnit } from '#backend/import/letter/notice-role.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { CancelSignal } from '#shared/contract/index.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { TaskInput, TaskMessage, TaskName, TaskOutput, WorkerMessage } from './messages.ts';
import type { ImportedDraft, LetterSource } from './tasks.ts';

export interface LetterReaderOptions {
  /** For one source, ms. */
  timeLimitMs?: number;
  /** Heap of the worker, MB. */
  memoryMb?: number;
}

/**
 * Reads letters in a thread of its own, so that saving goes on meanwhile, and a source that takes too much time or
 * memory is the only thing that ends. One source after another; the thread starts with the first and stays.
 */
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

/** Beside this module both in the sources and in the bundle, where every module lies in one folder. */
const workerFile = join(import.meta.dirname, `import-worker${extname(import.meta.filename)}`);

/** The task in hand. */
interface Turn {
  message: TaskMessage;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout | undefined;
}

export function createLetterReader({
  timeLimitMs = TIME_LIMIT_MS,
  memoryMb = MEMORY_MB,
}: LetterReaderOptions = {}): LetterReader {
  let worker: Worker | null = null;
  /** Its modules are loaded; until then the time of a task does not count. */
  let isReady = false;
  let current: Turn | null = null;
  let lastTurn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function startWorker(): Worker {
    const thread = new Worker(workerFile, {
      name: 'dafu-import',
      // Options of the process (an inspector, the loader of a test runner) are not for this thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    // A thread that was ended may still have something to say; it concerns nobody.
    const whileInUse =
      <T>(listener: (value: T) => void) =>
      (value: T) => {
        if (worker === thread) listener(value);
      };
    isReady = false;
    thread.on('message', whileInUse(receive));
    thread.on(
      'error',
      whileInUse((error: Error) => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        endThread(isMemory ? refusal('out-of-memory') : error);
      }),
    );
    thread.on(
      'exit',
      whileInUse((code: number) => endThread(new Error(`the import worker ended by itself with ${code}`))),
    );
    return thread;
  }

  function receive(answer: WorkerMessage): void {
    switch (answer.type) {
      case 'ready':
        isReady = true;
        if (current !== null) send(current);
        return;
      case 'done':
        finish()?.resolve(answer.value);
        return;
      case 'refused':
        finish()?.reject(new DafuError(answer.code, answer.details as DafuError['details']));
        return;
      case 'defect':
        finish()?.reject(new Error(`reading failed in the import worker: ${answer.stack}`));
        return;
    }
  }

  function send(turn: Turn): void {
    const { source } = turn.message.input;
    turn.timer = setTimeout(() => endThread(refusal('timeout')), timeLimitMs);
    worker?.postMessage(turn.message, source.kind === 'file' ? [source.bytes.buffer as ArrayBuffer] : []);
  }

  function finish(): Turn | null {
    const turn = current;
    current = null;
    clearTimeout(turn?.timer);
    // An idle thread must not keep the command line from ending.
    worker?.unref();
    return turn;
  }

  function endThread(reason: Error): void {
    const turn = finish();
    const thread = worker;
    worker = null;
    void thread?.terminate();
    turn?.reject(reason);
  }

  function refusal(reason: string): DafuError {
    return new DafuError('IMPORT_UNSUPPORTED', { name: current?.message.input.source.name ?? '', reason });
  }

  function runNow(message: TaskMessage, signal: CancelSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const turn: Turn = { message, resolve, reject, timer: undefined };
      current = turn;
      worker ??= startWorker();
      worker.ref();
      if (isReady) send(turn);
      signal?.addEventListener('abort', () => {
        if (current === turn) endThread(new DafuError('CANCELLED', {}));
      });
    });
  }

  function run<N extends TaskName>(task: N, input: TaskInput<N>, signal?: CancelSignal): Promise<TaskOutput<N>> {
    const turn = lastTurn.then(async () => {
      signal?.throwIfAborted();
      if (closed) throw new DafuError('CANCELLED', {});
      return (await runNow({ task, input }, signal)) as TaskOutput<N>;
    });
    // How a turn ends is told to whoever asked for it; the next one only waits for the end.
    lastTurn = turn.then(nothing, nothing);
    return turn;
  }

  return {
    draft: (documentId, source, signal) => run('draft', { documentId, source }, signal),
    letters: (draft, signal) => run('letters', { source: { kind: 'draft', ...draft } }, signal),
    caseFacts: (source, own) => run('caseFacts', { source, own }),
    async close() {
      closed = true;
      const thread = worker;
      endThread(new DafuError('CANCELLED', {}));
      await thread?.terminate();
    },
  };
}

function nothing(): void {}
