import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { floors } from './floors.mjs';
import rules from './rules.mjs';

/**
 * Each case plants one violation in a small house of the same shape and expects the rule to find exactly it. Without
 * this, a rule whose pattern matches nothing (an alias that is not resolved, a renamed folder) would pass for ever.
 */
let house = '';
const root = process.cwd();

/** Files of a sound house: every entry reaches something, by `#…` and by relative paths with extensions. */
const sound = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#shared/*': './shared/*', '#backend/*': './electron/backend/*' },
    dependencies: { zod: '1.0.0', uuid: '1.0.0', 'better-sqlite3': '1.0.0' },
    devDependencies: { electron: '1.0.0', lexical: '1.0.0', react: '1.0.0' },
  }),
  ...Object.fromEntries(
    ['zod', 'uuid', 'better-sqlite3', 'electron', 'lexical', 'react'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'shared/contract/a.ts': `import { z } from 'zod';\nexport type A = typeof z;\nexport const a = 1;`,
  'shared/lib/ids.ts': `import { v7 } from 'uuid';\nexport const newId = v7;`,
  'electron/main/main.ts': `import { app } from 'electron';\nimport { a } from '#shared/contract/a.ts';\nexport const x = [app, a];`,
  'electron/preload/preload.ts': `import { contextBridge } from 'electron';\nimport type { A } from '#shared/contract/a.ts';\nexport const x = contextBridge as A;`,
  'electron/backend/index.ts': `import { newId } from '#shared/lib/ids.ts';\nimport { b } from './domains/cases/service.ts';\nexport const x = [newId, b];`,
  'electron/backend/domains/cases/service.ts': `import { q } from './queries.ts';\nexport const b = q;`,
  'electron/backend/domains/cases/queries.ts': `import d from 'better-sqlite3';\nexport const q = d;`,
  'electron/backend/hosts/utility.ts': `import { x } from '#backend/index.ts';\nexport const y = x;`,
  'electron/backend/hosts/node.ts': `import { x } from '../index.ts';\nexport const y = x;`,
  'electron/cli/cli.ts': `import { x } from '#backend/index.ts';\nexport const y = x;`,
  'renderer/main.tsx': `import { createElement } from 'react';\nimport { a } from '#shared/contract/a.ts';\nimport { e } from './editor/editor.ts';\nexport const x = [createElement, a, e];`,
  'renderer/editor/editor.ts': `import { l } from 'lexical';\nexport const e = l;`,
};

/** @param {Record<string, string>} files */
function build(files) {
  house = mkdtempSync(join(tmpdir(), 'dafu-graph-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
}

/** @returns {Promise<string[]>} "rule: from -> to", sorted */
async function violations() {
  process.chdir(house);
  try {
    const { options, ...ruleSet } = rules;
    const result = await cruise(['shared', 'electron', 'renderer'], { ...options, ruleSet, validate: true });
    if (typeof result.output === 'string') throw new Error('expected a result object');
    return result.output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
  } finally {
    process.chdir(root);
    rmSync(house, { recursive: true });
  }
}

/** @type {Array<[what: string, planted: Record<string, string>, expected: string[]]>} */
const cases = [
  [
    'backend reaches electron through a third module',
    {
      'electron/backend/index.ts': `import './files/helper.ts';\nimport './domains/cases/service.ts';\nimport '#shared/lib/ids.ts';`,
      'electron/backend/files/helper.ts': `import 'electron';`,
    },
    [
      'electron/backend/files/helper.ts',
      'electron/backend/hosts/node.ts',
      'electron/backend/hosts/utility.ts',
      'electron/backend/index.ts',
      'electron/cli/cli.ts',
    ].map((from) => `backend-never-reaches-electron: ${from} -> node_modules/electron/index.js`),
  ],
  [
    'shared takes a Node built-in, and the window reaches it',
    { 'shared/contract/a.ts': `import 'zod';\nimport 'node:fs';\nexport const a = 1;\nexport type A = string;` },
    ['renderer-never-reaches-node: renderer/main.tsx -> fs', 'shared-stands-alone: shared/contract/a.ts -> fs'],
  ],
  [
    'shared takes a package off its list',
    { 'shared/lib/ids.ts': `import 'uuid';\nimport 'react';` },
    ['shared-stands-alone: shared/lib/ids.ts -> node_modules/react/index.js'],
  ],
  [
    'main loads the backend by its alias',
    { 'electron/main/main.ts': `import 'electron';\nimport '#backend/domains/cases/service.ts';` },
    [
      'main-never-reaches-the-database: electron/main/main.ts -> node_modules/better-sqlite3/index.js',
      'main-uses-shared-only: electron/main/main.ts -> electron/backend/domains/cases/service.ts',
    ],
  ],
  [
    'the preload takes a value of the contract',
    {
      'electron/preload/preload.ts': `import 'electron';\nimport { a } from '#shared/contract/a.ts';\nexport const x = a;`,
    },
    ['preload-takes-contract-types-only: electron/preload/preload.ts -> shared/contract/a.ts'],
  ],
  [
    'the preload takes a module beside the contract',
    {
      'electron/preload/preload.ts': `import 'electron';\nimport type { newId } from '#shared/lib/ids.ts';\nexport type X = typeof newId;`,
    },
    ['preload-is-types-and-electron: electron/preload/preload.ts -> shared/lib/ids.ts'],
  ],
  [
    'the window loads the backend',
    {
      'renderer/editor/editor.ts': `import 'lexical';\nimport '#backend/domains/cases/service.ts';\nexport const e = 1;`,
    },
    ['renderer-uses-shared-only: renderer/editor/editor.ts -> electron/backend/domains/cases/service.ts'],
  ],
  [
    'a screen takes Lexical',
    { 'renderer/main.tsx': `import 'lexical';\nimport './editor/editor.ts';` },
    ['only-the-editor-knows-lexical: renderer/main.tsx -> node_modules/lexical/index.js'],
  ],
  [
    'a widget asks the shell, and the shell a feature',
    {
      'renderer/main.tsx': `import './editor/editor.ts';\nimport './ui/button.ts';`,
      'renderer/ui/button.ts': `import '../shell/keys.ts';`,
      'renderer/shell/keys.ts': `import '../features/desk/desk.ts';`,
      'renderer/features/desk/desk.ts': `export const d = 1;`,
    },
    [
      'window-shell-is-the-floor: renderer/shell/keys.ts -> renderer/features/desk/desk.ts',
      'window-widgets-stand-alone: renderer/ui/button.ts -> renderer/shell/keys.ts',
    ],
  ],
  [
    'the editor takes a type of a feature, and a feature one of the frame',
    {
      'renderer/editor/editor.ts': `import 'lexical';\nimport type { D } from '../features/desk/desk.ts';\nexport type E = D;`,
      'renderer/features/desk/desk.ts': `import type { F } from '../../frame/frame.ts';\nexport type D = F;`,
      'renderer/frame/frame.ts': `export type F = string;`,
    },
    [
      'window-editor-knows-no-feature: renderer/editor/editor.ts -> renderer/features/desk/desk.ts',
      'window-frame-is-the-roof: renderer/features/desk/desk.ts -> renderer/frame/frame.ts',
    ],
  ],
  [
    "a domain takes another domain's queries",
    {
      'electron/backend/index.ts': `import '#shared/lib/ids.ts';\nimport './domains/cases/service.ts';\nimport './domains/reviews/service.ts';\nexport const x = 1;`,
      'electron/backend/domains/reviews/service.ts': `import { q } from '#backend/domains/cases/queries.ts';\nexport const r = q;`,
    },
    [
      'domains-keep-their-queries: electron/backend/domains/reviews/service.ts -> electron/backend/domains/cases/queries.ts',
    ],
  ],
  [
    'the exporter reaches the database through the room below it',
    {
      'electron/backend/index.ts': `import '#shared/lib/ids.ts';\nimport './domains/cases/service.ts';\nimport './export/pdf.ts';\nexport const x = 1;`,
      'electron/backend/export/pdf.ts': `import '../formats/forms.ts';`,
      'electron/backend/formats/forms.ts': `import d from 'better-sqlite3';\nexport const f = d;`,
    },
    ['export/pdf.ts', 'formats/forms.ts'].map(
      (from) =>
        `reading-and-printing-know-no-database: electron/backend/${from} -> node_modules/better-sqlite3/index.js`,
    ),
  ],
  [
    'the reading of Word files asks what a letter is',
    {
      'electron/backend/index.ts': `import '#shared/lib/ids.ts';\nimport './domains/cases/service.ts';\nimport './word/read/read.ts';\nexport const x = 1;`,
      'electron/backend/word/read/read.ts': `import type { Letter } from '#shared/document/letter.ts';\nexport type L = Letter;`,
      'shared/document/letter.ts': `export type Letter = string;`,
    },
    ['word-knows-no-letters: electron/backend/word/read/read.ts -> shared/document/letter.ts'],
  ],
  [
    'the model takes a type of a procedure',
    {
      'shared/lib/ids.ts': `import 'uuid';\nimport type { A } from '../contract/a.ts';\nexport type B = A;\nexport const newId = 1;`,
    },
    ['model-knows-no-procedures: shared/lib/ids.ts -> shared/contract/a.ts'],
  ],
  [
    'a room nobody gave a floor',
    {
      'electron/backend/index.ts': `import '#shared/lib/ids.ts';\nimport './domains/cases/service.ts';\nimport './cellar/wine.ts';\nexport const x = 1;`,
      'electron/backend/cellar/wine.ts': `export const w = 1;`,
    },
    [
      'floor-of-index: electron/backend/index.ts -> electron/backend/cellar/wine.ts',
      'room-without-floor: electron/backend/index.ts -> electron/backend/cellar/wine.ts',
    ],
  ],
  [
    'two modules need each other',
    {
      'shared/lib/ids.ts': `import 'uuid';\nimport './other.ts';\nexport const newId = 1;`,
      'shared/lib/other.ts': `import './ids.ts';`,
    },
    ['no-cycle: shared/lib/ids.ts -> shared/lib/other.ts'],
  ],
  [
    'a type goes back to where its module is used',
    {
      'shared/lib/ids.ts': `import 'uuid';\nimport './other.ts';\nexport type Id = string;\nexport const newId = 1;`,
      'shared/lib/other.ts': `import type { Id } from './ids.ts';\nexport const id: Id = '';`,
    },
    ['no-cycle: shared/lib/ids.ts -> shared/lib/other.ts'],
  ],
  [
    'a module that nothing reaches, although its test does',
    { 'shared/lib/alone.ts': `export const x = 1;`, 'shared/lib/alone.test.ts': `import './alone.ts';` },
    ['no-orphan: shared/lib/alone.ts -> shared/lib/alone.ts'],
  ],
  [
    'an alias that leads nowhere',
    { 'electron/cli/cli.ts': `import '#backend/index.ts';\nimport '#backend/gone.ts';` },
    ['no-unresolved: electron/cli/cli.ts -> #backend/gone.ts'],
  ],
  [
    'the backend loads a package that only developers have',
    { 'electron/cli/cli.ts': `import '#backend/index.ts';\nimport 'react';` },
    ['no-dev-dependency-at-run-time: electron/cli/cli.ts -> node_modules/react/index.js'],
  ],
];

/** Rooms a room must not know: those of its own floor and of the floors above. @param {number} level @param {string} room */
const forbiddenTo = (level, room) =>
  floors
    .slice(level)
    .flat()
    .filter((other) => other !== room);

describe('import graph', () => {
  it('a sound house passes', async () => {
    build(sound);
    expect(await violations()).toEqual([]);
  });
  it.each(cases)('%s', async (_what, planted, expected) => {
    build({ ...sound, ...planted });
    expect(await violations()).toEqual(expected);
  });
  it('no room of the backend knows one beside or above it, by no type either', async () => {
    const rooms = floors.flatMap((onFloor, level) =>
      onFloor.map((room) => ({ room, above: forbiddenTo(level, room) })),
    );
    const planted = rooms.flatMap(({ room, above }) => [
      [
        `electron/backend/${room}/from.ts`,
        above
          .map((other, n) => `import type { T as T${n} } from '../${other}/to.ts';\nexport type U${n} = T${n};`)
          .join('\n'),
      ],
      [`electron/backend/${room}/to.ts`, `export type T = string;`],
    ]);
    build({ ...sound, ...Object.fromEntries(planted) });
    const found = (await violations()).filter((violation) => violation.startsWith('floor-of-'));
    const expected = rooms.flatMap(({ room, above }) =>
      above.map((other) => `floor-of-${room}: electron/backend/${room}/from.ts -> electron/backend/${other}/to.ts`),
    );
    expect(found).toEqual(expected.sort());
  });
  it('a room may know everything below it', async () => {
    const planted = floors.flatMap((onFloor, level) =>
      onFloor.flatMap((room) => [
        [
          `electron/backend/${room}/from.ts`,
          floors
            .slice(0, level)
            .flat()
            .map((other) => `import '../${other}/to.ts';`)
            .join('\n'),
        ],
        [`electron/backend/${room}/to.ts`, `export const x = 1;`],
      ]),
    );
    build({ ...sound, ...Object.fromEntries(planted) });
    const found = (await violations()).filter((violation) => violation.startsWith('floor-of-'));
    expect(found).toEqual([]);
  });
});
