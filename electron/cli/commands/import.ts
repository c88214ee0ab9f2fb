import { resolve } from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import { reportFailure, worstExitCode } from '../report-error.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

type Imported = Output<'imports.run'>['imported'];

/** A draft of each letter where a file held several. */
async function apart(client: Client, whole: Imported): Promise<Imported> {
  const all: Imported = [];
  for (const draft of whole) {
    const { documentIds } = await client.runJob('imports.takeApart', { documentId: draft.documentId }).done;
    all.push(...(documentIds.length === 0 ? [draft] : documentIds.map((documentId) => ({ ...draft, documentId }))));
  }
  return all;
}

/** Makes a draft of each file. The files that are refused do not keep the others out. */
export async function importFiles({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const paths = args.operands.map((path) => resolve(io.cwd, path));
  const result = await withBackend(
    {
      dataFolder: dataFolder(args.text('data'), io),
      language: await language(),
      purpose: 'change',
      host: { pickFiles: async () => paths },
    },
    async (client) => {
      const result = await client.runJob('imports.run', { from: 'picker' }, { onProgress: showProgress }).done;
      return args.flag('apart') ? { ...result, imported: await apart(client, result.imported) } : result;
    },
  );
  for (const { name, error } of result.refused) {
    await reportFailure(io, error, { json, words, subject: name });
  }
  if (json) io.out(`${JSON.stringify(result)}\n`);
  else for (const { documentId, name } of result.imported) io.out(`${documentId}\t${name}\n`);
  return worstExitCode(result.refused.map(({ error }) => error));

  function showProgress({ done, total, label }: { done: number; total: number; label: string }): void {
    if (io.isTerminal && total > 1 && done < total) io.err(`${done + 1}/${total} ${label}\n`);
  }
}
