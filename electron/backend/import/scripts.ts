/** Characters Unicode has raised and lowered forms of; the fonts of a letter hold these. */
const raised: Record<string, string> = {
  ...pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
  // A small o typed for a degree sign.
  o: '°',
};
const lowered: Record<string, string> = pairs('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function pairs(from: string, to: string): Record<string, string> {
  const forms = [...to];
  return Object.fromEntries([...from].map((character, index) => [character, forms[index] ?? character]));
}

export type ScriptPosition = 'superscript' | 'subscript';

export interface ScriptText {
  text: string;
  /** False when it reads like any other text now, and somebody has to look at it. */
  isExact: boolean;
}

/**
 * A raised or lowered text in plain characters: ⁶ in 10⁶, ₂ in CO₂. What has no such form is written after ^ or _ where
 * it would else be read as one number or word with `before`, the text it follows.
 */
export function scriptText(text: string, position: ScriptPosition, before: string): ScriptText {
  const exact = exactScript(text, position);
  if (exact !== null) return { text: exact, isExact: true };
  const isGlued = /[0-9A-Za-z)）]$/.test(before) && /^\d/.test(text);
  return { text: isGlued ? `${position === 'superscript' ? '^' : '_'}${text}` : text, isExact: false };
}

/** Null when a character has no such form. */
export function exactScript(text: string, position: ScriptPosition): string | null {
  const forms = position === 'superscript' ? raised : lowered;
  let exact = '';
  for (const character of text) {
    const form = /\s/.test(character) ? character : forms[character];
    if (form === undefined) return null;
    exact += form;
  }
  return exact;
}
