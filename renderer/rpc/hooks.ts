import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { isRetryable, type WireError } from '#shared/contract/errors.ts';
import type { Input, NamesOfKind, Output } from '#shared/contract/index.ts';
import { strictAssert } from '#shared/lib/assert.ts';
import { newId } from '#shared/lib/ids.ts';
import { CallError } from '#shared/rpc/wire-error.ts';
import type { Backend, ConnectionState } from './backend.ts';
import { question } from './question.ts';
import { toWireError } from './wire-error.ts';

export const BackendContext = createContext<Backend | null>(null);

export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  strictAssert(backend, 'useBackend is called below BackendContext');
  return backend;
}

export function useConnectionState(): ConnectionState {
  const backend = useBackend();
  return useSyncExternalStore(
    (listener) => backend.onConnectionChange(listener),
    () => backend.connectionState(),
  );
}

interface QueryOptions {
  enabled?: boolean;
  /** While another input is read, the answer to the last one stays. */
  keepPrevious?: boolean;
}

/**
 * Persisted data, cached by procedure and input until what the query of the contract names makes it stale. What leans on
 * more than the store is read anew each time it is shown.
 */
export function useQueryCall<P extends NamesOfKind<'query'>>(
  procedure: P,
  input: Input<P>,
  options: QueryOptions = {},
): UseQueryResult<Output<P>, WireError> {
  const backend = useBackend();
  return useQuery<Output<P>, WireError>({
    ...question(backend, procedure, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: ((previous: unknown) => previous) as never } : {}),
  });
}

/** A write. A retry after `BACKEND_LOST` carries the same command id, so that it cannot be applied twice. */
export function useCommand<P extends NamesOfKind<'command'>>(
  procedure: P,
): UseMutationResult<Output<P>, WireError, Input<P>> {
  const backend = useBackend();
  return useMutation<Output<P>, WireError, Input<P>>({ mutationFn: (input) => runCommand(backend, procedure, input) });
}

export async function runCommand<P extends NamesOfKind<'command'>>(
  backend: Backend,
  procedure: P,
  input: Input<P>,
): Promise<Output<P>> {
  const commandId = newId();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await backend.call(procedure, input, { commandId });
    } catch (reason) {
      const error = toWireError(reason);
      if (attempt === 3 || !isRetryable(error.code) || error.code === 'DISK_FULL') throw new CallError(error);
      await backend.whenConnected();
    }
  }
}
