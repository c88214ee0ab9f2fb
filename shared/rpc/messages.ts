import type { EventName } from '#shared/contract/events.ts';
import type { WireError } from '#shared/contract/errors.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';

/**
 * Envelopes on the channel. `commandId` travels with commands only and makes a retry harmless. A `ping` is answered with
 * a `pong` at once, whatever calls are under way: by a backend that still hears.
 */
export type ClientMessage =
  | { type: 'req'; id: number; procedure: string; input: unknown; commandId?: string | undefined }
  | { type: 'cancel'; id: number }
  | { type: 'ping'; id: number };

export type ServerMessage =
  | { type: 'hello'; backendId: string }
  | { type: 'res'; id: number; ok: true; value: unknown }
  | { type: 'res'; id: number; ok: false; error: WireError }
  | { type: 'pong'; id: number }
  | { type: 'progress'; id: number; progress: JobProgress }
  | { type: 'event'; name: EventName; payload: unknown };
