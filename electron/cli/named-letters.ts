import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { safeFileName } from '#backend/files/file-name.ts';
import { letterFileName } from '#backend/export/targets.ts';
import type { Letter } from '#backend/export/treatment.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { isShippedForm, type Form } from '#shared/domain/form.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { alterationsOf, type Alterations } from './alterations.ts';
import type { Arguments } from './arguments.ts';
import type { CommandCall } from './command.ts';
import type { CliIo } from './io.ts';
import { dataFolder } from './places.ts';
import type { ReportedFailure } from './report-error.ts';

export interface NamedLetter {
  /** As given on the command line. */
  source: string;
  letter: Letter;
  /** Of its file, without extension. */
  name: string;
  /** The pattern the name was made by; null: it is the name of the file it came from. */
  pattern: string | null;
  /** The unit's own form it is written in; absent: a shipped one. */
  ownForm?: Form;
  /** Who drafts where the letter is stored; '' for a letter of a file. */
  person: string;
  /** Of a letter read from a file. */
  alterations?: Alterations;
}

/** What is a file is read as a file; everything else is the id of a draft. */
export async function collectLetters(
  { io, args, language }: CommandCall,
  operands: readonly string[],
  failures: { source: string; failure: ReportedFailure }[],
): Promise<NamedLetter[]> {
  const letters: NamedLetter[] = [];
  const ids = operands.filter((operand) => !isFile(io, operand));
  const attempt = async (source: string, load: () => Promise<NamedLetter | NamedLetter[]>) => {
    try {
      letters.push(...[await load()].flat());
    } catch (error) {
      failures.push({ source, failure: knownFailure(error) });
    }
  };
  for (const operand of operands.filter((other) => !ids.includes(other))) {
    await attempt(operand, () => lettersOfFile(io, args, operand));
  }
  if (ids.length > 0) {
    const { withBackend } = await import('./session.ts');
    await withBackend(
      { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
      async (client) => {
        const { unit, profile } = await client.call('settings.get', {});
        const ownForm = isShippedForm(unit.form) ? null : await client.call('forms.get', { formId: unit.form });
        for (const documentId of ids) {
          await attempt(documentId, async () => {
            const { body, caseFacts } = await client.call('documents.get', { documentId });
            const document = parseReplyDocument(body);
            const pattern = args.text('name') ?? unit.fileNamePattern;
            const name = letterFileName(pattern, document, caseFacts);
            return {
              source: documentId,
              letter: { document, caseFacts, unit },
              name,
              pattern,
              ...(ownForm && { ownForm }),
              person: profile.name,
            };
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

/** One letter; with `--apart` each of those the file holds, numbered in the names. */
async function lettersOfFile(io: CliIo, args: Arguments, operand: string): Promise<NamedLetter[]> {
  const { importBytes, takeLettersApart } = await import('#backend/import/index.ts');
  const { limits } = await import('#backend/files/input-limits.ts');
  const path = resolve(io.cwd, operand);
  const fileName = basename(path);
  const whole = importBytes({ name: fileName, bytes: readCapped(path, limits.bytes) });
  const apart = args.flag('apart') ? takeLettersApart(whole.document, whole.report) : [];
  const pattern = args.text('name') ?? null;
  return (apart.length > 0 ? apart : [whole]).map(({ document, caseFacts, report }, index) => {
    const own = fileName.replace(fileExtension, '') + (apart.length > 0 ? `-${index + 1}` : '');
    return {
      source: operand,
      letter: { document, caseFacts, unit: defaultUnitSettings },
      name: pattern === null ? safeFileName(own) : letterFileName(pattern, document, caseFacts),
      pattern,
      person: '',
      alterations: alterationsOf(operand, report),
    };
  });
}

/** A defect is not hidden among refused files: it ends the command. */
export function knownFailure(error: unknown): ReportedFailure {
  if (!isDafuError(error)) throw error;
  return { code: error.code, details: error.details };
}
