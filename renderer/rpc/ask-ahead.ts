import { eventNames } from '#shared/contract/events.ts';
import type { Input, NamesOfKind, Output, ProcedureName } from '#shared/contract/index.ts';
import type { Backend } from './backend.ts';
import { isStaleAfter } from './staleness.ts';

type Ask = <P extends NamesOfKind<'query'>>(procedure: P, input: Input<P>) => Promise<Output<P>>;

/**
 * Lets questions be asked before there is a screen to ask them, so that answers and first screen are made side by
 * side. An answer under way serves the first call for it and no other; an event that makes it stale drops it, and so does
 * a lost connection.
 */
export function askAhead(backend: Backend): { backend: Backend; ask: Ask } {
  type Question = readonly [NamesOfKind<'query'>, Input<NamesOfKind<'query'>>];
  const answers = new Map<string, { question: Question; answer: Promise<unknown> }>();
  const keyOf = (procedure: ProcedureName, input: unknown) => JSON.stringify([procedure, input]);
  for (const event of eventNames) {
    backend.on(event, (payload) => {
      for (const [key, { question }] of answers) if (isStaleAfter(question, event, payload)) answers.delete(key);
    });
  }
  backend.onConnectionChange(() => {
    if (backend.connectionState() === 'lost') answers.clear();
  });
  return {
    backend: {
      ...backend,
      call<P extends ProcedureName>(procedure: P, input: Input<P>, ...options: [options?: object]) {
        const key = keyOf(procedure, input);
        const answer = answers.get(key)?.answer as Promise<Output<P>> | undefined;
        answers.delete(key);
        return answer ?? backend.call(procedure, input, ...options);
      },
    },
    ask(procedure, input) {
      const answer = backend.call(procedure, input);
      answers.set(keyOf(procedure, input), { question: [procedure, input], answer });
      // Whoever takes the answer hears of its failure.
      answer.catch(() => undefined);
      return answer;
    },
  };
}
