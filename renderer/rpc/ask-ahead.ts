import type { Input, NamesOfKind, Output, ProcedureName } from '#shared/contract/index.ts';
import type { Backend } from './backend.ts';

type Ask = <P extends NamesOfKind<'query'>>(procedure: P, input: Input<P>) => Promise<Output<P>>;

/**
 * Lets questions be asked before there is a screen to ask them, so that answers and first screen are made side by
 * side. An answer under way serves the first call for it and no other; an event or a lost connection, after which it
 * may be old, drops it.
 */
export function askAhead(backend: Backend): { backend: Backend; ask: Ask } {
  const answers = new Map<string, Promise<unknown>>();
  const keyOf = (procedure: ProcedureName, input: unknown) => JSON.stringify([procedure, input]);
  const drop = () => answers.clear();
  for (const event of ['documents.changed', 'settings.changed', 'app.statusChanged'] as const) backend.on(event, drop);
  backend.onConnectionChange(() => {
    if (backend.connectionState() === 'lost') drop();
  });
  return {
    backend: {
      ...backend,
      call<P extends ProcedureName>(procedure: P, input: Input<P>, ...options: [options?: object]) {
        const key = keyOf(procedure, input);
        const answer = answers.get(key) as Promise<Output<P>> | undefined;
        answers.delete(key);
        return answer ?? backend.call(procedure, input, ...options);
      },
    },
    ask(procedure, input) {
      const answer = backend.call(procedure, input);
      answers.set(keyOf(procedure, input), answer);
      // Whoever takes the answer hears of its failure.
      answer.catch(() => undefined);
      return answer;
    },
  };
}
