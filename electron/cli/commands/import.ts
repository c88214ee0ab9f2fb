import { resolve } from 'node:path';
import type { ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import { reportFailure, worstExitCode } from '../report-error.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

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
    (client) => client.runJob('imports.run', { from: 'picker' }, { onProgress: showProgress }).done,
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
