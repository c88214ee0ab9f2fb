import type { WireError } from '#shared/contract/errors.ts';
import { newId } from '#shared/lib/ids.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';

/**
 * What a rejected call means to the window. A reason that is no error of the contract is a defect of the window and is
 * shown as `INTERNAL` under an id that also stands in the console.
 */
export function toWireError(reason: unknown): WireError {
  if (isWireError(reason)) return reason;
  if (isDafuError(reason)) {
    const incidentId = 'incidentId' in reason ? String(reason.incidentId) : '';
    return { code: reason.code, details: reason.details, incidentId } as WireError;
  }
  const incidentId = newId();
  console.error(`incident ${incidentId}`, reason);
  return { code: 'INTERNAL', details: {}, incidentId };
}

function isWireError(reason: unknown): reason is WireError {
  return typeof reason === 'object' && reason !== null && !(reason instanceof Error) && 'incidentId' in reason;
}
