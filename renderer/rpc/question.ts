import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import type { WireError } from '#shared/contract/errors.ts';
import { contract, type Input, type NamesOfKind, type Output } from '#shared/contract/index.ts';
import { CallError } from '#shared/rpc/wire-error.ts';
import type { Backend } from './backend.ts';
import { toWireError } from './wire-error.ts';

/** A query of the contract as the cache asks it. */
export function question<P extends NamesOfKind<'query'>>(backend: Backend, procedure: P, input: Input<P>) {
  const isKept = contract[procedure].stale.outside !== true;
  return {
    queryKey: [procedure, input],
    queryFn: (): Promise<Output<P>> =>
      backend.call(procedure, input).catch((reason: unknown) => {
        throw new CallError(toWireError(reason));
      }),
    staleTime: isKept ? Infinity : 0,
    ...(isKept ? {} : { gcTime: 0 }),
    retry: (count: number, error: WireError) => error.code === 'BACKEND_LOST' && count < 3,
  };
}

/** An answer of the cache, for what is no component; it follows the events like every other. */
export interface KeptAnswer<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
  /** What a command answered that it stored, or what was just read. */
  set(value: T): void;
  dispose(): void;
}

export function keepAnswer<P extends NamesOfKind<'query'>>(
  { queries, backend }: { queries: QueryClient; backend: Backend },
  [procedure, input]: readonly [P, Input<P>],
  first: Output<P>,
): KeptAnswer<Output<P>> {
  const options = question(backend, procedure, input);
  const listeners = new Set<() => void>();
  let told = queries.setQueryData<Output<P>>(options.queryKey, first as never) ?? first;
  const get = (): Output<P> => queries.getQueryData<Output<P>>(options.queryKey) ?? told;
  const tell = () => {
    const now = get();
    if (now === told) return;
    told = now;
    listeners.forEach((listener) => listener());
  };
  const observer = new QueryObserver<Output<P>, WireError>(queries, options);
  const stop = observer.subscribe(tell);
  return {
    get,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value) {
      queries.setQueryData<Output<P>>(options.queryKey, value as never);
      tell();
    },
    dispose() {
      stop();
      listeners.clear();
    },
  };
}
