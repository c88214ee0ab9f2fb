import { describe, expect, it, vi } from 'vitest';
import { askAhead } from './ask-ahead.ts';
import type { Backend, ConnectionState } from './backend.ts';

function setUp() {
  let answers = 0;
  let state: ConnectionState = 'connected';
  const listeners = new Map<string, (payload?: unknown) => void>();
  const call = vi.fn<() => Promise<unknown>>(async () => ({ answer: (answers += 1) }));
  const connected = {
    call,
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    connectionState: () => state,
    onConnectionChange: (listener: () => void) => listeners.set('connection', listener),
    whenConnected: async () => undefined,
  } as unknown as Backend;
  return {
    ...askAhead(connected),
    call,
    happens: (event: string, payload: unknown) => listeners.get(event)?.(payload),
    loseConnection() {
      state = 'lost';
      listeners.get('connection')?.();
    },
  };
}

describe('a question asked ahead', () => {
  it('serves the first call for it, and the next one asks again', async () => {
    const { backend, ask, call } = setUp();
    await ask('documents.get', { documentId: 'a' });
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 1 });
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 2 });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('serves no other question', async () => {
    const { backend, ask } = setUp();
    await ask('documents.get', { documentId: 'a' });
    expect(await backend.call('documents.get', { documentId: 'b' })).toEqual({ answer: 2 });
  });

  it.each([
    ['documents.changed', { documentIds: ['b', 'a'] }],
    ['app.statusChanged', {}],
  ])('is asked again after %s', async (event, payload) => {
    const { backend, ask, happens } = setUp();
    await ask('documents.get', { documentId: 'a' });
    happens(event, payload);
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 2 });
  });

  it.each([
    ['documents.changed', { documentIds: ['b'] }],
    ['settings.changed', { keys: ['workspace'] }],
  ])('is not asked again after %s of something else', async (event, payload) => {
    const { backend, ask, happens } = setUp();
    await ask('documents.get', { documentId: 'a' });
    happens(event, payload);
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 1 });
  });

  it('is asked again after the connection was lost', async () => {
    const { backend, ask, loseConnection } = setUp();
    await ask('documents.get', { documentId: 'a' });
    loseConnection();
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 2 });
  });

  it('hands its failure to whoever takes the answer', async () => {
    const { backend, ask, call } = setUp();
    call.mockRejectedValueOnce(new Error('broken'));
    await expect(ask('documents.get', { documentId: 'a' })).rejects.toThrow('broken');
    await expect(backend.call('documents.get', { documentId: 'a' })).rejects.toThrow('broken');
    expect(await backend.call('documents.get', { documentId: 'a' })).toEqual({ answer: 1 });
  });
});
