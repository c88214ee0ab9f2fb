import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { missingRenderTools } from '../support/render.ts';
import { caseOf, formIds } from './cases.ts';
import { check } from './check.ts';
import { exportAll } from './exports.ts';
import { conformanceLetters } from './letters.ts';
import { openOffice } from './office.ts';
import { lines, markdown, resultsOf } from './report.ts';
import { chapters } from './rules/index.ts';

/**
 * `npm run conformance`: exports the letters in every form, measures them, prints one line a rule and writes
 * docs/conformance.md. Exit 1 when a rule is out of tolerance. With ids of letters as arguments only those are
 * measured, and nothing is written.
 */
const report = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));

const missing = missingRenderTools();
if (missing.length > 0) {
  process.stderr.write(`not installed: ${missing.join(', ')}\n`);
  process.exit(2);
}
const chosen = process.argv.slice(2);
const letters = conformanceLetters.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
const unknown = chosen.filter((id) => !letters.some((letter) => letter.id === id));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; known: ${conformanceLetters.map(({ id }) => id).join(', ')}\n`);
  process.exit(2);
}
const office = openOffice();
try {
  const exported = await exportAll(
    letters.flatMap((letter) => formIds.map((form) => caseOf(letter, form))),
    office,
  );
  const rules = chapters.flatMap((chapter) => chapter.rules);
  const results = resultsOf(await check(exported, rules), rules).filter(
    ({ places }) => chosen.length === 0 || places > 0,
  );
  process.stdout.write(`${lines(results).join('\n')}\n`);
  const broken = results.filter(({ isKept }) => !isKept);
  process.stdout.write(`\n${results.length - broken.length} of ${results.length} rules kept\n`);
  if (broken.length > 0) process.exitCode = 1;
  if (chosen.length === 0) {
    const options = (await resolveConfig(report)) ?? {};
    const text = await format(markdown(results, exported), { ...options, parser: 'markdown' });
    const isSame = existsSync(report) && readFileSync(report, 'utf8') === text;
    if (!isSame) writeFileSync(report, text);
    process.stdout.write(`docs/conformance.md ${isSame ? 'is unchanged' : 'has changed'}\n`);
  }
} finally {
  office.close();
}
