import type { CDPSession, Page } from '@playwright/test';
import { blockText } from '#shared/document/plain-text.ts';
import type { Block, ReplyDocument, Table } from '#shared/document/schema.ts';
import type { Harness } from './harness/harness.ts';

type Place = readonly [row: number, column: number];

export interface LetterOnPage {
  page: Page;
  cdp: CDPSession;
  run: <A, R>(action: (harness: Harness, argument: A) => R, argument?: A) => Promise<R>;
}

/** The first table of a letter. */
export function tableOf(document: ReplyDocument): Table {
  const table = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'table')?.table;
  if (!table) throw new Error('no table');
  return table;
}

/** What stands in its cells, paragraphs on lines of their own. */
export function cellTexts(document: ReplyDocument): string[][] {
  return tableOf(document).rows.map(({ cells }) => cells.map(({ blocks }) => blocks.map(blockText).join('\n')));
}

/** Everything of a letter that is no table. */
export function textWithoutTable(document: ReplyDocument): unknown {
  const withoutTables = (blocks: Block[]) => blocks.filter(({ type }) => type !== 'table');
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: withoutTables(section.blocks) })),
  };
}

/** Drags the mouse over the cells of a table without merged cells, of three columns. */
export async function selectCells({ page }: LetterOnPage, from: Place, to: Place): Promise<void> {
  const cell = ([row, column]: Place) => page.locator('.letter-cell').nth(row * 3 + column);
  await cell(from).scrollIntoViewIfNeeded();
  const [start, end] = [(await cell(from).boundingBox())!, (await cell(to).boundingBox())!];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.locator('.letter-cell-selected').first().waitFor();
}
