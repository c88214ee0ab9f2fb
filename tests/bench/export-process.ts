import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, sampleLetter } from './paths.ts';
import { reportRatio, reportSkipped } from './report.ts';
import { median, timeCalls } from './stats.ts';

const ROUNDS = 5;

/** `dafu export` to Word and PDF as a whole process, against LibreOffice turning that Word file into a PDF. */
export async function benchExportProcess(): Promise<void> {
  const name = 'dafu export to docx and pdf, whole process';
  const folder = mkdtempSync(path.join(tmpdir(), 'dafu-bench-'));
  try {
    const cli = path.join(root, 'out/main/cli.js');
    const ours = await timeCalls(ROUNDS, 1, () =>
      execFileSync(process.execPath, [cli, 'export', sampleLetter, '--to', 'docx,pdf', '--out', folder, '--force'], {
        stdio: 'pipe',
      }),
    );
    const docx = path.join(folder, `${path.basename(sampleLetter, '.txt')}.docx`);
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    const convert = () =>
      execFileSync(
        'soffice',
        [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx],
        { stdio: 'pipe' },
      );
    try {
      const theirs = await timeCalls(ROUNDS, 1, convert);
      reportRatio(name, median(ours), { name: 'LibreOffice docx to pdf', value: median(theirs) }, 0.6);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        reportSkipped(name, 'LibreOffice is not installed');
      } else throw error;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
