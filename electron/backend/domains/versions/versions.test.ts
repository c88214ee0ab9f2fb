import { describe, expect, it } from 'vitest';
import { startBackend } from '#backend/testing/backend.ts';
import type { VersionInfo } from '#shared/contract/versions.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';
import { superfluousVersions } from './thinning.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A draft and a way to save texts into it, each as long as its number says. */
async function draft(client: Client) {
  const caseFacts = emptyCaseFacts();
  const { documentId } = await client.call('documents.create', { templateId: 'test-template', caseFacts });
  const { body } = await client.call('documents.get', { documentId });
  let version = 1;
  const save = async (text: string) => {
    const next = body.replace('收悉', text);
    ({ version } = await client.call('documents.save', { documentId, baseVersion: version, body: next }));
    return next;
  };
  return { documentId, body, save };
}

describe('the versions of a draft', () => {
  it('begin with the text before the first edit', async () => {
    const { client } = startBackend();
    const { documentId, body, save } = await draft(client);
    await client.call('settings.saveProfile', { name: '张三' });
    await save('已收到');
    const versions = await client.call('versions.list', { documentId });
    expect(versions).toMatchObject([
      { version: 2, kind: 'edit', author: '张三', name: '' },
      { version: 1, kind: 'created', author: '', name: '' },
    ]);
    expect(await client.call('versions.get', { documentId, version: 1 })).toEqual({ body });
    await expect(client.call('versions.get', { documentId, version: 9 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are restored as a new version, so that restoring can be undone', async () => {
    const { client } = startBackend();
    const { documentId, body, save } = await draft(client);
    const second = await save('第二稿');
    const restored = await client.call('versions.restore', { documentId, baseVersion: 2, version: 1 });
    expect(restored).toEqual({ version: 3 });
    expect((await client.call('documents.get', { documentId })).body).toBe(body);
    expect(await client.call('versions.list', { documentId })).toMatchObject([
      { version: 3, kind: 'restore' },
      { version: 2, kind: 'edit' },
      { version: 1, kind: 'created' },
    ]);
    await client.call('versions.restore', { documentId, baseVersion: 3, version: 2 });
    expect((await client.call('documents.get', { documentId })).body).toBe(second);
    await expect(client.call('versions.restore', { documentId, baseVersion: 3, version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('get names, and a name makes an edit stay', async () => {
    const { client } = startBackend();
    const { documentId, save } = await draft(client);
    await save('送审');
    const named = await client.call('versions.name', { documentId, name: '送审稿' });
    expect(named).toMatchObject({ version: 2, kind: 'named', name: '送审稿' });
    expect((await client.call('versions.list', { documentId }))[0]).toEqual(named);
  });

  it('are thinned while the draft is saved, and the newest is always there', async () => {
    let now = Date.UTC(2026, 2, 1, 8);
    const { client } = startBackend({ clock: () => now });
    const { documentId, save } = await draft(client);
    for (let index = 0; index < 120; index += 1) {
      now += 30_000;
      await save(`第${index}次`);
    }
    const versions = await client.call('versions.list', { documentId });
    expect(versions[0]!.version).toBe(121);
    expect(versions.at(-1)).toMatchObject({ version: 1, kind: 'created' });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.length).toBeLessThan(90);
  });
});

describe('thinning', () => {
  const now = Date.UTC(2026, 5, 15, 12);
  type Version = Pick<VersionInfo, 'version' | 'createdAt' | 'kind' | 'name'>;
  const edits = (ages: number[]): Version[] =>
    ages.map((age, index) => ({ version: ages.length - index, createdAt: now - age, kind: 'edit', name: '' }));
  const every = (step: number, until: number) => Array.from({ length: until / step }, (_, index) => index * step + 1);

  const kept = (versions: Version[], at = now) => {
    const gone = new Set(superfluousVersions(versions, at));
    return versions.filter(({ version }) => !gone.has(version));
  };

  it('keeps everything of the last minute, then less and less', () => {
    const of = (from: number, to: number) =>
      kept(edits(every(1000, 2 * HOUR))).filter(({ createdAt }) => now - createdAt > from && now - createdAt <= to);
    expect(of(0, MINUTE)).toHaveLength(60);
    expect(of(MINUTE, 10 * MINUTE)).toHaveLength(54);
    expect(of(10 * MINUTE, HOUR)).toHaveLength(50);
    expect(of(HOUR, 2 * HOUR)).toHaveLength(6);
  });

  it('keeps one an hour for a week and one a day after', () => {
    const result = kept(edits(every(10 * MINUTE, 30 * DAY)));
    const ages = result.map(({ createdAt }) => now - createdAt);
    expect(ages.filter((age) => age > DAY && age <= 7 * DAY)).toHaveLength(6 * 24);
    expect(ages.filter((age) => age > 7 * DAY).length).toBeLessThanOrEqual(24);
  });

  it('never takes the newest, a named, restored, imported or created one', () => {
    const old: Version[] = (['edit', 'named', 'restore', 'imported', 'created'] as const).map((kind, index) => ({
      version: 5 - index,
      createdAt: now - 100 * DAY + 5 - index,
      kind,
      name: '',
    }));
    expect(superfluousVersions(old, now)).toEqual([]);
    const edit = { version: 1, createdAt: now - 100 * DAY, kind: 'edit', name: '送审稿' } as const;
    expect(superfluousVersions([...edits([100 * DAY - 5]), edit], now)).toEqual([]);
  });

  it('done twice takes no more than done once', () => {
    const versions = edits(every(7000, 3 * DAY));
    expect(kept(kept(versions))).toEqual(kept(versions));
    const later = now + 3 * HOUR;
    expect(kept(kept(versions), later)).toEqual(kept(versions, later));
  });
});
