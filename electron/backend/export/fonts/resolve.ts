import type { DoctorReport } from '#shared/contract/app.ts';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import { defaultUnitLayout, type UnitLayout } from '#shared/domain/unit-settings.ts';
import type { TypefaceRole } from '../letter/measures.ts';
import { typefaceWishes } from '../letter/typefaces.ts';
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
  // Others that offices choose.
  方正小标宋_GB18030: ['FZXiaoBiaoSong-B05 GB18030', 'FZXiaoBiaoSong-GB18030', '方正小标宋_GB18030'],
  方正仿宋_GBK: ['FZFangSong-Z02', '方正仿宋_GBK'],
  方正仿宋简体: ['FZFangSong-Z02S', '方正仿宋简体'],
  方正楷体_GBK: ['FZKai-Z03', '方正楷体_GBK'],
  方正楷体简体: ['FZKai-Z03S', '方正楷体简体'],
  方正黑体_GBK: ['FZHei-B01', '方正黑体_GBK'],
  方正黑体简体: ['FZHei-B01S', '方正黑体简体'],
  方正书宋_GBK: ['FZShuSong-Z01', '方正书宋_GBK'],
  华文仿宋: ['STFangsong', '华文仿宋'],
  华文楷体: ['STKaiti', '华文楷体'],
  华文宋体: ['STSong', '华文宋体'],
  华文中宋: ['STZhongsong', '华文中宋'],
  微软雅黑: ['Microsoft YaHei', '微软雅黑'],
};
/** Windows' font for Han beyond the basic plane. */
const rareHanName = 'SimSun-ExtB';

type FontLayout = Pick<UnitLayout, 'fonts' | 'latinFont'>;

/** Names under which a font the unit or the standard names may be installed. */
function namesOf(font: string): readonly string[] {
  return installedNames[font] ?? [font];
}

/** Every family name worth asking the compiler for. */
export const candidateFamilies: readonly string[] = [...Object.values(installedNames).flat(), rareHanName];

/** Family names only this unit's layout speaks of. */
export function ownCandidates({ fonts, latinFont }: FontLayout): string[] {
  const named = [...Object.values(fonts).flat(), latinFont].filter((font) => font !== '');
  return named.filter((font) => installedNames[font] === undefined);
}

/** As the compiler wants it: a name, or a name for western letters and digits only. */
export type FontFamily = string | { name: string; covers: 'latin-in-cjk' };

export interface ResolvedTypeface {
  role: TypefaceRole;
  /** First choice of the standard. */
  wanted: string;
  /** What is used: an installed font under its Chinese name, or a bundled family. */
  used: string;
  isBundled: boolean;
  weight: 'regular' | 'bold';
  /** Families in the order in which they are searched for each character. */
  families: FontFamily[];
}
export type ResolvedTypefaces = Record<TypefaceRole, ResolvedTypeface>;

/**
 * Chooses the font of every role: the unit's, else the standard's, else a bundled one. `installed` are the names out of
 * `candidateFamilies` and `ownCandidates` that the compiler found.
 */
export function resolveTypefaces(
  installed: ReadonlySet<string>,
  layout: FontLayout = defaultUnitLayout,
): ResolvedTypefaces {
  const installedName = (wanted: string): string | undefined => namesOf(wanted).find((name) => installed.has(name));
  const latinName = layout.latinFont === '' ? undefined : installedName(layout.latinFont);
  const resolve = (role: TypefaceRole): ResolvedTypeface => {
    const wishes = typefaceWishes(role, layout);
    const found = wishes.filter((wish) => installedName(wish) !== undefined);
    const bundled = bundledFaceFor(role);
    const families: FontFamily[] = [
      // 7.5 wants the page number in 宋体 whatever the digits of the text.
      ...(latinName === undefined || role === 'pageNumber'
        ? []
        : [{ name: latinName, covers: 'latin-in-cjk' as const }]),
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

/** Fonts of the unit or the standard that are not the ones used, each once. */
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

/** The unit's font of western letters and digits where this PC lacks it. */
export function latinSubstitution(
  installed: ReadonlySet<string>,
  { latinFont }: FontLayout,
  typefaces: ResolvedTypefaces,
): FontSubstitution[] {
  if (latinFont === '' || namesOf(latinFont).some((name) => installed.has(name))) return [];
  return [{ wanted: latinFont, used: typefaces.body.used }];
}
