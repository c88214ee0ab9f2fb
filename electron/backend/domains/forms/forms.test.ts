import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import type { Input } from '#shared/contract/index.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { fullLetter } from '../../../../tests/support/letters.ts';

describe('forms', () => {
  it('are the shipped ones at first', async () => {
    const { client } = startBackend();
    const forms = await client.call('forms.list', {});
    expect(forms.map(({ id }) => id)).toEqual([...shippedFormIds]);
    expect(forms.every(({ shipped }) => shipped)).toBe(true);
    expect(forms.filter(({ isUsed }) => isUsed).map(({ id }) => id)).toEqual(['letter']);
  });

  it('can be copied, changed, and put to use; they outlive a restart', async () => {
    const first = startBackend();
    const { formId } = await first.client.call('forms.copy', { formId: 'letter', name: '云州信函' });
    const copy = await first.client.call('forms.get', { formId });
    expect(copy).toMatchObject({ id: formId, name: '云州信函', head: { kind: 'letter', issuer: { top: 30 } } });
    const form = { ...copy, head: { ...copy.head, issuer: { ...copy.head!.issuer, top: 35 } } };
    const told: unknown[] = [];
    first.client.on('forms.changed', (payload) => told.push(payload));
    expect(await first.client.call('forms.save', { form })).toEqual({ form });
    expect(told).toEqual([{ formIds: [formId] }]);
    await first.client.call('settings.saveUnit', { unit: { ...defaultUnitSettings, form: formId } });
    await first.stop();

    const { client } = startBackend({ dataFolder: first.dataFolder });
    expect(await client.call('forms.get', { formId })).toEqual(form);
    const [own] = await client.call('forms.list', {});
    expect(own).toMatchObject({ id: formId, name: '云州信函', shipped: false, isUsed: true });
  });

  it('of the unit are what its letters are printed in', async () => {
    const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
    const { client } = startBackend({ paths: { data: join(temporaryFolder(), 'data'), resources } });
    const { formId } = await client.call('forms.copy', { formId: 'letter', name: '低一些' });
    const copy = await client.call('forms.get', { formId });
    const unit = { ...defaultUnitSettings, fullName: '云州市民政局', form: 'letter' };
    const topOf = async (form: string) => {
      const body = stringifyReplyDocument(fullLetter());
      const known = { epoch: '', count: 0 };
      const { marks } = await client.call('preview.render', { body, unit, form, known, knownPages: [] });
      return marks.find(({ part }) => part === 'title')!.y;
    };
    const before = await topOf('letter');
    expect(await topOf(formId)).toBe(before);
    await client.call('forms.save', {
      form: { ...copy, head: { ...copy.head, issuer: { ...copy.head!.issuer, top: 40 } } },
    });
    expect((await topOf(formId)) - before).toBeCloseTo(10 * (72 / 25.4), 1);
    await expect(topOf('gone')).rejects.toMatchObject({ code: 'NOT_FOUND', details: { what: 'form', id: 'gone' } });
  });

  it('under edit are drawn before they are stored', async () => {
    const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
    const { client } = startBackend({ paths: { data: join(temporaryFolder(), 'data'), resources } });
    const { head, ...letter } = await client.call('forms.get', { formId: 'letter' });
    const pagesOf = async (form: Input<'preview.render'>['form']) => {
      const body = stringifyReplyDocument(fullLetter());
      const { pages } = await client.call('preview.render', {
        body,
        form,
        known: { epoch: '', count: 0 },
        knownPages: [],
      });
      return pages.map(({ hash }) => hash);
    };
    const stored = await pagesOf('letter');
    expect(await pagesOf({ ...letter, head })).toEqual(stored);
    expect((await pagesOf({ ...letter, head: { ...head!, ruleGap: 8 } }))[0]).not.toBe(stored[0]);
  });

  it('that are broken are refused with the place, and nothing is stored', async () => {
    const { client } = startBackend();
    const { formId } = await client.call('forms.copy', { formId: 'red-head', name: '红头' });
    const copy = await client.call('forms.get', { formId });
    await expect(
      client.call('forms.save', { form: { ...copy, head: { ...copy.head, ruleGap: -4 } } }),
    ).rejects.toMatchObject({
      code: 'FORM_INVALID',
      details: { name: '红头', issues: [expect.stringMatching(/^head\.ruleGap: /)] },
    });
    await expect(client.call('forms.save', { form: { ...copy, colour: 'blue' } })).rejects.toMatchObject({
      code: 'FORM_INVALID',
      details: { issues: [expect.stringContaining('colour')] },
    });
    expect(await client.call('forms.get', { formId })).toEqual(copy);
  });

  it('that are shipped cannot be changed or removed', async () => {
    const { client } = startBackend();
    const form = await client.call('forms.get', { formId: 'letter' });
    const rule = { code: 'FORBIDDEN', details: { rule: 'form.shipped' } };
    await expect(client.call('forms.save', { form })).rejects.toMatchObject(rule);
    await expect(client.call('forms.remove', { formId: 'letter' })).rejects.toMatchObject(rule);
  });

  it('can be removed unless the unit uses them', async () => {
    const { client } = startBackend();
    const { formId } = await client.call('forms.copy', { formId: 'letter', name: '信函' });
    await client.call('settings.saveUnit', { unit: { ...defaultUnitSettings, form: formId } });
    await expect(client.call('forms.remove', { formId })).rejects.toMatchObject({ details: { rule: 'form.used' } });
    await client.call('settings.saveUnit', { unit: defaultUnitSettings });
    await client.call('forms.remove', { formId });
    await expect(client.call('forms.get', { formId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.call('forms.remove', { formId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const gone = { ...(await client.call('forms.get', { formId: 'letter' })), id: formId };
    await expect(client.call('forms.save', { form: gone })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.call('forms.restore', { form: gone });
    expect(await client.call('forms.get', { formId })).toEqual(gone);
    await expect(client.call('forms.restore', { form: { ...gone, id: 'letter' } })).rejects.toMatchObject({
      details: { rule: 'form.shipped' },
    });
  });

  it('go out as a file and come back in', async () => {
    const path = join(temporaryFolder(), '信函.dafu-form');
    const host = testHost({ pickSaveFile: async () => path, pickFiles: async () => [path] });
    const { client } = startBackend({ host });
    expect(await client.runJob('forms.export', { formId: 'letter' }).done).toEqual({ saved: true });
    const { imported } = await client.runJob('forms.import', {}).done;
    const { id, ...form } = await client.call('forms.get', { formId: imported! });
    const { id: _shipped, ...shipped } = await client.call('forms.get', { formId: 'letter' });
    expect(id).toBe(imported);
    expect(form).toEqual(shipped);
  });

  it('of a file are refused when they are none, with the place', async () => {
    const path = join(temporaryFolder(), '坏.json');
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    const refused = async (text: string) => {
      writeFileSync(path, text);
      return client.runJob('forms.import', {}).done;
    };
    await expect(refused('hello')).rejects.toMatchObject({ code: 'FORM_INVALID', details: { name: '坏.json' } });
    const letter = await client.call('forms.get', { formId: 'letter' });
    await expect(refused(JSON.stringify({ ...letter, isPreprinted: 'yes' }))).rejects.toMatchObject({
      code: 'FORM_INVALID',
      details: { issues: [expect.stringMatching(/^isPreprinted: /)] },
    });
    await expect(refused(`"${'x'.repeat(200_000)}"`)).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
    expect(readFileSync(path, 'utf8')).toContain('xxx');
    expect((await client.call('forms.list', {})).filter(({ shipped }) => !shipped)).toEqual([]);
  });

  it('are left alone when the person cancels', async () => {
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [], pickSaveFile: async () => null }) });
    expect(await client.runJob('forms.import', {}).done).toEqual({ imported: null });
    expect(await client.runJob('forms.export', { formId: 'letter' }).done).toEqual({ saved: false });
  });
});
