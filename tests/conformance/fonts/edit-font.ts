/** Tables a stand-in must not have: kerning and squeezed punctuation, which the fonts of the standard do not know. */
const dropped = new Set(['GPOS', 'kern', 'DSIG']);

interface FontChanges {
  /** English and Chinese family name. */
  names: [string, string];
  /** Above and below the baseline, in em. */
  ascent: number;
  descent: number;
  /** Advance of the characters U+0020 to U+007E, in em. */
  narrowWidth: number;
}

/** A TrueType font (ISO 14496-22) under other names and with other metrics; its outlines stay. */
export function editFont(font: Buffer, { names, ascent, descent, narrowWidth }: FontChanges): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`font without table ${tag}`);
    return found;
  };
  const em = table('head').readUInt16BE(18);
  const [above, below] = [Math.round(ascent * em), Math.round(descent * em)];
  const hhea = table('hhea');
  hhea.writeInt16BE(above, 4);
  hhea.writeInt16BE(-below, 6);
  hhea.writeInt16BE(0, 8);
  const os2 = table('OS/2');
  os2.writeUInt16BE(400, 4); // usWeightClass: each stand-in is the one weight of its family
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x21) | 0x40, 62); // fsSelection: regular
  os2.writeInt16BE(above, 68);
  os2.writeInt16BE(-below, 70);
  os2.writeInt16BE(0, 72);
  os2.writeUInt16BE(above, 74);
  os2.writeUInt16BE(below, 76);
  table('head').writeUInt16BE(0, 44); // macStyle: not bold
  const metrics = hhea.readUInt16BE(34);
  const hmtx = table('hmtx');
  for (let code = 0x20; code <= 0x7e; code += 1) {
    const glyph = glyphOf(table('cmap'), code);
    if (glyph > 0 && glyph < metrics) hmtx.writeUInt16BE(Math.round(narrowWidth * em), glyph * 4);
  }
  tables.set('name', nameTable(names));
  return fontOf(font.readUInt32BE(0), tables);
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    const tag = font.toString('latin1', at, at + 4);
    const offset = font.readUInt32BE(at + 8);
    if (!dropped.has(tag)) tables.set(tag, Buffer.from(font.subarray(offset, offset + font.readUInt32BE(at + 12))));
  }
  return tables;
}

/** Glyph of a character of the basic plane by a format 4 subtable; 0 where there is none. */
function glyphOf(cmap: Buffer, code: number): number {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const end = cmap.readUInt16BE(at + 14 + segment * 2);
      if (code > end) continue;
      const startAt = at + 16 + segments * 2 + segment * 2;
      const start = cmap.readUInt16BE(startAt);
      if (code < start) return 0;
      const delta = cmap.readUInt16BE(startAt + segments * 2);
      const rangeAt = startAt + segments * 4;
      const range = cmap.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  throw new Error('font without a cmap of format 4');
}

/** Family, style, full and PostScript name in English, family and full name in Chinese as well. */
function nameTable([english, chinese]: [string, string]): Buffer {
  const [enUs, zhCn] = [0x409, 0x804];
  const records = [
    { language: enUs, id: 1, text: english },
    { language: enUs, id: 2, text: 'Regular' },
    { language: enUs, id: 3, text: `stand-in:${english}` },
    { language: enUs, id: 4, text: english },
    { language: enUs, id: 6, text: english },
    { language: zhCn, id: 1, text: chinese },
    { language: zhCn, id: 4, text: chinese },
  ].map((record) => ({ ...record, bytes: Buffer.from(record.text, 'utf16le').swap16() }));
  const head = Buffer.alloc(6 + records.length * 12);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(({ language, id, bytes }, index) => {
    [3, 1, language, id, bytes.length, offset].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    });
    offset += bytes.length;
  });
  return Buffer.concat([head, ...records.map(({ bytes }) => bytes)]);
}

function fontOf(version: number, tables: Map<string, Buffer>): Buffer {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((sorted.length - 2 ** power) * 16, 10);
  const parts = [head];
  let offset = head.length;
  sorted.forEach(([tag, bytes], index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum(padded), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
