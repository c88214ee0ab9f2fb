import { fork } from 'node:child_process';
import type { MessagePortMain } from 'electron';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import type { ClientMessage } from '#shared/rpc/messages.ts';
import { backendEnvironment, lineSplitter, type BackendProcess, type BackendProcessEvents } from './backend-process.ts';

/**
 * The backend in a Node of its own (`DAFU_BACKEND_NODE`). A MessagePort cannot cross to such a process, so main keeps
 * the backend's end and passes every message on, framed with the number of the port.
 */
export function startNodeBackend(node: string, file: string, events: BackendProcessEvents): BackendProcess {
  const child = fork(file, [], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: backendEnvironment(process.env),
  });
  const ports = new Map<number, MessagePortMain>();
  let nextPortId = 1;
  let ended = false;

  const send = (message: MainToBackend) => {
    // Between the end of the process and its exit event the line is down; the exit event tells the rest.
    if (child.connected) child.send(message);
  };
  const end = (code: number | null, signal: string | null) => {
    if (ended) return;
    ended = true;
    const open = [...ports.values()];
    ports.clear();
    for (const port of open) port.close();
    events.onExit({ code, signal });
  };

  child.stdout?.on('data', lineSplitter(events.onOutput));
  child.stderr?.on('data', lineSplitter(events.onOutput));
  child.on('message', (message: BackendToMain) => {
    if (message.type === 'port') {
      ports.get(message.portId)?.postMessage(message.message);
    } else if (message.type === 'portClosed') {
      const port = ports.get(message.portId);
      ports.delete(message.portId);
      port?.close();
    } else {
      events.onMessage(message);
    }
  });
  child.once('error', (error) => {
    events.onOutput(`backend process: ${String(error)}`);
    if (child.pid === undefined) end(null, null);
  });
  child.once('exit', end);

  return {
    pid: child.pid,
    post: send,
    connect: (port) => {
      const portId = nextPortId++;
      ports.set(portId, port);
      port.on('message', (event) => send({ type: 'port', portId, message: event.data as ClientMessage }));
      port.on('close', () => {
        if (ports.delete(portId)) send({ type: 'portClosed', portId });
      });
      send({ type: 'connect', portId });
      port.start();
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
