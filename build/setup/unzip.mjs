import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * A small ZIP reader (PKWARE APPNOTE 6.3 §4.3), because a fresh machine has no `unzip` and the archive is too large to
 * hold in memory. Stored and deflated entries, no links, no encryption, no ZIP64.
 */

/** @typedef {{ name: string, method: number, offset: number, packedSize: number, mode: number }} Entry */

const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
const symbolicLink = 0o120000;

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the archive ends too early');
  return buffer;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readEntries(file) {
  const { size } = await file.stat();
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = await readAt(file, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endRecord) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== centralRecord) throw new Error('the directory of the archive is damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks the entries for which `target` names a place below `folder`; the others are left out.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} target relative path for an entry name
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(archive, folder, target = (name) => name) {
  const file = await open(archive, 'r');
  let written = 0;
  try {
    for (const entry of await readEntries(file)) {
      const name = target(entry.name);
      if (name === null || entry.name.endsWith('/')) continue;
      const path = resolve(folder, name);
      if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${entry.name} would leave the folder`);
      await mkdir(dirname(path), { recursive: true });
      await writeEntry(file, archive, entry, path);
      written += 1;
    }
  } finally {
    await file.close();
  }
  return written;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} archive
 * @param {Entry} entry
 * @param {string} path
 */
async function writeEntry(file, archive, entry, path) {
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if ((entry.mode & 0o170000) === symbolicLink) throw new Error(`${entry.name} is a link, which is not read here`);
  const mode = entry.mode & 0o777 || 0o644;
  const output = createWriteStream(path, { mode });
  if (entry.packedSize === 0) {
    await new Promise((settle, fail) => output.on('error', fail).end(() => settle(undefined)));
    return;
  }
  const input = createReadStream(archive, { start, end: start + entry.packedSize - 1 });
  if (entry.method === 0) await pipeline(input, output);
  else if (entry.method === 8) await pipeline(input, createInflateRaw(), output);
  else throw new Error(`${entry.name} is packed with method ${entry.method}, which is not read here`);
}
