import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { Channel } from './channel.ts';
import { createClient } from './client.ts';
import { mergeHandlers } from './handlers.ts';
import { createMemoryChannel } from './memory-channel.ts';
import type { ClientMessage, ServerMessage } from './messages.ts';
import { createServer, type Call, type Server } from './server.ts';

interface Failure {
  procedure: string;
  code: string;
  incidentId: string;
  error: unknown;
}

function serve(
  dispatch: (procedure: ProcedureName, input: unknown, call: Call) => unknown,
  options: { isDev?: boolean; backendId?: string } = {},
): { server: Server; failures: Failure[] } {
  const failures: Failure[] = [];
  let incidents = 0;
  const server = createServer({
    dispatch: async (procedure, input, call) => dispatch(procedure, input, call),
    backendId: options.backendId ?? 'backend-1',
    newIncidentId: () => `incident-${++incidents}`,
    onFailure: (procedure, { code, incidentId }, error) => failures.push({ procedure, code, incidentId, error }),
    isDev: options.isDev ?? true,
  });
  return { server, failures };
}

function connect(server: Server): { channel: Channel<ClientMessage, ServerMessage> } {
  const [channel, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
  server.connect(serverEnd);
  return { channel };
}

const never = () => new Promise<never>(() => {});

describe('a call', () => {
  it('reaches the handler with validated input and comes back typed', async () => {
    const { server } = serve((procedure, input) => {
      expect([procedure, input]).toEqual(['versions.get', { documentId: 'd', version: 3 }]);
      return { body: 'text' };
    });
    const client = createClient(connect(server).channel);
    const input = { documentId: 'd', version: 3, unknownKey: 'is dropped' };
    expect(await client.call('versions.get', input)).toEqual({ body: 'text' });
  });

  it('with input nested without end never reaches the handler', async () => {
    const { server } = serve(() => expect.unreachable());
    const client = createClient(connect(server).channel);
    let nested: unknown = [];
    for (let level = 0; level < 1000; level += 1) nested = [nested];
    const wrong = { documentId: 'd', version: nested } as unknown as { documentId: string; version: number };
    await expect(client.call('versions.get', wrong)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: ['input: nested in more than 500 levels'] },
    });
  });

  it('with input that breaks the contract never reaches the handler', async () => {
    const { server } = serve(() => expect.unreachable());
    const client = createClient(connect(server).channel);
    const wrong = { documentId: 'd', version: 'three' } as unknown as { documentId: string; version: number };
    await expect(client.call('versions.get', wrong)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: [expect.stringMatching(/^version: /)] },
    });
  });

  it('of a procedure that does not exist is refused, names of Object.prototype included', async () => {
    const { server } = serve(() => expect.unreachable());
    for (const procedure of ['no.such', 'constructor', '__proto__', 'toString']) {
      const { channel } = connect(server);
      const answer = new Promise<ServerMessage>((resolve) => {
        channel.onMessage((message) => message.type === 'res' && resolve(message));
      });
      channel.post({ type: 'req', id: 1, procedure, input: {} });
      expect(await answer).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('whose handler throws something unknown fails as INTERNAL and keeps the text out of the answer', async () => {
    const secret = new Error('letter text 机密');
    const { server, failures } = serve(
      () => {
        throw secret;
      },
      { isDev: false },
    );
    const client = createClient(connect(server).channel);
    const failure: unknown = await client.call('settings.get', {}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'INTERNAL', details: {}, incidentId: 'incident-1' });
    expect(String((failure as Error).stack)).not.toContain('机密');
    expect(failures).toEqual([
      { procedure: 'settings.get', code: 'INTERNAL', incidentId: 'incident-1', error: secret },
    ]);
  });

  it('keeps code and details of a DafuError', async () => {
    const { server } = serve(() => {
      throw new DafuError('CONFLICT', { what: 'document', id: 'd', currentVersion: 7 });
    });
    const client = createClient(connect(server).channel);
    await expect(client.call('documents.get', { documentId: 'd' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { what: 'document', id: 'd', currentVersion: 7 },
    });
  });

  it('whose output breaks the contract fails in development', async () => {
    const { server } = serve(() => ({ body: 5 }));
    const client = createClient(connect(server).channel);
    await expect(client.call('versions.get', { documentId: 'd', version: 1 })).rejects.toMatchObject({
      code: 'INTERNAL',
    });
  });

  it('whose output cannot be cloned is answered all the same', async () => {
    const { server } = serve(() => ({ body: () => 'a function' }), { isDev: false });
    const client = createClient(connect(server).channel);
    await expect(client.call('versions.get', { documentId: 'd', version: 1 })).rejects.toMatchObject({
      code: 'INTERNAL',
    });
  });

  it('of a command carries a command id, the given one on a retry', async () => {
    const ids: (string | undefined)[] = [];
    const { server } = serve((_procedure, _input, call) => {
      ids.push(call.commandId);
      return {};
    });
    const client = createClient(connect(server).channel);
    await client.call('documents.purge', { documentIds: [] });
    await client.call('documents.purge', { documentIds: [] }, { commandId: 'again' });
    await client.call('app.status', {}).catch(() => {});
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'again', undefined]);
  });
});

describe('a job', () => {
  it('reports progress and can be cancelled', async () => {
    const { server } = serve(async (_procedure, _input, call) => {
      call.progress({ done: 0, total: 2, label: 'a' });
      await new Promise<void>((resolve) => call.signal.addEventListener('abort', resolve));
      call.signal.throwIfAborted();
    });
    const client = createClient(connect(server).channel);
    const labels: string[] = [];
    const job = client.runJob('backups.create', {}, { onProgress: ({ label }) => (labels.push(label), job.cancel()) });
    await expect(job.done).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(labels).toEqual(['a']);
    await server.settled();
  });

  it('is cancelled when its window goes away, so that nothing runs for nobody', async () => {
    let cancelled = false;
    const { server } = serve(async (_procedure, _input, { signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
      cancelled = true;
      signal.throwIfAborted();
    });
    const client = createClient(connect(server).channel);
    const job = client.runJob('backups.create', {});
    await Promise.resolve();
    client.close();
    await expect(job.done).rejects.toMatchObject({ code: 'BACKEND_LOST' });
    await server.settled();
    expect(cancelled).toBe(true);
  });
});

describe('a connection', () => {
  it('that breaks rejects everything pending and everything after, until the next one', async () => {
    const first = serve(never);
    const { channel } = connect(first.server);
    const client = createClient(channel);
    await new Promise<void>((resolve) => void client.onConnected(() => resolve()));
    const pending = [client.call('settings.get', {}), client.call('documents.get', { documentId: 'd' })];
    first.server.close();
    for (const call of pending) await expect(call).rejects.toMatchObject({ code: 'BACKEND_LOST' });
    expect(client.isConnected).toBe(false);
    await expect(client.call('settings.get', {})).rejects.toMatchObject({ code: 'BACKEND_LOST' });

    const greeted: boolean[] = [];
    client.onConnected(({ restarted }) => greeted.push(restarted));
    const second = serve(() => ({ body: 'again' }), { backendId: 'backend-2' });
    client.connect(connect(second.server).channel);
    expect(await client.call('versions.get', { documentId: 'd', version: 1 })).toEqual({ body: 'again' });
    expect(greeted).toEqual([true]);
  });

  it('carries events to every client, and to a listener only while it listens', async () => {
    const { server } = serve(never);
    const clients = [createClient(connect(server).channel), createClient(connect(server).channel)];
    const seen: string[] = [];
    const stop = clients.map((client, index) =>
      client.on('documents.changed', ({ documentIds }) => seen.push(`${index}:${documentIds.join()}`)),
    );
    server.emit('documents.changed', { documentIds: ['a'] });
    await Promise.resolve();
    stop[0]!();
    server.emit('documents.changed', { documentIds: ['b'] });
    await Promise.resolve();
    expect(seen).toEqual(['0:a', '1:a', '1:b']);
  });

  it('refuses to send what cannot be cloned, and says so to the caller', async () => {
    const { server } = serve(never);
    const client = createClient(connect(server).channel);
    const input = { documentId: (() => {}) as unknown as string };
    await expect(client.call('documents.get', input)).rejects.toThrow(/clone/);
  });
});

describe('handlers', () => {
  it('of one name in two domains stop the start', () => {
    expect(() => mergeHandlers({ 'app.status': () => 1 }, { 'app.status': () => 2 })).toThrow('app.status');
  });
});
