import path from 'node:path';
import { createHandle, openDatabase, type WriteDb } from '#backend/db/driver.ts';
import { createCasesService } from '#backend/domains/cases/service.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { orderKey } from '#backend/domains/sort-keys.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { newId } from '#shared/lib/ids.ts';
import { letterOf } from './letters.ts';
import { reportBudget, reportRatio } from './report.ts';
import { median, percentile, timeCalls } from './stats.ts';
import { inTemporaryFolder, storeWith } from './store.ts';

const MANY = 20_000;
const FEW = 100;
const page = { offset: 0, limit: 50 };
const sorts = ['updatedAt', 'dueOn', 'title'] as const;

/** The first page of the register of cases and of the desk: a large store answers like a small one. */
export async function benchDesk(): Promise<void> {
  const [few, many] = [await timesWith(FEW), await timesWith(MANY)];
  for (const list of ['cases', 'drafts'] as const) {
    const name = `first page of ${MANY} ${list}`;
    reportBudget(name, median(many[list]), 20, { p95: percentile(many[list], 0.95) });
    reportRatio(name, median(many[list]), { name: `first page of ${FEW} ${list}`, value: median(few[list]) }, 3);
  }
}

async function timesWith(count: number): Promise<{ cases: number[]; drafts: number[] }> {
  return inTemporaryFolder(async (folder) => {
    const data = path.join(folder, 'data');
    const letter = letterOf(1000);
    await (await storeWith(letter, data)).stop();
    addCases(path.join(data, 'dafu.db'), count);
    const { client, stop } = await storeWith(letter, data);
    const asked = (round: number) =>
      ({ search: '', sort: sorts[Math.abs(round) % 3]!, direction: round % 2 === 0 ? 'asc' : 'desc', page }) as const;
    const cases = await timeCalls(60, 10, (round) => client.call('cases.list', { ...asked(round), kind: 'all' }));
    const drafts = await timeCalls(60, 10, (round) => client.call('documents.list', { ...asked(round), state: 'all' }));
    await stop();
    return { cases, drafts };
  });
}

/** Cases with one draft each, whose text nobody opens. */
function addCases(file: string, count: number): void {
  const database = openDatabase(file, { readonly: false, busyTimeoutMs: 0 });
  const db: WriteDb = createHandle(database);
  const settings = { unit: () => defaultUnitSettings } as Pick<SettingsService, 'unit'> as SettingsService;
  const cases = createCasesService({ clock: Date.now, ids: newId }, settings);
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const title = `关于${'加强改进推动优化完善'.slice(index % 9, (index % 9) + 2)}第${(index * 7919) % count}号事项的提案`;
      const dueOn = index % 5 === 0 ? null : `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`;
      const caseFacts = { ...emptyCaseFacts(), title, number: String((index * 31) % count), dueOn };
      const caseId = cases.create({ db, emit: () => undefined }, caseFacts);
      const id = newId();
      db.run(
        `INSERT INTO documents VALUES (:id, :caseId, 'drafting', :title, :titleKey, 1000, 1, :index, :index, '', NULL)`,
        { id, caseId, title, titleKey: orderKey(title), index },
      );
      db.run('INSERT INTO document_search (document_id, version, letter_text) VALUES (:id, 1, :title)', { id, title });
    }
  })();
  database.close();
}
