import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { missingRenderTools } from '../support/render.ts';
import { caseOf, formIds } from './cases.ts';
import { check } from './check.ts';
import { exportAll } from './exports.ts';
import { conformanceLetters } from './letters.ts';
import { openOffice } from './office.ts';
import { realLetters, realLettersFolder } from './real-letters.ts';
import { lines, markdown, publishedSection, publishedTitle, resultsOf } from './report.ts';
import { chapters, isAboutLines } from './rules/index.ts';

/**
 * `npm run conformance`: exports the letters in every form, measures them, prints one line a rule and writes
 * docs/conformance.md. Exit 1 when a rule is out of tolerance. With ids of letters as arguments only those are
 * measured, and nothing is written. Lines and pages are measured on published letters too, in the 信函格式; where those
 * are absent, the report keeps what it says of them.
 */
const report = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));

/** What the report said of published letters, line by line. */
function keptSection(text: string): string[] {
  const at = text.indexOf(publishedTitle);
  return at < 0 ? [] : text.slice(at).trimEnd().split('\n');
}

const missing = missingRenderTools();
if (missing.length > 0) {
  process.stderr.write(`not installed: ${missing.join(', ')}\n`);
  process.exit(2);
}
const chosen = process.argv.slice(2);
const isChosen = ({ id }: { id: string }): boolean => chosen.length === 0 || chosen.includes(id);
const letters = conformanceLetters.filter(isChosen);
const published = realLetters();
if (published.length === 0) process.stderr.write(`published letters skipped: ${realLettersFolder} not found\n`);
const unknown = chosen.filter((id) => ![...letters, ...published].some((letter) => letter.id === id));
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
  const real = await exportAll(
    published.filter(isChosen).map((letter) => caseOf(letter, 'letter')),
    office,
  );
  const lineRules = rules.filter(isAboutLines);
  const ofReal = resultsOf(await check(real, lineRules), lineRules).filter(({ places }) => places > 0);
  if (real.length > 0) process.stdout.write(`\n${real.length} published letters\n${lines(ofReal).join('\n')}\n`);
  const broken = [...results, ...ofReal].filter(({ isKept }) => !isKept);
  process.stdout.write(`\n${results.filter(({ isKept }) => isKept).length} of ${results.length} rules kept\n`);
  if (broken.length > 0) process.exitCode = 1;
  if (chosen.length === 0) {
    const options = (await resolveConfig(report)) ?? {};
    const before = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const ofPublished = real.length > 0 ? publishedSection(ofReal, real) : keptSection(before);
    const text = await format(markdown(results, exported, ofPublished), { ...options, parser: 'markdown' });
    const isSame = before === text;
    if (!isSame) writeFileSync(report, text);
    process.stdout.write(`docs/conformance.md ${isSame ? 'is unchanged' : 'has changed'}\n`);
  }
} finally {
  office.close();
}
