import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { importExtensions } from '#shared/contract/imports.ts';

/** As many as one import takes. */
const mostFiles = 1000;

/**
 * Files the system asks the app to open: those a command line names (the program's own places among the arguments are
 * folders or have other extensions), and those of macOS. They wait here until the window takes them.
 */
export class OpenedFiles {
  #waiting: string[] = [];

  /** Returns whether there was any. */
  addCommandLine(argv: readonly string[], workingDirectory: string): boolean {
    const named = argv.filter((argument) => !argument.startsWith('-')).map((path) => resolve(workingDirectory, path));
    return this.add(named);
  }

  add(paths: readonly string[]): boolean {
    const letters = paths.filter(isLetterFile);
    this.#waiting = [...this.#waiting, ...letters].slice(0, mostFiles);
    return letters.length > 0;
  }

  /** The arguments for starting anew: those of this start without its letters, which are read, and the waiting ones. */
  argumentsToStartAnew(argv: readonly string[]): string[] {
    return [...argv.slice(1).filter((argument) => !isLetterFile(resolve(argument))), ...this.take()];
  }

  /** Each file once. */
  take(): string[] {
    const taken = [...new Set(this.#waiting)];
    this.#waiting = [];
    return taken;
  }
}

function isLetterFile(path: string): boolean {
  if (!importExtensions.includes(extname(path).slice(1).toLowerCase())) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
