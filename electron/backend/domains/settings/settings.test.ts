import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#backend/db/driver.ts';
import { startBackend } from '#backend/testing/backend.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';

describe('settings', () => {
  it('start with defaults in the language of the system, and an id for the person', async () => {
    const { client } = startBackend({ locale: 'en' });
    expect(await client.call('settings.get', {})).toEqual({
      unit: defaultUnitSettings,
      unitConfigured: false,
      profile: { authorId: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '' },
      appearance: { language: 'en', colorScheme: 'auto', uiScale: 100, dimPaper: false },
      workspace: {},
    });
  });

  it('are kept, each by itself, and told to everybody', async () => {
    const first = startBackend();
    let changes = 0;
    first.client.on('settings.changed', () => (changes += 1));
    const unit = { ...defaultUnitSettings, fullName: '云津市交通运输局', answerMonths: 2 };
    const appearance = { language: 'zh-CN', colorScheme: 'dark', uiScale: 120, dimPaper: true } as const;
    const { profile } = await first.client.call('settings.get', {});
    await first.client.call('settings.saveUnit', { unit });
    await first.client.call('settings.saveProfile', { name: '张三' });
    await first.client.call('settings.saveAppearance', { appearance });
    await first.client.call('settings.saveWorkspace', { workspace: { route: '/desk' } });
    expect(changes).toBeGreaterThanOrEqual(4);
    expect(await first.client.call('app.status', {})).toMatchObject({ unitConfigured: true });
    await first.stop();

    const second = startBackend({ dataFolder: first.dataFolder });
    expect(await second.client.call('settings.get', {})).toEqual({
      unit,
      unitConfigured: true,
      profile: { ...profile, name: '张三' },
      appearance,
      workspace: { route: '/desk' },
    });
  });

  it('of an earlier version get the defaults of what came later', async () => {
    const first = startBackend();
    await first.client.call('settings.saveUnit', { unit: { ...defaultUnitSettings, shortName: '市交通局' } });
    await first.stop();
    const database = openDatabase(join(first.dataFolder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
    database.exec("UPDATE settings SET value = json_remove(value, '$.seal', '$.categories') WHERE key = 'unit'");
    database.close();

    const { client } = startBackend({ dataFolder: first.dataFolder });
    const { unit } = await client.call('settings.get', {});
    expect(unit).toEqual({ ...defaultUnitSettings, shortName: '市交通局' });
  });

  it('of before there were forms get the plain one', async () => {
    const first = startBackend();
    await first.client.call('settings.saveUnit', { unit: { ...defaultUnitSettings, form: 'letter' } });
    await first.stop();
    const database = openDatabase(join(first.dataFolder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
    database.exec("UPDATE settings SET value = json_remove(value, '$.form') WHERE key = 'unit'");
    database.close();

    const { client } = startBackend({ dataFolder: first.dataFolder });
    expect((await client.call('settings.get', {})).unit).toEqual(defaultUnitSettings);
  });

  it('that break the contract are refused', async () => {
    const { client } = startBackend();
    const unit = { ...defaultUnitSettings, answerMonths: 0 };
    await expect(client.call('settings.saveUnit', { unit })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
