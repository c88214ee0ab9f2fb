import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingRenderTools } from '../support/render.ts';
import { caseOf } from './cases.ts';
import { check, type Finding } from './check.ts';
import { exportAll } from './exports.ts';
import { conformanceLetters } from './letters.ts';
import { openOffice } from './office.ts';
import { chapters } from './rules/index.ts';

/** The short form of `npm run conformance`: some letters in the forms that print their head, and in the plain one. */
const missing = missingRenderTools();
const office = missing.length === 0 ? openOffice() : undefined;
afterAll(() => office?.close());

// The validator takes most of the time; the tests of the Word writer ask it as well.
const rules = chapters.flatMap((chapter) => chapter.rules).filter(({ id }) => !id.startsWith('docx.valid'));

describe.skipIf(missing.length > 0)('printed letters keep to GB/T 9704-2012', () => {
  let findings: Finding[] = [];

  beforeAll(async () => {
    const letters = conformanceLetters.filter(({ isShort }) => isShort);
    const cases = letters.flatMap((letter) =>
      (['letter', 'red-head', 'plain'] as const).map((form) => caseOf(letter, form)),
    );
    findings = await check(await exportAll(cases, office!, 1), rules);
  }, 600_000);

  it('are measured', () => {
    expect(new Set(findings.map(({ rule }) => rule.id)).size).toBeGreaterThan(150);
  });

  it.each(rules)('$id: $title', (rule) => {
    const broken = findings.filter((finding) => finding.rule === rule && !finding.isKept);
    expect(broken.map(({ on, caseId, measured }) => `${on} ${caseId}: ${measured.value} at ${measured.at}`)).toEqual(
      [],
    );
  });
});
