import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyUsage } from './key-usage.mjs';
import { compareLocales, readLocales, withoutPlural } from './locale-files.mjs';

/** @typedef {import('./locale-files.mjs').Locale} Locale */
/** @typedef {import('./key-usage.mjs').KeyUsage} KeyUsage */

const languages = /** @type {const} */ (['zh-CN', 'en']);
const defaultNamespace = 'common';

/**
 * @param {Map<string, Locale>} locales
 * @param {Map<string, KeyUsage>} usages by file name
 * @returns {string[]} problems, each one line
 */
export function checkLocales(locales, usages) {
  const problems = [];
  const [chinese, english] = languages.map((language) => locales.get(language));
  if (!chinese || !english)
    return [`both ${languages.join(' and ')} must exist; found ${[...locales.keys()].join(', ')}`];
  problems.push(...compareLocales(chinese, english, 'en'));
  problems.push(...unknownKeys(chinese, usages));
  problems.push(...unusedKeys(chinese, usages));
  return problems;
}

/**
 * @param {Locale} locale
 * @param {Map<string, KeyUsage>} usages
 */
function unknownKeys(locale, usages) {
  const problems = [];
  for (const [file, usage] of usages) {
    for (const { key, line } of usage.asked) {
      const [namespace, name] = key.includes(':') ? key.split(':', 2) : [undefined, key];
      const candidates = namespace
        ? [namespace]
        : usage.namespaces.size > 0
          ? [...usage.namespaces, defaultNamespace]
          : [...locale.keys()];
      const known = candidates.some((candidate) =>
        [...(locale.get(candidate)?.keys() ?? [])].some((text) => text === name || withoutPlural(text) === name),
      );
      if (!known) problems.push(`${file}:${line} asks for ${key}, which is in no file of ${candidates.join(', ')}`);
    }
  }
  return problems;
}

/**
 * @param {Locale} locale
 * @param {Map<string, KeyUsage>} usages
 */
function unusedKeys(locale, usages) {
  const literals = new Set([...usages.values()].flatMap((usage) => [...usage.literals]));
  // A template that is one hole and no text could be any key, and would make every key used.
  const patterns = [...usages.values()]
    .flatMap((usage) => usage.patterns)
    .filter((pattern) => /[a-zA-Z]{2}/.test(pattern.source.replace('\\.', '')));
  const problems = [];
  for (const [namespace, texts] of locale) {
    for (const key of new Set([...texts.keys()].map(withoutPlural))) {
      const names = [key, `${namespace}:${key}`];
      const used = names.some((name) => literals.has(name) || patterns.some((pattern) => pattern.test(name)));
      if (!used) problems.push(`${namespace}:${key} is used nowhere`);
    }
  }
  return problems;
}

/** @param {string} root */
function readUsages(root) {
  const files = globSync(['renderer/**/*.{ts,tsx}', 'electron/**/*.ts', 'shared/**/*.ts'], { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  return new Map(files.map((file) => [file, keyUsage(file, readFileSync(resolve(root, file), 'utf8'))]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(import.meta.dirname, '../..');
  const problems = checkLocales(readLocales(resolve(root, 'resources/locales')), readUsages(root));
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
