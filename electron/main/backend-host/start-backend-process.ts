import type { Places } from '../places.ts';
import type { BackendProcess, BackendProcessEvents } from './backend-process.ts';
import { startNodeBackend } from './node-backend.ts';
import { startUtilityBackend } from './utility-backend.ts';

/** better-sqlite3 13 ends the process at load on anything older. */
const oldestNode = 22;

export type BackendVariant = { kind: 'utility' } | { kind: 'node'; node: string } | { kind: 'nodeTooOld' };

/**
 * Where the backend runs. An installed app listens to `DAFU_BACKEND_NODE` only when its own Node cannot do the work:
 * elsewhere the variable would be a way to make a trusted program run any other.
 */
export function chooseBackendVariant(facts: {
  externalNode: string | undefined;
  packaged: boolean;
  ownNodeVersion: string;
}): BackendVariant {
  const ownIsTooOld = Number.parseInt(facts.ownNodeVersion, 10) < oldestNode;
  if (facts.externalNode && (!facts.packaged || ownIsTooOld)) return { kind: 'node', node: facts.externalNode };
  return { kind: ownIsTooOld ? 'nodeTooOld' : 'utility' };
}

export function startBackendProcess(
  variant: Exclude<BackendVariant, { kind: 'nodeTooOld' }>,
  places: Places,
  events: BackendProcessEvents,
): BackendProcess {
  return variant.kind === 'node'
    ? startNodeBackend(variant.node, places.backendNodeFile, events)
    : startUtilityBackend(places.backendUtilityFile, events);
}
