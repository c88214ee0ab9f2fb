import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const inModules = (/** @type {string} */ path) => resolve(root, 'node_modules', path);

/**
 * Every check as the arguments of one Node process. Each also runs alone: `npm run check -- lint`.
 * @type {Record<string, string[]>}
 */
const checks = {
  format: [inModules('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '--cache', '.'],
  lint: [inModules('oxlint/bin/oxlint')],
  types: [inModules('typescript-native/bin/tsc'), '-b', '--pretty', 'false'],
  graph: [
    inModules('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    'build/graph/rules.mjs',
    'shared',
    'electron',
    'renderer',
  ],
  unused: [inModules('knip/bin/knip.js'), '--config', 'build/knip.json', '--no-progress'],
  locales: [resolve(root, 'build/locales/check-locales.mjs')],
};

/**
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(args) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', fail);
    child.on('close', (code) => settle({ ok: code === 0, output }));
  });
}

/**
 * Runs the named checks one after another, prints one line each and the findings of those that fail.
 * @param {string[]} names all when empty
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(names = []) {
  const unknown = names.filter((name) => !Object.hasOwn(checks, name));
  if (unknown.length > 0)
    throw new Error(`no check named ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);
  const counts = { passed: 0, failed: 0 };
  for (const [name, args] of Object.entries(checks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const start = performance.now();
    const { ok, output } = await run(args);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${ok ? '✓' : '✗'} ${name} ${seconds} s`);
    if (!ok) console.log(output.trimEnd());
    counts[ok ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await runChecks(process.argv.slice(2));
  process.exitCode = failed > 0 ? 1 : 0;
}
