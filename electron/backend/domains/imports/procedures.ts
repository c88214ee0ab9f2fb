import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DomainHandlers } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { itemFailure, type Failure } from '#backend/failure.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import type { ImportResult } from '#backend/import/index.ts';
import { limits } from '#backend/import/limits.ts';
import type { Logger } from '#backend/log.ts';
import type { Input } from '#shared/contract/index.ts';
import { strictAssert } from '#shared/lib/assert.ts';
import type { HostServices } from '#shared/rpc/host.ts';

export type ImportsProcedure = 'imports.run' | 'imports.readCase';

export const importExtensions = ['docx', 'txt', 'html', 'htm'];

/** One thing to import. `load` reads and recognises it when its turn comes. */
interface Source {
  name: string;
  load: () => Promise<ImportResult>;
}

const importModule = () => import('#backend/import/index.ts');

export function importsHandlers(services: {
  documents: DocumentsService;
  host: HostServices;
  samplesFolder: string;
  logger: Logger;
}): DomainHandlers<ImportsProcedure> {
  const { documents, host, samplesFolder, logger } = services;

  const fromFile = (path: string): Source => ({
    name: basename(path),
    async load() {
      const { importBytes } = await importModule();
      return importBytes({ name: basename(path), bytes: readCapped(path, limits.bytes) });
    },
  });

  async function sourcesOf(input: Input<'imports.run'>): Promise<Source[]> {
    switch (input.from) {
      case 'picker': {
        const paths = await host.pickFiles({ purpose: 'import', extensions: importExtensions, multiple: true });
        return paths.map(fromFile);
      }
      case 'tokens':
        return Promise.all(input.tokens.map(async (token) => fromFile(await host.takeDroppedFile({ token }))));
      case 'text':
        return [{ name: '', load: async () => (await importModule()).importText(input.text) }];
      case 'html':
        return [{ name: '', load: async () => (await importModule()).importHtml(input.html) }];
      case 'sample':
        return [fromFile(samplePath(samplesFolder))];
    }
  }

  return {
    async 'imports.run'(input, context) {
      const sources = await sourcesOf(input);
      const imported: { documentId: string; name: string }[] = [];
      const refused: { name: string; error: Failure }[] = [];
      for (const [index, { name, load }] of sources.entries()) {
        context.progress({ done: index, total: sources.length, label: name });
        // Lets a cancel in: reading a letter does not yield.
        await setImmediate();
        context.signal.throwIfAborted();
        try {
          const draft = await load();
          imported.push({ documentId: context.write((command) => documents.add(command, draft)), name });
        } catch (error) {
          refused.push({ name, error: itemFailure(error, logger, 'import.failed') });
        }
      }
      context.progress({ done: sources.length, total: sources.length, label: '' });
      return { imported, refused };
    },
    async 'imports.readCase'({ text }) {
      const { importText } = await importModule();
      return { caseFacts: importText(text).caseFacts };
    },
  };
}

function samplePath(folder: string): string {
  const name = readdirSync(folder)
    .toSorted()
    .find((file) => file.endsWith('.txt'));
  strictAssert(name !== undefined, 'no sample letter is installed');
  return join(folder, name);
}
