import type { AutomaticNumber } from '#backend/word/read/number-counter.ts';
import type { ListStyle } from '#shared/document/schema.ts';

interface ListLabel {
  /** As printed; '' for level text that is empty. */
  label: string;
  style: ListStyle;
}

export function countedLabel({ text, isBullet }: AutomaticNumber): ListLabel {
  return isBullet ? { label: bullet(text), style: 'bullet' } : { label: text, style: styleOf(text) };
}

/** A label as a program printed it. */
export function printedLabel(text: string): ListLabel {
  const isBullet = text.trim() === '' || !/[\p{L}\p{N}]/u.test(text);
  return isBullet
    ? { label: bullet(text.trim()), style: 'bullet' }
    : { label: text.trim(), style: styleOf(text.trim()) };
}

/** Bullets come from symbol fonts in the private use area, where every office program draws its own. */
function bullet(text: string): string {
  return text === '' || /[\uE000-\uF8FF]/.test(text) ? '•' : text;
}

function styleOf(label: string): ListStyle {
  if (/^[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]/.test(label)) return 'circled';
  return /^[(（]/.test(label) ? 'paren' : 'decimal';
}
