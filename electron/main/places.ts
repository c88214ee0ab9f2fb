import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { defaultDataFolder } from '#shared/lib/data-folder.ts';

/** Where everything is, decided once at start. All paths are absolute. */
export interface Places {
  /** Database, backups, logs: all of the user's data. May be unusable; the backend finds out and says so. */
  dataFolder: string;
  /** What Chromium keeps for itself. Holds the single-instance lock, so it follows the data folder. */
  profileFolder: string;
  preloadFile: string;
  rendererFolder: string;
  backendUtilityFile: string;
  backendNodeFile: string;
  resourcesFolder: string;
  fontFolders: string[];
  /** URL of the development server, null in a built app. */
  devServerUrl: string | null;
}

export function findPlaces(): Places {
  const dataFolder = chooseDataFolder(process.argv, process.env, app.isPackaged);
  const outFolder = resolve(import.meta.dirname, '..');
  // A packed app keeps files that are read by path (the external Node, Typst) beside the archive.
  const unpacked = (path: string) => path.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked');
  const root = unpacked(resolve(outFolder, '..'));
  return {
    dataFolder,
    profileFolder: chooseProfileFolder(dataFolder),
    preloadFile: join(outFolder, 'preload/preload.cjs'),
    rendererFolder: join(outFolder, 'renderer'),
    backendUtilityFile: join(outFolder, 'main/backend-utility.js'),
    backendNodeFile: unpacked(join(outFolder, 'main/backend-node.js')),
    resourcesFolder: join(root, 'resources'),
    fontFolders: [
      join(root, 'resources/fonts'),
      join(root, 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular'),
      join(root, 'node_modules/@expo-google-fonts/noto-serif-sc/700Bold'),
      join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular'),
      join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold'),
    ],
    devServerUrl: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
  };
}

/** `--data=DIR` before `DAFU_DATA` before the default of the system. Relative folders are relative to the caller. */
export function chooseDataFolder(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
): string {
  const flag = argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
  const named = flag || env['DAFU_DATA'];
  return resolve(named || defaultDataFolder({ platform: process.platform, env, home: homedir(), packaged }));
}

/**
 * Chromium ends at once when it cannot write its profile. With a data folder that is a file, read-only or gone, the
 * window must still open to explain that, so the profile then goes to the folder for temporary files, under a name
 * made from the data folder: a second start still meets the same lock.
 */
export function chooseProfileFolder(dataFolder: string, temporaryFolder = tmpdir()): string {
  const wanted = join(dataFolder, 'profile');
  try {
    mkdirSync(wanted, { recursive: true });
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
    return wanted;
  } catch (error) {
    const { uid } = userInfo();
    const name = createHash('sha256').update(`${uid} ${dataFolder}`).digest('hex').slice(0, 16);
    const fallback = join(temporaryFolder, `dafu-profile-${name}`);
    console.error(`profile folder ${wanted} is unusable (${String(error)}), using ${fallback}`);
    mkdirSync(fallback, { recursive: true, mode: 0o700 });
    // Everybody may write there, and the name can be foretold: a folder or link somebody else laid out is not ours.
    const found = lstatSync(fallback);
    if (!found.isDirectory() || (uid >= 0 && found.uid !== uid)) {
      throw new Error(`${fallback} belongs to somebody else`, { cause: error });
    }
    return fallback;
  }
}
