import { resolve } from 'node:path';
import { planTargets, refuseExisting, writeTarget } from '#backend/export/targets.ts';
import { createLetterWriters } from '#backend/export/writers.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { makeFolder } from '#backend/files/make-folder.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { exportFormats, type FontSubstitution } from '#shared/contract/exports.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { newId } from '#shared/lib/ids.ts';
import { refuseAltered, tellAlterations } from '../alterations.ts';
import { oneOf } from '../arguments.ts';
import type { CommandCall } from '../command.ts';
import type { ExitCode } from '../io.ts';
import { collectLetters, knownFailure, type NamedLetter } from '../named-letters.ts';
import { fontFolders, resourcesFolder } from '../places.ts';
import { prepareLetters, tellPublication } from '../publication.ts';
import { reportFailure, worstExitCode, type ReportedFailure } from '../report-error.ts';
import { tellSubstitutions } from '../substitutions.ts';

interface Written {
  source: string;
  format: string;
  path: string;
  bytes: number;
  substitutions: FontSubstitution[];
}

/** Writes letters (files, which need no store, or drafts by id) as Word, PDF, HTML or text, in full or for the public. */
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
  const collected = await collectLetters(call, args.operands, failures);
  const imports = collected.flatMap(({ alterations }) => alterations ?? []);
  const faithful = args.flag('strict') ? withoutAltered(collected, failures) : collected;
  const letters = prepareLetters(args, faithful, failures);

  const written: Written[] = [];
  if (letters.length > 0) {
    withFileErrors(folder, 'user', () => makeFolder(folder));
    const named = letters.map((letter) => ({ id: letter, name: letter.name }));
    const targets = planTargets(folder, named, formats);
    if (!overwrite) refuseExisting(targets);
    const ownForms = new Map(letters.flatMap(({ ownForm }) => (ownForm ? [[ownForm.id, ownForm]] : [])));
    const writers = createLetterWriters({
      resourcesFolder,
      fontFolders,
      ownForm(id) {
        const own = ownForms.get(id);
        if (own) return own;
        throw new DafuError('NOT_FOUND', { what: 'form', id });
      },
    });
    for (const target of targets) {
      const { source, letter } = target.id;
      try {
        const unit = letter.isPublic ? letter.unit : { ...letter.unit, form: form ?? letter.unit.form };
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

  await tellAlterations(call, imports);
  for (const { source, failure } of failures) await reportFailure(io, failure, { json, words, subject: source });
  const redacted = letters
    .filter(({ letter }) => letter.isPublic)
    .map(({ source, letter }) => ({ source, redactions: letter.redactions }));
  if (json) io.out(`${JSON.stringify({ files: written, imports, ...(args.flag('public') && { redacted }) })}\n`);
  else for (const { path } of written) io.out(`${path}\n`);
  await tellPublication(call, letters);
  await tellSubstitutions(
    call,
    written.flatMap(({ substitutions }) => substitutions),
  );
  return worstExitCode(failures.map(({ failure }) => failure));
}

/** The letters that are in every word as in their files; the others are among the failures. */
function withoutAltered(
  letters: readonly NamedLetter[],
  failures: { source: string; failure: ReportedFailure }[],
): NamedLetter[] {
  return letters.filter(({ source, alterations }) => {
    try {
      if (alterations) refuseAltered(alterations);
      return true;
    } catch (error) {
      failures.push({ source, failure: knownFailure(error) });
      return false;
    }
  });
}
