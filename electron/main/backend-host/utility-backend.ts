import { utilityProcess } from 'electron';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import {
  backendEnvironment,
  lineSplitter,
  type BackendProcess,
  type BackendProcessEvents,
  type ControlToMain,
} from './backend-process.ts';

/** The backend in a utilityProcess of this Electron: window and backend talk over the port directly. */
export function startUtilityBackend(file: string, events: BackendProcessEvents): BackendProcess {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Dafu backend',
    stdio: 'pipe',
    env: backendEnvironment(process.env),
    execArgv: [],
  });
  let nextPortId = 1;
  let exited = false;
  child.stdout?.on('data', lineSplitter(events.onOutput));
  child.stderr?.on('data', lineSplitter(events.onOutput));
  child.on('message', (message: BackendToMain) => events.onMessage(message as ControlToMain));
  child.once('exit', (code) => {
    exited = true;
    events.onExit({ code, signal: null });
  });
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => {
      if (!exited) child.postMessage(message);
    },
    connect: (port) => {
      child.postMessage({ type: 'connect', portId: nextPortId++ } satisfies MainToBackend, [port]);
    },
    kill: () => {
      // `child.kill()` asks by SIGTERM, which the backend leaves to main to act on.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
