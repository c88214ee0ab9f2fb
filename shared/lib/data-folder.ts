/** What decides where the user's data lives; `shared` does not know Node, so the caller passes it in. */
export interface DataFolderFacts {
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Home folder, absolute. */
  home: string;
  /** A development build never touches the data of the installed app: its migrations may not be final. */
  packaged: boolean;
}

/**
 * The data folder (absolute) when neither `--data` nor `DAFU_DATA` names one; app and command line agree on it.
 * Windows `%APPDATA%\Dafu`, macOS `~/Library/Application Support/Dafu`, else `$XDG_CONFIG_HOME/Dafu` or
 * `~/.config/Dafu`; `Dafu-dev` for a development build.
 */
export function defaultDataFolder({ platform, env, home, packaged }: DataFolderFacts): string {
  const name = packaged ? 'Dafu' : 'Dafu-dev';
  if (platform === 'win32') return `${env['APPDATA'] ?? `${home}\\AppData\\Roaming`}\\${name}`;
  if (platform === 'darwin') return `${home}/Library/Application Support/${name}`;
  // A relative XDG_CONFIG_HOME is to be ignored (XDG base directory specification).
  const configHome = env['XDG_CONFIG_HOME'];
  return `${configHome?.startsWith('/') ? configHome : `${home}/.config`}/${name}`;
}
