import type { Archive } from './archive.ts';
import { refusal } from './refuse.ts';
import { xmlEncoding } from './xml.ts';

/** The parts of a flat package as if they were zipped. Each declares its own namespaces. */
export function flatArchive(bytes: Uint8Array, name: string): Archive {
  const text = new TextDecoder(xmlEncoding(bytes, name)).decode(bytes);
  const parts = new Map<string, string>();
  const types: string[] = [];
  for (let start = text.indexOf('<pkg:part '); start >= 0; start = text.indexOf('<pkg:part ', start + 1)) {
    const head = text.slice(start, text.indexOf('>', start));
    const path = /\bpkg:name="\/?([^"]{1,1000})"/.exec(head)?.[1]?.toLowerCase();
    const type = /\bpkg:contentType="([^"]{1,1000})"/.exec(head)?.[1] ?? '';
    const end = text.indexOf('</pkg:part>', start);
    const data = text.indexOf('<pkg:xmlData', start);
    if (path === undefined || end < 0) throw refusal(name, 'damaged');
    if (parts.has(path)) throw refusal(name, 'duplicate-part');
    if (/vbaproject\.bin$/.test(path)) throw refusal(name, 'macro');
    types.push(`<Override ContentType="${type}"/>`);
    if (data < 0 || data > end) continue;
    const body = text.slice(text.indexOf('>', data) + 1, text.lastIndexOf('</pkg:xmlData>', end));
    parts.set(path, body);
  }
  parts.set('[content_types].xml', `<Types>${types.join('')}</Types>`);
  return {
    name,
    has: (path) => parts.has(path.toLowerCase()),
    read(path) {
      const part = parts.get(path.toLowerCase());
      return part === undefined ? null : Buffer.from(part);
    },
  };
}
