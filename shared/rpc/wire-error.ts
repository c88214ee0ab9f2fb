import { DafuError, errorCodes, type ErrorCode, type WireError } from '#shared/contract/errors.ts';

/** A failure as the caller of a procedure sees it: code and typed details, and the id under which it was logged. */
export class CallError extends DafuError {
  readonly incidentId: string;
  constructor(wire: WireError) {
    super(wire.code, wire.details);
    this.name = 'CallError';
    this.incidentId = wire.incidentId;
    if (wire.devStack !== undefined) this.stack = wire.devStack;
  }
}

/** By shape and not by class, so that it also holds for an error of another bundle or realm. */
export function isDafuError(error: unknown): error is DafuError {
  return (
    error instanceof Error &&
    'code' in error &&
    'details' in error &&
    errorCodes.includes(error.code as ErrorCode) &&
    typeof error.details === 'object'
  );
}

/** Anything thrown as it may cross a process border. What is not a `DafuError` becomes `INTERNAL`, without its text. */
export function toWireError(error: unknown, incidentId: string, withStack: boolean): WireError {
  const known = isDafuError(error) ? { code: error.code, details: error.details } : { code: 'INTERNAL', details: {} };
  const devStack = withStack && error instanceof Error ? error.stack : undefined;
  return { ...known, incidentId, ...(devStack !== undefined && { devStack }) } as WireError;
}
