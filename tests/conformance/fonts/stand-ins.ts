import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editFont } from './edit-font.ts';

/**
 * Stand-ins for the fonts of an office PC, which may not be shipped: open fonts under the names of 小标宋, 仿宋, 楷体,
 * 黑体 and 宋体, with their metrics (square of 0.86 em above and 0.14 em below the baseline, half-width digits). With
 * them a rendered letter tells which typeface each character asked for.
 */
const repository = fileURLToPath(new URL('../../../', import.meta.url));

interface StandIn {
  /** English and Chinese family name; the first is the PostScript name as well. */
  names: [string, string];
  source: string;
}

const serif = 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const heavySerif = 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
const sans = 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf';

export const standIns: readonly StandIn[] = [
  { names: ['FZXiaoBiaoSong-B05S', '方正小标宋简体'], source: heavySerif },
  { names: ['FangSong_GB2312', '仿宋_GB2312'], source: serif },
  { names: ['KaiTi_GB2312', '楷体_GB2312'], source: serif },
  { names: ['SimHei', '黑体'], source: sans },
  { names: ['SimSun', '宋体'], source: serif },
];

/** Raised when the way the stand-ins are made changes. */
const version = 2;

/** Folder with the stand-ins, made at first use and kept in node_modules/.cache. */
export function standInFolder(): string {
  const folder = join(repository, 'node_modules/.cache/conformance-fonts', `v${version}`);
  mkdirSync(folder, { recursive: true });
  for (const { names, source } of standIns) {
    const path = join(folder, `${names[0]}.ttf`);
    if (existsSync(path)) continue;
    const font = readFileSync(join(repository, 'node_modules/@expo-google-fonts', source));
    // Under another name first: a run that is cut off must not leave half a font.
    const draft = `${path}.${process.pid}.part`;
    writeFileSync(draft, editFont(font, { names, ascent: 0.86, descent: 0.14, narrowWidth: 0.5 }));
    renameSync(draft, path);
  }
  return folder;
}
