import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Map<string, string>} Texts "a.b.c" -> text */
/** @typedef {Map<string, Texts>} Locale namespace -> texts */

/**
 * Reads `<folder>/<language>/<namespace>.json`.
 * @param {string} folder
 * @returns {Map<string, Locale>} by language
 */
export function readLocales(folder) {
  const locales = new Map();
  for (const language of readdirSync(folder)) {
    const locale = new Map();
    for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))) {
      locale.set(
        file.slice(0, -'.json'.length),
        flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8'))),
      );
    }
    locales.set(language, locale);
  }
  return locales;
}

/**
 * @param {unknown} value
 * @param {string} path
 * @param {Texts} texts
 * @returns {Texts}
 */
export function flatten(value, path = '', texts = new Map()) {
  if (typeof value === 'string') return texts.set(path, value);
  if (typeof value !== 'object' || value === null) throw new Error(`${path}: a text or a group of texts is expected`);
  for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, texts);
  return texts;
}

/** Chinese has one plural form, English two; i18next asks for the key without its suffix. */
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** @param {string} key */
export function withoutPlural(key) {
  return key.replace(pluralSuffix, '');
}

/** @param {string} text */
export function placeholders(text) {
  return [...new Set([...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))]
    .sort()
    .join(', ');
}

/**
 * What differs between two languages of one app.
 * @param {Locale} reference
 * @param {Locale} other
 * @param {string} otherName
 * @returns {string[]} problems, each one line
 */
export function compareLocales(reference, other, otherName) {
  const problems = [];
  for (const namespace of new Set([...reference.keys(), ...other.keys()])) {
    const texts = byKey(reference.get(namespace));
    const otherTexts = byKey(other.get(namespace));
    for (const key of new Set([...texts.keys(), ...otherTexts.keys()])) {
      const here = texts.get(key);
      const there = otherTexts.get(key);
      const name = `${namespace}:${key}`;
      if (here === undefined) problems.push(`${name} exists in ${otherName} only`);
      else if (there === undefined) problems.push(`${name} is missing in ${otherName}`);
      // Empty in both says "nothing to add here"; empty in one is a forgotten translation.
      else if ((here.text === '') !== (there.text === '')) problems.push(`${name} is empty in one language`);
      else if (here.placeholders !== there.placeholders)
        problems.push(`${name}: {{${here.placeholders}}} but {{${there.placeholders}}} in ${otherName}`);
    }
  }
  return problems;
}

/**
 * Plural forms of one key count as one text; its placeholders are those of any form ("one day" needs no count).
 * @param {Texts | undefined} texts
 */
function byKey(texts = new Map()) {
  /** @type {Map<string, { text: string, placeholders: string }>} */
  const merged = new Map();
  for (const [key, text] of texts) {
    const name = withoutPlural(key);
    const all = (merged.get(name)?.text ?? '') + text;
    merged.set(name, { text: all, placeholders: placeholders(all) });
  }
  return merged;
}
