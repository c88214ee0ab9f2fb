import { join, resolve } from 'node:path';
import { planTargets, refuseExisting, writeTarget } from '#backend/export/targets.ts';
import { possibleRecipients, sheetFiles, sheetLetter } from '#backend/export/sheets/letters.ts';
import { ownSheetsFolder } from '#backend/formats/own-sheets.ts';
import { layOutSheet } from '#backend/export/sheets/layout.ts';
import { createSheets, readSheet } from '#backend/formats/sheets.ts';
import { createSheetWriters } from '#backend/export/sheets/writers.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { makeFolder } from '#backend/files/make-folder.ts';
import { sheetFormats, type SheetFormat } from '#shared/contract/sheets.ts';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import { newId } from '#shared/lib/ids.ts';
import { oneOf, UsageError } from '../arguments.ts';
import type { CommandCall } from '../command.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { collectLetters, knownFailure } from '../named-letters.ts';
import { dataFolder, fontFolders, resourcesFolder } from '../places.ts';
import { reportFailure, worstExitCode, type ReportedFailure } from '../report-error.ts';
import { tellSubstitutions } from '../substitutions.ts';

interface Written {
  sheet: string;
  format: string;
  path: string;
  bytes: number;
  substitutions: FontSubstitution[];
  /** Texts that did not fit and were cut. */
  cut: string[];
}

/** Prints a paper that goes with letters (slip, opinion form, envelope, labels), or lists those there are. */
export async function printSheet(call: CommandCall): Promise<ExitCode> {
  const { io, args, json, words } = call;
  const own = ownSheetsFolder(dataFolder(args.text('data'), io));
  const { sheets, broken } = createSheets({ shipped: join(resourcesFolder, 'sheets'), own }).list();
  if (args.flag('list')) {
    const all = sheets.map(({ sheet: { id, name } }) => ({ id, name }));
    for (const details of broken) await reportFailure(io, { code: 'SHEET_INVALID', details }, { json, words });
    if (json) io.out(`${JSON.stringify({ sheets: all })}\n`);
    else for (const { id, name } of all) io.out(`${id}\t${name}\n`);
    return exitCodes.done;
  }
  const [sheetId, ...operands] = args.operands;
  if (sheetId === undefined || operands.length === 0) throw new UsageError('usage.tooFew_sheet', {}, 'sheet');
  const ids = sheets.map(({ sheet: { id } }) => id);
  const sheet = sheetId.endsWith('.json')
    ? readSheet(resolve(io.cwd, sheetId))
    : sheets[ids.indexOf(oneOf('sheet', sheetId, ids))]!.sheet;
  const wanted = (args.text('to') ?? 'docx,pdf').split(',').map((format) => oneOf('--to', format.trim(), sheetFormats));
  const folder = resolve(io.cwd, args.text('out') ?? '.');
  const overwrite = args.flag('force');
  const labelsUsed = Number(args.text('labels-used') ?? 0);
  if (!Number.isInteger(labelsUsed) || labelsUsed < 0) {
    throw new UsageError('usage.badValue', {
      option: '--labels-used',
      value: args.text('labels-used') ?? '',
      allowed: '0 1 2 …',
    });
  }
  const failures: { source: string; failure: ReportedFailure }[] = [];
  const letters = await collectLetters(call, operands, failures);

  const written: Written[] = [];
  if (
    sheet.for === 'labels' &&
    letters.length > 0 &&
    letters.every(({ letter }) => possibleRecipients(sheet, letter.caseFacts).length === 0)
  ) {
    io.err(`dafu: ${(await words())('sheet.nobody')}\n`);
    return exitCodes.failed;
  }
  if (letters.length > 0) {
    withFileErrors(folder, 'user', () => makeFolder(folder));
    const files = sheetFiles(
      sheet,
      letters.map(({ source, letter, name, person }) => ({ ...letter, id: source, name, person })),
    );
    const targets = planTargets(
      folder,
      files.map((file) => ({ id: file, name: file.name })),
      wanted,
    );
    if (!overwrite) refuseExisting(targets);
    const writers = createSheetWriters({ resourcesFolder, fontFolders });
    const print = {
      sender: { address: '', postcode: '' },
      firstLabel: labelsUsed,
      isPreprinted: args.flag('preprinted'),
    };
    for (const target of targets) {
      const [first] = target.id.letters;
      if (!first) continue;
      try {
        const laidOut = layOutSheet(
          sheet,
          target.id.letters.map((letter) => sheetLetter(sheet, letter, undefined)),
          print,
        );
        const format = target.format as SheetFormat;
        const { bytes, substitutions } = await writers.write(format, laidOut, first.unit.layout);
        writeTarget(target, bytes, overwrite, newId());
        const { path } = target;
        written.push({ sheet: sheet.id, format, path, bytes: bytes.length, substitutions, cut: laidOut.cut });
      } catch (error) {
        failures.push({ source: first.id, failure: knownFailure(error) });
      }
    }
  }

  for (const { source, failure } of failures) await reportFailure(io, failure, { json, words, subject: source });
  if (json) io.out(`${JSON.stringify({ files: written })}\n`);
  else for (const { path } of written) io.out(`${path}\n`);
  await tellSubstitutions(
    call,
    written.flatMap(({ substitutions }) => substitutions),
  );
  const cut = new Set(written.flatMap((one) => one.cut));
  if (!json && cut.size > 0) {
    const say = await words();
    for (const text of cut) io.err(`${say('sheet.cut', { text })}\n`);
  }
  return worstExitCode(failures.map(({ failure }) => failure));
}
