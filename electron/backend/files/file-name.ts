/** Not allowed in names on Windows, and of no use elsewhere; with what stands in for them. */
const replacements: Record<string, string> = {
  '<': '〈',
  '>': '〉',
  ':': '：',
  '"': '“',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** Names Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** A name of 80 Chinese characters has 240 bytes in UTF-8; Linux allows 255 with number and extension. */
const MAX_BYTES = 230;

/** Control, format (zero-width, direction) and private characters, line and paragraph separators, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A file name without folder and extension that every system accepts; '' becomes `fallback`. */
export function safeFileName(text: string, fallback = '答复'): string {
  const clean = text
    .normalize('NFC')
    .replace(/(?<=[A-Za-z0-9])\s*[\r\n\t]\s*(?=[A-Za-z0-9])/g, ' ')
    .replace(/\s*[\r\n\t]\s*/g, '')
    .replace(invisible, '')
    .replace(/[<>:"/\\|?*]/g, (character) => replacements[character]!)
    .replace(/\s+/g, ' ');
  const trimmed = trimEnds(capBytes(clean, MAX_BYTES));
  if (trimmed === '') return fallback;
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Windows drops dots and spaces at the end; a dot at the start hides the file. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '');
}

function capBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}

/** What the names in braces of a pattern stand for. */
export interface NameParts {
  docNumber: string;
  title: string;
  date: string;
  caseNumber: string;
}

/**
 * Fills a pattern such as `{docNumber} {title}`. A part without a value goes with the separator beside it, so that no
 * name begins with a dash or has two in a row.
 */
export function nameFromPattern(pattern: string, parts: NameParts): string {
  const known = new Map(Object.entries(parts));
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = known.get(name);
    return value === undefined ? whole : value === '' ? '\0' : value;
  });
  const withoutGaps = filled
    .replace(
      /([\s_\-–—·.，、]*)\0([\s_\-–—·.，、]*)/g,
      (_whole, before: string, after: string) => before && after && ' ',
    )
    .replace(/^[\s_\-–—·，、]+|[\s_\-–—·，、]+$/g, '');
  return safeFileName(withoutGaps, safeFileName(parts.title));
}

/** Makes names differ by （2）, （3） …; names that differ only by case are equal on Windows and macOS. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let index = 2; taken.has(unique.toLowerCase()); index += 1) unique = `${name}（${index}）`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
