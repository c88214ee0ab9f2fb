import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import type { EventName } from '#shared/contract/events.ts';
import { startI18n } from '../i18n/i18n.ts';
import type { Backend } from '../rpc/backend.ts';
import { BackendContext } from '../rpc/hooks.ts';
import { useBackupWarning } from './backup-warning.tsx';

function Watcher() {
  useBackupWarning();
  return null;
}

/** A window with the warning in it, on a backend whose backups fail as told. */
async function openWindow() {
  await startI18n('zh-CN');
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const listeners = new Map<EventName, (payload: unknown) => void>();
  const calls: string[] = [];
  let failure: DafuError | null = null;
  const emit = (event: EventName, payload: unknown) => act(async () => listeners.get(event)?.(payload));
  const backend = {
    on(event: EventName, listener: (payload: never) => void) {
      listeners.set(event, listener as (payload: unknown) => void);
      return () => listeners.delete(event);
    },
    call: async (procedure: string) => {
      calls.push(procedure);
      if (failure !== null) throw failure;
      if (procedure === 'backups.create') listeners.get('backups.changed')?.({});
      return { documents: 3 };
    },
  } as unknown as Backend;
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <BackendContext value={backend}>
          <Notifications />
          <Watcher />
        </BackendContext>
      </MantineProvider>,
    ),
  );
  onTestFinished(async () => {
    await act(async () => root.unmount());
    container.remove();
  });
  return {
    emit,
    calls,
    failWith: (error: DafuError | null) => void (failure = error),
    alerts: () => [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent),
    press: (name: string) =>
      act(async () => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
        expect(button, name).toBeDefined();
        button!.click();
      }),
  };
}

it('tells of a failed backup once, with what can be done, until one succeeds', async () => {
  const window = await openWindow();
  expect(window.alerts()).toEqual([]);
  const full = { code: 'DISK_FULL', details: { path: '/数据/backups' } } as const;
  await window.emit('backups.failed', full);
  await window.emit('backups.failed', full);
  expect(window.alerts()).toHaveLength(1);
  for (const part of ['自动备份没有成功', '稿件照常保存', '磁盘已满：没有空间写入：/数据/backups', '请腾出一些空间']) {
    expect(window.alerts()[0]).toContain(part);
  }

  await window.press('打开数据文件夹');
  window.failWith(new DafuError('DATA_FOLDER_UNUSABLE', { path: '/数据/backups', reason: 'EACCES' }));
  await window.press('现在备份');
  expect(window.calls).toEqual(['app.openDataFolder', 'backups.create']);
  expect(window.alerts()[0]).toContain('/数据/backups：没有权限');

  window.failWith(null);
  await window.press('现在备份');
  // The warning fades out first.
  await expect.poll(() => window.alerts()).toEqual(['已备份 3 份稿件']);
});
