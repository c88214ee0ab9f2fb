/**
 * Text that compares, code point by code point, as its source does by pronunciation, with numbers inside it by value (9,
 * 68, 0529) and without regard to case, width and accents. A database can then hold texts in order in an index.
 *
 * Keys are only good beside keys made with the same order of characters: store `SORT_KEYS` of the maker with them.
 */
export function sortKey(text: string): string {
  const parts = text.toWellFormed().normalize('NFKC').match(/\d+|./gsu) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? numberKey(part) : characterKey(part))).join('');
}

/** The number of digits stands before them, so that more digits are more. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+/, '');
  return `${characterKey('0')}${String.fromCharCode(FIRST_KEY + value.length)}${value}`;
}

function characterKey(character: string): string {
  // Beyond the basic plane code points stand for themselves; they are higher than any key.
  if (character.length > 1) return character;
  keys ??= keysOfCharacters();
  return keys.get(character) ?? '';
}

const collator = new Intl.Collator('zh-CN', { sensitivity: 'base' });
const FIRST_KEY = 0x20;
/** Above it stand characters that have no order of their own. */
const LAST_ORDERED = 0x9fff;

/** One key for each character of the basic plane; those that do not count when comparing have none. */
let keys: Map<string, string> | undefined;

function keysOfCharacters(): Map<string, string> {
  const characters: string[] = [];
  for (let code = 1; code <= LAST_ORDERED; code += 1) characters.push(String.fromCharCode(code));
  const ordered = characters.filter((one) => collator.compare(one, '') !== 0).toSorted(collator.compare);
  const found = new Map<string, string>();
  let key = FIRST_KEY;
  let previous = '';
  for (const character of ordered) {
    if (previous !== '' && collator.compare(previous, character) !== 0) key += 1;
    found.set(character, String.fromCharCode(key));
    previous = character;
  }
  return found;
}
