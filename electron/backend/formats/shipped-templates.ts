import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strictAssert } from '#shared/lib/assert.ts';
import type { Template } from '#shared/domain/template.ts';
import { parseTemplate } from './template-file.ts';

export interface ShippedTemplates {
  /** In the order of their file names. */
  all(): Template[];
  find(id: string): Template | undefined;
}

/** The templates of `resources/templates`, read at first use. A broken one is a broken installation: it throws. */
export function createShippedTemplates(folder: string): ShippedTemplates {
  let templates: Template[] | undefined;

  function all(): Template[] {
    templates ??= readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => parseTemplate(readFileSync(join(folder, name), 'utf8'), name));
    strictAssert(new Set(templates.map(({ id }) => id)).size === templates.length, 'shipped templates share an id');
    return templates;
  }

  return { all, find: (id) => all().find((template) => template.id === id) };
}
