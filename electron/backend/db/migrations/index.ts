import { strictAssert } from '#shared/lib/assert.ts';
import { initial } from './0001-initial.ts';
import { searchTextBehind } from './0002-search-text-behind.ts';
import { forms } from './0003-forms.ts';
import { storeState } from './0004-store-state.ts';
import { versions } from './0005-versions.ts';
import { cases } from './0006-cases.ts';
import type { Migration } from './migration.ts';

/** A migration that has been released is never edited; the golden databases in the tests notice. */
export const migrations: readonly Migration[] = [initial, searchTextBehind, forms, storeState, versions, cases];

export const DATABASE_VERSION = migrations.length;

assertOrder(migrations);

export function assertOrder(list: readonly Migration[]): void {
  for (const [index, { version, name }] of list.entries()) {
    strictAssert(version === index + 1, `migration ${name} stands at ${index + 1} but has version ${version}`);
  }
}
