import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** The project's own configuration, with our plugin named by its full path and without rules that need types. */
const configuration = readFileSync(join(root, '.oxlintrc.json'), 'utf8')
  .replace('./build/lint/dafu-plugin.mjs', join(root, 'build/lint/dafu-plugin.mjs'))
  .replace('"typeAware": true', '"typeAware": false');
const folder = mkdtempSync(join(tmpdir(), 'dafu-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Lints one file with the project's own configuration, at the place in the tree that it would have.
 * @param {string} file
 * @param {string} text
 * @returns {string[]} codes of the rules that speak
 */
function lint(file, text) {
  writeFileSync(join(folder, '.oxlintrc.json'), configuration);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', file];
  let output = '';
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    output = String(/** @type {{ stdout?: unknown }} */ (error).stdout);
  }
  /** @type {{ diagnostics: Array<{ code: string }> }} */
  const report = JSON.parse(output);
  return report.diagnostics.map(({ code }) => code).sort();
}

describe('rules of the house', () => {
  const holes = `import { BrowserWindow, shell } from 'electron';
export const window = new BrowserWindow();
void window.loadURL('https://example.invalid');
void shell.openExternal('https://example.invalid');
void shell.openPath('/bin/sh');
`;

  it('finds guarded calls anywhere', () => {
    expect(lint('electron/main/menu.ts', holes)).toEqual([
      'dafu(one-place-call)',
      'dafu(one-place-call)',
      'dafu(one-place-call)',
      'dafu(one-place-window)',
    ]);
  });

  it('lets a guarded place hold its own call and no other', () => {
    expect(lint('electron/main/native/host-services.ts', holes)).toEqual([
      'dafu(one-place-call)',
      'dafu(one-place-call)',
      'dafu(one-place-window)',
    ]);
    expect(
      lint(
        'electron/main/windows/window-factory.ts',
        `import { BrowserWindow } from 'electron';\nexport const w = new BrowserWindow();\n`,
      ),
    ).toEqual([]);
  });

  const change = `import { $getEditor, FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
export const bold = (editor: LexicalEditor) => {
  editor.update(() => $getEditor().dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'), { tag: HISTORY_PUSH_TAG });
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
  editor.setEditorState(editor.getEditorState());
};
`;

  it('lets the text of the editor be changed in its lane only', () => {
    expect(lint('renderer/editor/session/a.ts', change)).toEqual(Array(4).fill('dafu(one-lane)'));
    expect(lint('renderer/editor/write/a.ts', change)).toEqual([]);
  });

  it.each([
    ['shared/lib/a.ts', `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n`],
    ['electron/backend/a.ts', `import { app } from 'electron';\nexport const a = app;\n`],
    ['electron/cli/a.ts', `import { app } from 'electron/main';\nexport const a = app;\n`],
    ['electron/main/a.ts', `import { x } from '#backend/index.ts';\nexport const a = x;\n`],
    ['electron/preload/a.ts', `import { z } from 'zod';\nexport const a = z;\n`],
    ['renderer/features/a.tsx', `import { $getRoot } from 'lexical';\nexport const a = $getRoot;\n`],
    ['renderer/editor/a.ts', `import fs from 'node:fs';\nexport const a = fs;\n`],
  ])('finds an import that %s must not have', (file, text) => {
    expect(lint(file, text)).toEqual(['eslint(no-restricted-imports)']);
  });

  it('finds swallowed errors, any, default exports and prints', () => {
    const text = `export default function f(x: any): void {
  try {
    console.log(x);
  } catch {}
}
`;
    expect(lint('electron/backend/b.ts', text)).toEqual([
      'eslint(no-console)',
      'eslint(no-empty)',
      'import(no-default-export)',
      'typescript(no-explicit-any)',
    ]);
  });
});
