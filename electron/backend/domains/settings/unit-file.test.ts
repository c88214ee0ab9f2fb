import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { MAX_UNIT_FILE_BYTES } from '#backend/formats/unit-file.ts';

const letterForm: unknown = JSON.parse(
  readFileSync(new URL('../../../../resources/forms/letter.json', import.meta.url), 'utf8'),
);

const unit: UnitSettings = {
  ...defaultUnitSettings,
  fullName: '云津市交通运输局',
  categories: { proposal: [{ mark: '甲', meaning: '已经解决' }], suggestion: [] },
  wording: { ...defaultUnitSettings.wording, contact: '{称谓}：{姓名}{ |电话}' },
};

describe('unit settings', () => {
  it('leave as a file and come in elsewhere as they were', async () => {
    const path = join(temporaryFolder(), '云津市交通运输局.dafu-unit');
    const asked: unknown[] = [];
    const first = startBackend({ host: testHost({ pickSaveFile: async (input) => (asked.push(input), path) }) });
    await first.client.call('settings.saveUnit', { unit });
    expect(await first.client.runJob('settings.exportUnit', {}).done).toEqual({ saved: true });
    expect(asked).toEqual([
      { purpose: 'unit', suggestedName: '云津市交通运输局', extension: 'dafu-unit', startAt: null },
    ]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ schema: 'dafu.unit/1', ...unit });

    const second = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    const { read } = await second.client.runJob('settings.readUnitFile', {}).done;
    expect(read).toEqual({ name: '云津市交通运输局.dafu-unit', unit, ownForm: null });
    // Reading shows what is in the file; it is the person who takes it over.
    expect((await second.client.call('settings.get', {})).unit).toEqual(defaultUnitSettings);
  });

  it('take the form of the unit along', async () => {
    const path = join(temporaryFolder(), '单位.dafu-unit');
    const first = startBackend({ host: testHost({ pickSaveFile: async () => path }) });
    const { formId } = await first.client.call('forms.copy', { formId: 'letter', name: '局公函纸' });
    await first.client.call('settings.saveUnit', { unit: { ...unit, form: formId } });
    await first.client.runJob('settings.exportUnit', {}).done;

    const second = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    const { read } = await second.client.runJob('settings.readUnitFile', {}).done;
    expect(read?.ownForm).toMatchObject({ id: formId, name: '局公函纸' });
    await second.client.call('forms.restore', { form: read!.ownForm! });
    await second.client.call('settings.saveUnit', { unit: read!.unit });
    expect((await second.client.call('forms.list', {})).find(({ id }) => id === formId)).toMatchObject({
      name: '局公函纸',
      isUsed: true,
    });
  });

  it('stay where they are when the person cancels', async () => {
    const host = testHost({ pickFiles: async () => [], pickSaveFile: async () => null });
    const { client } = startBackend({ host });
    expect(await client.runJob('settings.exportUnit', {}).done).toEqual({ saved: false });
    expect(await client.runJob('settings.readUnitFile', {}).done).toEqual({ read: null });
  });
});

describe('a file of unit settings', () => {
  const readAs = (content: string | Uint8Array) => {
    const path = join(temporaryFolder(), '设置.dafu-unit');
    writeFileSync(path, content);
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    return { client, reading: client.runJob('settings.readUnitFile', {}).done };
  };
  const notSettings = { code: 'IMPORT_UNSUPPORTED', details: { name: '设置.dafu-unit', reason: 'not-unit-settings' } };

  it.each([
    ['text', 'hello', notSettings],
    ['nothing', '', notSettings],
    ['binary data', Uint8Array.of(0, 255, 254, 1), notSettings],
    ['null', 'null', notSettings],
    ['a list', '["dafu.unit/1"]', notSettings],
    ['other JSON', '{"fullName":"云津市交通运输局"}', notSettings],
    ['a template', '{"schema":"dafu.template/1"}', notSettings],
    [
      'settings of a newer version',
      '{"schema":"dafu.unit/2","fullName":{}}',
      { code: 'UNIT_SETTINGS_FROM_FUTURE', details: { name: '设置.dafu-unit', schema: 'dafu.unit/2' } },
    ],
    [
      'a wrong type deep inside',
      JSON.stringify({ schema: 'dafu.unit/1', copyTo: { proposal: ['市政府', {}] } }),
      {
        code: 'UNIT_SETTINGS_INVALID',
        details: {
          name: '设置.dafu-unit',
          issues: [expect.stringMatching(/^copyTo\.proposal\.1: /)],
        },
      },
    ],
    [
      'a form of its own that is not in it',
      '{"schema":"dafu.unit/1","form":"our-own"}',
      { code: 'FORM_INVALID', details: { name: '设置.dafu-unit' } },
    ],
    [
      'a form under another name',
      JSON.stringify({ schema: 'dafu.unit/1', form: 'our-own', ownForm: letterForm }),
      { code: 'FORM_INVALID', details: { issues: ['ownForm.id: letter'] } },
    ],
    [
      'a thousand approvers',
      JSON.stringify({ schema: 'dafu.unit/1', approvers: Array(1000).fill({ step: 'a', name: '' }) }),
      {
        code: 'UNIT_SETTINGS_INVALID',
      },
    ],
    [
      'nesting without end',
      `{"schema":"dafu.unit/1","layout":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      {
        code: 'UNIT_SETTINGS_INVALID',
      },
    ],
  ])('is refused when it holds %s, and nothing is changed', async (_name, content, error) => {
    const { client, reading } = readAs(content);
    await expect(reading).rejects.toMatchObject(error);
    expect(await client.call('settings.get', {})).toMatchObject({ unit: defaultUnitSettings, unitConfigured: false });
  });

  it('is refused unread when it is too large', async () => {
    const { reading } = readAs(Buffer.alloc(MAX_UNIT_FILE_BYTES + 1, 0x20));
    await expect(reading).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
  });

  it('loses what does not belong in a letter', async () => {
    const content = { schema: 'dafu.unit/1', fullName: '云津市\u202e交通局\u0000', __proto__x: 1, later: { a: [1] } };
    const { read } = await readAs(JSON.stringify(content)).reading;
    expect(read?.unit).toEqual({ ...defaultUnitSettings, fullName: '云津市交通局' });
  });

  it('may begin with a byte order mark, as editors on Windows put there', async () => {
    const { read } = await readAs(`\ufeff${JSON.stringify({ schema: 'dafu.unit/1', shortName: '市交通局' })}`).reading;
    expect(read?.unit.shortName).toBe('市交通局');
  });
});
