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
    const { call } = first.client;
    expect(await call('settings.saveUnit', { unit: { ...unit, fullName: ` ${unit.fullName} ` } })).toEqual({ unit });
    const named = { profile: { ...profile, name: '张三' } };
    expect(await call('settings.saveProfile', { name: '张三' })).toEqual(named);
    expect(await call('settings.saveAppearance', { appearance })).toEqual({ appearance });
    const workspace = { route: '/desk' };
    expect(await call('settings.saveWorkspace', { workspace })).toEqual({ workspace });
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

  it('of before they had a version come over whole, and have it with the next save', async () => {
    const first = startBackend();
    await first.client.call('settings.saveUnit', { unit: defaultUnitSettings });
    await first.stop();
    const early = {
      fullName: '云津市交通运输局',
      shortName: '市交通局',
      selfName: '我局',
      docCode: '云交函',
      contact: { name: '周舟', role: '联系人', phone: '0899-1234567' },
      categories: [{ mark: '甲', meaning: '已经解决' }],
      answerMonths: 2,
      opinionMonths: 1,
      seal: 'unsealed',
      form: 'letter',
      fileNamePattern: '{title}',
    };
    replaceStoredUnit(first.dataFolder, early);

    const second = startBackend({ dataFolder: first.dataFolder });
    const { unit } = await second.client.call('settings.get', {});
    const { categories, ...same } = early;
    expect(unit).toEqual({
      ...defaultUnitSettings,
      ...same,
      categories: { proposal: categories, suggestion: categories },
    });
    await second.client.call('settings.saveUnit', { unit });
    await second.stop();
    expect(storedUnit(first.dataFolder)).toEqual({ schema: 'dafu.unit/1', ...unit });
  });

  it('of a newer version are refused and stay as they are', async () => {
    const first = startBackend();
    await first.client.call('settings.saveUnit', { unit: defaultUnitSettings });
    await first.stop();
    const later = { schema: 'dafu.unit/99', fullName: { zh: '云津市交通运输局' } };
    replaceStoredUnit(first.dataFolder, later);

    const second = startBackend({ dataFolder: first.dataFolder });
    const newer = { code: 'UNIT_SETTINGS_FROM_FUTURE', details: { name: '', schema: 'dafu.unit/99' } };
    await expect(second.client.call('settings.get', {})).rejects.toMatchObject(newer);
    await expect(second.client.call('settings.saveUnit', { unit: defaultUnitSettings })).rejects.toMatchObject(newer);
    await second.stop();
    expect(storedUnit(first.dataFolder)).toEqual(later);
  });

  it('are kept without what does not belong in a letter', async () => {
    const { client } = startBackend();
    const unit = {
      ...defaultUnitSettings,
      fullName: ' 云津市\u200b交通\n运输局',
      copyTo: { proposal: ['市政府办公室', ' ', ''], suggestion: [], opinion: [] },
      wording: { ...defaultUnitSettings.wording, contact: '{称谓}\u0000{姓名}' },
      approvers: [{ step: '拟稿 ', name: '' }],
    };
    await client.call('settings.saveUnit', { unit });
    expect((await client.call('settings.get', {})).unit).toMatchObject({
      fullName: '云津市交通 运输局',
      copyTo: { proposal: ['市政府办公室'] },
      wording: { contact: '{称谓}{姓名}' },
      approvers: [{ step: '拟稿', name: '' }],
    });
  });

  it('that break the contract are refused', async () => {
    const { client } = startBackend();
    const unit = { ...defaultUnitSettings, answerMonths: 0 };
    await expect(client.call('settings.saveUnit', { unit })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

function replaceStoredUnit(dataFolder: string, value: unknown): void {
  const database = openDatabase(join(dataFolder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
  database.prepare("UPDATE settings SET value = ? WHERE key = 'unit'").run(JSON.stringify(value));
  database.close();
}

function storedUnit(dataFolder: string): unknown {
  const database = openDatabase(join(dataFolder, 'dafu.db'), { readonly: true, busyTimeoutMs: 0 });
  const row = database.prepare("SELECT value FROM settings WHERE key = 'unit'").get() as { value: string };
  database.close();
  return JSON.parse(row.value);
}
