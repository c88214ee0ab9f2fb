/**
 * Page numbers of a range as one writes it: `1-3,5`, also with full-width characters and 、. In order and each once;
 * null when it cannot be read or names a page that is not there.
 */
export function pagesOfRange(text: string, pages: number): number[] | null {
  const parts = text
    .normalize('NFKC')
    .replace(/[、;]/g, ',')
    .replace(/[–—~至]/g, '-')
    .replace(/\s/g, '')
    .split(',')
    .filter((part) => part !== '');
  const found = new Set<number>();
  for (const part of parts) {
    const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    const [first, last] = [Number(from), Number(to ?? from)];
    if (first < 1 || last > pages || first > last) return null;
    for (let page = first; page <= last; page += 1) found.add(page);
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b);
}
