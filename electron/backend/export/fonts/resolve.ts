import type { DoctorReport } from '#shared/contract/app.ts';
import type { FontSubstitution } from '#shared/contract/transfer.ts';
import { typeface, type TypefaceRole } from '../letter/measures.ts';
import { bundledFaceFor, bundledFamily } from './bundled.ts';

/**
 * Names under which the fonts of the standard are installed. The compiler knows a font by the first name of its name
 * table, which is the English one in fonts made for Windows; the last names are the counterparts macOS brings along.
 */
const installedNames: Record<string, readonly string[]> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', '方正小标宋简体'],
  方正小标宋_GBK: ['FZXiaoBiaoSong-B05', '方正小标宋_GBK'],
  仿宋_GB2312: ['FangSong_GB2312', '仿宋_GB2312'],
  仿宋: ['FangSong', '仿宋', 'STFangsong'],
  楷体_GB2312: ['KaiTi_GB2312', '楷体_GB2312'],
  楷体: ['KaiTi', '楷体', 'Kaiti SC', 'STKaiti'],
  黑体: ['SimHei', '黑体', 'Heiti SC', 'STHeiti'],
  宋体: ['SimSun', '宋体', 'Songti SC', 'STSong'],
};
/** Windows' font for Han beyond the basic plane. */
const rareHanName = 'SimSun-ExtB';

/** Every family name worth asking the compiler for. */
export const candidateFamilies: readonly string[] = [...Object.values(installedNames).flat(), rareHanName];

export interface ResolvedTypeface {
  role: TypefaceRole;
  /** First choice of the standard. */
  wanted: string;
  /** What is used: an installed font under its Chinese name, or a bundled family. */
  used: string;
  isBundled: boolean;
  weight: 'regular' | 'bold';
  /** Families in the order in which they are searched for each character. */
  families: string[];
}
export type ResolvedTypefaces = Record<TypefaceRole, ResolvedTypeface>;

/** Chooses the font of every role. `installed` are the names out of `candidateFamilies` that the compiler found. */
export function resolveTypefaces(installed: ReadonlySet<string>): ResolvedTypefaces {
  const installedName = (wanted: string): string | undefined =>
    installedNames[wanted]?.find((name) => installed.has(name));
  const resolve = (role: TypefaceRole): ResolvedTypeface => {
    const wishes: readonly string[] = typeface[role];
    const found = wishes.filter((wish) => installedName(wish) !== undefined);
    const bundled = bundledFaceFor(role);
    const families = [
      ...found.flatMap((wish) => installedName(wish) ?? []),
      bundled.family,
      ...(bundled.family === bundledFamily.serif ? [] : [bundledFamily.serif]),
      ...(installed.has(rareHanName) ? [rareHanName] : []),
      bundledFamily.rareHan,
    ];
    const isBundled = found.length === 0;
    return {
      role,
      wanted: wishes[0] ?? '',
      used: found[0] ?? bundled.family,
      isBundled,
      weight: isBundled ? bundled.weight : 'regular',
      families,
    };
  };
  return {
    title: resolve('title'),
    body: resolve('body'),
    heading1: resolve('heading1'),
    heading2: resolve('heading2'),
    pageNumber: resolve('pageNumber'),
  };
}

/** The standard's fonts that are not the ones used, each once. */
export function fontSubstitutions(typefaces: ResolvedTypefaces, roles: Iterable<TypefaceRole>): FontSubstitution[] {
  const replaced = [...roles].map((role) => typefaces[role]).filter((face) => face.used !== face.wanted);
  return [...new Map(replaced.map((face) => [face.wanted, { wanted: face.wanted, used: face.used }])).values()];
}

/** For `dafu doctor`: which fonts of the standard this PC has, and what the PDF uses for those it lacks. */
export function fontReport(typefaces: ResolvedTypefaces): DoctorReport['fonts'] {
  return Object.values(typefaces).map(({ wanted, role, used }) => ({
    wanted,
    role,
    found: used === wanted,
    substitute: used === wanted ? null : used,
  }));
}
