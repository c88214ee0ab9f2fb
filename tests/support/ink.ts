import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Box } from './render.ts';

const run = promisify(execFile);
/** Ten pixels a millimetre. */
const dpi = 254;

/** Rows of a page that hold ink of one colour without a gap, in mm from the upper left corner of the page. */
export interface Band extends Box {
  /** Of the pixels most often met in it. */
  color: [number, number, number];
}

/** Bands of red and of black ink, top to bottom. `page` counts from 1. */
export async function inkBands(pdf: string, page: number): Promise<{ red: Band[]; black: Band[] }> {
  const stem = `${pdf}-ink-${page}`;
  const args = ['-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile', pdf, stem];
  await run('pdftoppm', args, { timeout: 120_000 });
  const ppm = await readFile(`${stem}.ppm`);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 64));
  if (!head) throw new Error('pdftoppm: not a binary PPM');
  const picture = { pixels: ppm.subarray(head[0].length), width: Number(head[1]), height: Number(head[2]) };
  return {
    red: bandsOf(picture, (red, green, blue) => red > 150 && green < 110 && blue < 110),
    black: bandsOf(picture, (red, green, blue) => red < 128 && green < 128 && blue < 128),
  };
}

function bandsOf(
  { pixels, width, height }: { pixels: Uint8Array; width: number; height: number },
  isInk: (red: number, green: number, blue: number) => boolean,
): Band[] {
  const bands: Band[] = [];
  const colors = new Map<Band, Map<string, number>>();
  for (let y = 0; y < height; y += 1) {
    let first = -1;
    let last = -1;
    const met: string[] = [];
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [red = 255, green = 255, blue = 255] = pixels.subarray(at, at + 3);
      if (!isInk(red, green, blue)) continue;
      if (first < 0) first = x;
      last = x;
      met.push(`${red},${green},${blue}`);
    }
    if (first < 0) continue;
    let band = bands.at(-1);
    if (!band || y / 10 - band.bottom > 0.01) {
      band = { left: first / 10, right: (last + 1) / 10, top: y / 10, bottom: (y + 1) / 10, color: [0, 0, 0] };
      bands.push(band);
      colors.set(band, new Map());
    }
    band.bottom = (y + 1) / 10;
    band.left = Math.min(band.left, first / 10);
    band.right = Math.max(band.right, (last + 1) / 10);
    const counts = colors.get(band)!;
    for (const color of met) counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  for (const [band, counts] of colors) {
    const [most = '0,0,0'] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    const [red = 0, green = 0, blue = 0] = most.split(',').map(Number);
    band.color = [red, green, blue];
  }
  return bands;
}
