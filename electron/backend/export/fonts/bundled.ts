import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strictAssert } from '#shared/lib/assert.ts';
import type { TypefaceRole } from '../letter/measures.ts';

/**
 * Open fonts shipped with the app, so that a PDF is readable on a machine without Chinese fonts. A package carries
 * them in `<resources>/fonts`; a checkout reads them from the packages they come from.
 */
export const bundledFonts = [
  { package: '@expo-google-fonts/noto-serif-sc', folder: '400Regular', file: 'NotoSerifSC_400Regular.ttf' },
  { package: '@expo-google-fonts/noto-serif-sc', folder: '700Bold', file: 'NotoSerifSC_700Bold.ttf' },
  { package: '@expo-google-fonts/noto-sans-sc', folder: '500Medium', file: 'NotoSansSC_500Medium.ttf' },
  // For the few Han of extension B that the others lack (𠮷 and its like).
  { package: '@expo-google-fonts/noto-serif-jp', folder: '400Regular', file: 'NotoSerifJP_400Regular.ttf' },
] as const;

/** Families of the bundled fonts as the compiler knows them. */
export const bundledFamily = { serif: 'Noto Serif SC', sans: 'Noto Sans SC', rareHan: 'Noto Serif JP' } as const;

/** What stands in for a role none of whose fonts is installed. */
export function bundledFamilyFor(role: TypefaceRole): string {
  return role === 'heading1' ? bundledFamily.sans : bundledFamily.serif;
}

// Not called `require`: chunks of the build declare that name themselves.
const fromHere = createRequire(import.meta.url);

/** Paths of the bundled font files. `resourcesFolder` is the app's resources folder. */
export function bundledFontFiles(resourcesFolder: string): string[] {
  return bundledFonts.map((font) => {
    const shipped = join(resourcesFolder, 'fonts', font.file);
    const path = existsSync(shipped) ? shipped : fromHere.resolve(`${font.package}/${font.folder}/${font.file}`);
    strictAssert(existsSync(path), `bundled font missing: ${path}`);
    return path;
  });
}
