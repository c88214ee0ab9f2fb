import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import { reportFailure } from '../report-error.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

/** Tells what is installed, whether the data is whole, and which fonts are there. Fails when the data is not whole. */
export async function doctor({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const { report, problem } = await withBackend(
    {
      dataFolder: dataFolder(args.text('data'), io),
      language: await language(),
      purpose: 'look',
      acceptProblem: true,
    },
    async (client) => ({
      problem: (await client.call('app.status', {})).problem,
      report: await client.call('app.doctor', {}),
    }),
  );
  if (json) {
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const say = await words();
    for (const [name, version] of Object.entries(report.versions)) {
      io.out(`${say(`doctor.versions.${name}`)}\t${version}\n`);
    }
    for (const name of ['display', 'wayland', 'inputMethod'] as const) {
      if (report.desktop) io.out(`${say(`doctor.desktop.${name}`)}\t${report.desktop[name] ?? '—'}\n`);
    }
    io.out(`${say('doctor.dataFolder')}\t${report.dataFolder}\n`);
    io.out(`${say('doctor.integrity')}\t${say(`integrity.${report.integrity}`)}\n`);
    for (const message of report.integrityMessages) io.out(`\t${message}\n`);
    for (const { wanted, found, substitute } of report.fonts) {
      const state = found ? say('doctor.fontFound') : say('doctor.fontMissing', { substitute: substitute ?? '—' });
      io.out(`${say('doctor.font')}\t${wanted}\t${state}\n`);
    }
  }
  if (problem !== null) await reportFailure(io, problem, { json, words });
  return problem === null && report.integrity === 'ok' ? exitCodes.done : exitCodes.failed;
}
