import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';

/**
 * `lost`: there was a connection and it broke; it is being made again. `silent`: there is one, but the backend hears
 * nothing any more; calls wait on it until it answers or is started anew.
 */
export type ConnectionState = 'connecting' | 'connected' | 'silent' | 'lost';

export interface CallOptions {
  /** For commands: the same id on a retry makes the retry harmless. */
  commandId?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
}

/**
 * The backend as the window sees it. Calls made while there is no connection wait for one; a call that was under way
 * when the connection broke is rejected with `BACKEND_LOST`. Rejections are `CallError`s.
 */
export interface Backend {
  call<P extends ProcedureName>(procedure: P, input: Input<P>, options?: CallOptions): Promise<Output<P>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  connectionState(): ConnectionState;
  onConnectionChange(listener: () => void): () => void;
  whenConnected(): Promise<void>;
}
