import type { Finding } from './check.ts';
import type { Exported } from './exports.ts';
import { knownDifferences } from './known-differences.ts';
import { pageBreakDifference } from './rules/both.ts';
import { chapters } from './rules/index.ts';
import type { Rule, Target, Wanted } from './rules/rule.ts';

/** One rule over all letters. */
export interface RuleResult {
  rule: Rule;
  columns: { word: string; pdf: string };
  letters: number;
  places: number;
  isKept: boolean;
  /** The findings out of tolerance, the worst first. */
  broken: Finding[];
}

export function resultsOf(findings: readonly Finding[], rules: readonly Rule[]): RuleResult[] {
  return rules.map((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    const column = (...targets: Target[]): string => worst(own.filter(({ on }) => targets.includes(on)));
    const broken = own.filter(({ isKept }) => !isKept).sort((a, b) => b.off - a.off);
    return {
      rule,
      columns: rule.on.includes('both')
        ? { word: column('both'), pdf: column('both') }
        : { word: column('word', 'docx'), pdf: column('pdf', 'pdf-file') },
      letters: new Set(own.map(({ caseId }) => caseId)).size,
      places: own.length,
      isKept: own.length > 0 && broken.length === 0,
      broken,
    };
  });
}

/** The value farthest from what is wanted; with several, its neighbours tell nothing more. */
function worst(findings: readonly Finding[]): string {
  const numbers = findings.map(({ measured }) => measured.value);
  if (numbers.length === 0) return '–';
  if (numbers.some((value) => typeof value === 'string')) {
    const bad = findings.find(({ isKept }) => !isKept) ?? findings[0];
    return String(bad?.measured.value);
  }
  const [low, high] = [Math.min(...(numbers as number[])), Math.max(...(numbers as number[]))];
  return rounded(low) === rounded(high) ? rounded(low) : `${rounded(low)}…${rounded(high)}`;
}

export function rounded(value: number): string {
  return Number.isNaN(value) ? 'not found' : String(Number(value.toFixed(2)) + 0);
}

export function wantedText(wanted: Wanted): string {
  if (typeof wanted === 'string') return wanted;
  if (typeof wanted === 'number') return rounded(wanted);
  const { from, to } = wanted;
  if (from === undefined) return `≤ ${rounded(to ?? 0)}`;
  return to === undefined ? `≥ ${rounded(from)}` : `${rounded(from)}…${rounded(to)}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of docs/conformance.md. */
export function markdown(
  results: readonly RuleResult[],
  exported: readonly Exported[],
  published: readonly string[],
): string {
  const kept = results.filter(({ isKept }) => isKept).length;
  const breaks = breakRows(exported);
  return `${[
    '# Conformance with GB/T 9704-2012',
    '',
    '<!-- Written by `npm run conformance`; not edited by hand. -->',
    '',
    `${kept} of ${results.length} rules kept, on ${new Set(exported.map((one) => one.case.letter.id)).size} invented letters` +
      ` in ${new Set(exported.map((one) => one.case.form)).size} forms (${exported.length} Word files and ${exported.length} PDF files).`,
    '',
    'Word files are printed by LibreOffice, PDF files by the product; both are measured as vectors: pen positions, ink and' +
      ' strokes of every page. Fonts are open stand-ins under the names and with the metrics of 小标宋, 仿宋, 楷体, 黑体 and' +
      ' 宋体, so a typeface is told by its name. LibreOffice is told what it does not read in the files and Word does: that no' +
      ' space stands between Chinese and digits, that no mark hangs, which marks begin and end no line, that a style' +
      ' separator joins two paragraphs, that a line may end between a Chinese mark and a figure, and that of a last' +
      ' paragraph its last two lines stay with the signature (docs/decisions/0022). Nothing was opened in Word or WPS.' +
      ' “Word” and “PDF” give the value, or the smallest and the largest, of all places measured; rules on the file' +
      ' itself stand under the file they are about. Where the standard leaves something open, the rule says so.',
    '',
    '版心 = 距左 28、上 37 mm，156×225 mm。一字 = 156÷28 mm，一行 = 225÷22 mm。文字的上下边缘指字面框（基线上 0.86 字高、下 0.14 字高）。',
    ...chapters.flatMap(({ title, rules }) => [
      '',
      `## ${title}`,
      '',
      '| Rule | Clause | | Wanted | Tolerance | Word | PDF | Files | Places | |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rules.map((rule) => row(results.find((result) => result.rule === rule)!)),
    ]),
    '',
    '## Page breaks of Word and PDF',
    '',
    ...breaks,
    '',
    ...published,
    '',
  ].join('\n')}`;
}

export const publishedTitle = '## Published letters';

/** Lines and pages of letters whose text is not kept here; each is named by its number. */
export function publishedSection(results: readonly RuleResult[], exported: readonly Exported[]): string[] {
  const named = Object.entries(knownDifferences).filter(([id]) => exported.some((one) => one.case.letter.id === id));
  const pages = exported.reduce((sum, one) => sum + one.pdf.pages.length, 0);
  return [
    publishedTitle,
    '',
    `${exported.length} published letters in the 信函格式, ${pages} pages.` +
      ' The rules on lines, and whether Word and PDF have the same lines and pages:',
    '',
    '| Rule | Clause | | Wanted | Tolerance | Word | PDF | Files | Places | |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(row),
    '',
    ...named.map(([id, cause]) => `- \`${id}\`: ${cause}`),
  ];
}

function row({ rule, columns, letters, places, isKept }: RuleResult): string {
  const unit = rule.unit === '' ? '' : ` ${rule.unit}`;
  const tolerance = rule.tolerance === 0 ? 'exact' : `±${rule.tolerance}${unit}`;
  return `| \`${rule.id}\` | ${rule.clause} | ${[
    rule.title,
    `${wantedText(rule.wanted)}${unit}`,
    tolerance,
    columns.word,
    columns.pdf,
    String(letters),
    String(places),
    isKept ? '✓' : '**✗**',
  ]
    .map(cell)
    .join(' | ')} |`;
}

/** One row a letter: pages in each form, and where Word and PDF part. */
function breakRows(exported: readonly Exported[]): string[] {
  const forms = [...new Set(exported.map((one) => one.case.form))];
  const letters = [...new Set(exported.map((one) => one.case.letter))];
  const of = (form: string) => exported.filter((one) => one.case.form === form);
  const same = forms.map(
    (form) => `${form}: ${of(form).filter((one) => pageBreakDifference(one) === null).length} of ${of(form).length}`,
  );
  const causes = exported.flatMap((one) => {
    const difference = pageBreakDifference(one);
    if (difference === null) return [];
    const cause = knownDifferences[one.case.letter.id] ?? 'not yet known';
    return [
      `- \`${one.case.id}\`, page ${difference.page}: Word ends with “${difference.word}”, PDF with “${difference.pdf}”. ${cause}`,
    ];
  });
  return [
    `Letters with the same text on every page of both: ${same.join('; ')}.`,
    '',
    `| Letter | ${forms.join(' | ')} | |`,
    `| --- | ${forms.map(() => '---').join(' | ')} | --- |`,
    ...letters.map((letter) => {
      const cells = forms.map((form) => {
        const one = of(form).find((some) => some.case.letter === letter);
        if (!one) return '–';
        const [a, b] = [one.word.pages.length, one.pdf.pages.length];
        return `${a === b ? a : `${a} / ${b}`}${pageBreakDifference(one) === null ? '' : ' ≠'}`;
      });
      return `| \`${letter.id}\` | ${cells.join(' | ')} | ${letter.about} |`;
    }),
    ...(causes.length > 0 ? ['', ...causes] : []),
  ];
}

/** One line a rule for the terminal, and under a broken one its worst places. */
export function lines(results: readonly RuleResult[]): string[] {
  return results.flatMap(({ rule, columns, letters, isKept, broken, places }) => {
    const unit = rule.unit === '' ? '' : ` ${rule.unit}`;
    const line =
      `${isKept ? 'ok  ' : 'FAIL'} ${rule.id.padEnd(28)} ${rule.clause.padEnd(14)}` +
      ` wanted ${wantedText(rule.wanted)}${unit} ±${rule.tolerance}  Word ${columns.word}  PDF ${columns.pdf}  (${letters} letters, ${places} places)`;
    const worstPlaces = broken.slice(0, 4).map(({ on, caseId, measured }) => {
      const value = typeof measured.value === 'number' ? rounded(measured.value) : measured.value;
      return `       ${on} ${caseId}: ${value} at ${measured.at}`;
    });
    return [line, ...worstPlaces];
  });
}
