import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/setup/places.mjs';

export type Language = 'zh-CN' | 'en';

/** Looks a text of the window up by its key (`desk:new`), so that one tour serves both languages. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

export function wordsOf(language: Language): Words {
  return (key, values = {}) => {
    const [namespace = '', path = ''] = key.split(':');
    const file = join(root, 'resources/locales', language, `${namespace}.json`);
    let found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const part of path.split('.')) found = (found as Record<string, unknown>)[part];
    if (typeof found !== 'string') throw new Error(`${language} has no text for ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
