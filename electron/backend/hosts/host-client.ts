import { DafuError } from '#shared/contract/errors.ts';
import type { BackendToMain, HostCall, HostCallName, HostResult, HostServices } from '#shared/rpc/host.ts';
import { hostCalls } from '#shared/rpc/host.ts';
import { CallError } from '#shared/rpc/wire-error.ts';

export interface HostClient {
  services: HostServices;
  receive(result: HostResult): void;
  /** Nobody will answer any more: what waits fails with `CANCELLED`. */
  cancelAll(): void;
}

/** Asks main for dialogs and the desktop over the control line. Failures are `DafuError`s. */
export function createHostClient(post: (message: BackendToMain) => void): HostClient {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 1;

  const ask = (name: HostCallName) => (input: unknown) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      pending.set(id, { resolve, reject });
      post({ type: 'hostCall', id, call: { name, input } as HostCall });
    });

  const names = Object.keys(hostCalls) as HostCallName[];
  return {
    services: Object.fromEntries(names.map((name) => [name, ask(name)])) as unknown as HostServices,
    receive(result) {
      const call = pending.get(result.id);
      pending.delete(result.id);
      if (result.ok) call?.resolve(result.value);
      else call?.reject(new CallError(result.error));
    },
    cancelAll() {
      for (const { reject } of pending.values()) reject(new DafuError('CANCELLED', {}));
      pending.clear();
    },
  };
}
