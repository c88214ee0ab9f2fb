/** XML text of the Word parts. Everything that comes from a letter passes through `xmlText`. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Characters XML 1.0 (§2.2) cannot hold even escaped, and halves of surrogate pairs, which have no UTF-8 form. Word
 * refuses the whole file for one of them.
 */
const unwritable = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export function xmlText(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** ` w:name="value"` for each attribute that has a value; twips are rounded to whole ones. */
export function attributes(values: Record<string, string | number | undefined>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      text += ` w:${name}="${typeof value === 'number' ? String(Math.round(value)) : xmlText(value)}"`;
    }
  }
  return text;
}

export const mainNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
