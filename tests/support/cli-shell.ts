import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { runCli } from '../../electron/cli/run.ts';

/** Runs command lines, in Chinese, in a folder with these files and a data folder of its own. */
export function cliShell(files: Readonly<Record<string, string>>) {
  const cwd = temporaryFolder();
  const data = join(cwd, 'data');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const dafu = async (...argv: string[]) => {
    let out = '';
    let err = '';
    const code = await runCli(argv, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: { DAFU_DATA: data, LANG: 'zh_CN.UTF-8' },
      cwd,
      isTerminal: false,
    });
    return { code, out, err };
  };
  return { cwd, data, dafu };
}
