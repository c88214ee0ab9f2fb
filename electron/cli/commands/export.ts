import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { safeFileName } from '#backend/domains/exports/file-name.ts';
import { letterFileName, planTargets, refuseExisting, writeTarget } from '#backend/domains/exports/targets.ts';
import { createLetterWriters, type Letter } from '#backend/domains/exports/writers.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { makeFolder } from '#backend/files/make-folder.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { exportFormats, type FontSubstitution } from '#shared/contract/transfer.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { newId } from '#shared/lib/ids.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { oneOf, type Arguments } from '../arguments.ts';
import type { CliIo, ExitCode } from '../io.ts';
import { dataFolder, fontFolders, resourcesFolder } from '../places.ts';
import { reportFailure, worstExitCode, type ReportedFailure } from '../report-error.ts';
import type { CommandCall } from '../command.ts';

interface NamedLetter {
  /** As given on the command line. */
  source: string;
  letter: Letter;
  /** Of its file, without extension. */
  name: string;
}

interface Written {
  source: string;
  format: string;
  path: string;
  bytes: number;
  substitutions: FontSubstitution[];
}

/** Writes letters (files, which need no store, or drafts by id) as Word, PDF or text. */
export async function exportLetters(call: CommandCall): Promise<ExitCode> {
  const { io, args, json, words } = call;
  const formats = (args.text('to') ?? 'docx,pdf')
    .split(',')
    .map((format) => oneOf('--to', format.trim(), exportFormats));
  const folder = resolve(io.cwd, args.text('out') ?? '.');
  const overwrite = args.flag('force');
  const chosenForm = args.text('form');
  const form = chosenForm === undefined ? undefined : oneOf('--form', chosenForm, shippedFormIds);
  const failures: { source: string; failure: ReportedFailure }[] = [];
  const letters = await collect(call, failures);

  const written: Written[] = [];
  if (letters.length > 0) {
    withFileErrors(folder, 'user', () => makeFolder(folder));
    const named = letters.map((letter) => ({ id: letter, name: letter.name }));
    const targets = planTargets(folder, named, formats);
    if (!overwrite) refuseExisting(targets);
    const writers = createLetterWriters({ resourcesFolder, fontFolders });
    for (const target of targets) {
      const { source, letter } = target.id;
      try {
        const unit = { ...letter.unit, form: form ?? letter.unit.form };
        const { bytes, substitutions } = await writers.write(
          target.format,
          { ...letter, unit },
          args.flag('pdf-a') ? 'a-2b' : 'none',
        );
        writeTarget(target, bytes, overwrite, newId());
        written.push({ source, format: target.format, path: target.path, bytes: bytes.length, substitutions });
      } catch (error) {
        failures.push({ source, failure: knownFailure(error) });
      }
    }
  }

  for (const { source, failure } of failures) await reportFailure(io, failure, { json, words, subject: source });
  if (json) io.out(`${JSON.stringify({ files: written })}\n`);
  else for (const { path } of written) io.out(`${path}\n`);
  await tellSubstitutions(call, written);
  return worstExitCode(failures.map(({ failure }) => failure));
}

/** What is a file is read as a file; everything else is the id of a draft. */
async function collect(
  { io, args, language }: CommandCall,
  failures: { source: string; failure: ReportedFailure }[],
): Promise<NamedLetter[]> {
  const letters: NamedLetter[] = [];
  const ids = args.operands.filter((operand) => !isFile(io, operand));
  const attempt = async (source: string, load: () => Promise<NamedLetter>) => {
    try {
      letters.push(await load());
    } catch (error) {
      failures.push({ source, failure: knownFailure(error) });
    }
  };
  for (const operand of args.operands.filter((other) => !ids.includes(other))) {
    await attempt(operand, () => letterOfFile(io, args, operand));
  }
  if (ids.length > 0) {
    const { withBackend } = await import('../session.ts');
    await withBackend(
      { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
      async (client) => {
        const { unit } = await client.call('settings.get', {});
        for (const documentId of ids) {
          await attempt(documentId, async () => {
            const { body, caseFacts } = await client.call('documents.get', { documentId });
            const document = parseReplyDocument(body);
            const name = letterFileName(args.text('name') ?? unit.fileNamePattern, document, caseFacts);
            return { source: documentId, letter: { document, caseFacts, unit }, name };
          });
        }
      },
    );
  }
  return letters;
}

/** A rescue file is named after the text beside it: `letter.txt.dafu.json`. */
const fileExtension = /(?:\.txt)?\.dafu\.json$|\.[^.]+$/i;

/** A path that does not exist is still meant as a path when it looks like one. */
function isFile(io: CliIo, operand: string): boolean {
  const path = resolve(io.cwd, operand);
  return existsSync(path) ? statSync(path).isFile() : /[\\/.]/.test(operand);
}

async function letterOfFile(io: CliIo, args: Arguments, operand: string): Promise<NamedLetter> {
  const { importBytes } = await import('#backend/import/index.ts');
  const { limits } = await import('#backend/import/limits.ts');
  const path = resolve(io.cwd, operand);
  const fileName = basename(path);
  const { document, caseFacts } = importBytes({ name: fileName, bytes: readCapped(path, limits.bytes) });
  const pattern = args.text('name');
  const name =
    pattern === undefined
      ? safeFileName(fileName.replace(fileExtension, ''))
      : letterFileName(pattern, document, caseFacts);
  return { source: operand, letter: { document, caseFacts, unit: defaultUnitSettings }, name };
}

/** A defect is not hidden among refused files: it ends the command. */
function knownFailure(error: unknown): ReportedFailure {
  if (!isDafuError(error)) throw error;
  return { code: error.code, details: error.details };
}

async function tellSubstitutions({ io, json, words }: CommandCall, written: Written[]): Promise<void> {
  if (json) return;
  const all = written.flatMap(({ substitutions }) => substitutions);
  const once = new Map(all.map((substitution) => [substitution.wanted, substitution]));
  const say = once.size > 0 ? await words() : undefined;
  for (const { wanted, used } of once.values()) io.err(`${say!('export.substituted', { wanted, used })}\n`);
}
