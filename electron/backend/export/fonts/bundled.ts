import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TypefaceRole } from '../letter/measures.ts';

/**
 * Open fonts shipped with the app, so that a PDF is readable on a machine without Chinese fonts. They lie in the npm
 * packages they come from; the packaged app keeps these weights and leaves out all others.
 */
export const bundledFonts = [
  { package: '@expo-google-fonts/noto-serif-sc', folder: '400Regular', file: 'NotoSerifSC_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-serif-sc', folder: '700Bold', file: 'NotoSerifSC_700Bold.ttf' },
  { package: '@expo-google-fonts/noto-sans-sc', folder: '700Bold', file: 'NotoSansSC_700Bold.ttf' },
  // For the few Han of extension B that the others lack (𠮷 and its like).
  { package: '@expo-google-fonts/noto-serif-jp', folder: '400Regular', file: 'NotoSerifJP_400Regular.ttf' },
] as const;

/** Families of the bundled fonts as the compiler knows them. */
export const bundledFamily = { serif: 'Noto Serif SC', sans: 'Noto Sans SC', rareHan: 'Noto Serif JP' } as const;

/** What stands in for a role none of whose fonts is installed. 小标宋 and 黑体 are heavier than text, so these are bold. */
export function bundledFaceFor(role: TypefaceRole): { family: string; weight: 'regular' | 'bold' } {
  switch (role) {
    case 'title':
      return { family: bundledFamily.serif, weight: 'bold' };
    case 'heading1':
      return { family: bundledFamily.sans, weight: 'bold' };
    case 'body':
    case 'heading2':
    case 'pageNumber':
      return { family: bundledFamily.serif, weight: 'regular' };
  }
}

const packages = createRequire(import.meta.url);

/**
 * Paths of the bundled font files. `resourcesFolder` is the app's resources folder; the packages lie beside it, in a
 * packaged app outside the archive, as the files are mapped into memory.
 */
export function bundledFontFiles(resourcesFolder: string): string[] {
  return bundledFonts.map((font) => {
    const inPackage = `${font.package}/${font.folder}/${font.file}`;
    const beside = join(resourcesFolder, '..', 'node_modules', inPackage);
    return existsSync(beside) ? beside : packages.resolve(inPackage);
  });
}
