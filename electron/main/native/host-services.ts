import { stat } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { dialog, shell, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { DafuError } from '#shared/contract/errors.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import type { DroppedFiles } from './dropped-files.ts';
import { words } from './words.ts';

/** Documents the app itself writes. A script or program is never opened, whoever asks. */
const openableExtensions: readonly string[] = ['.docx', '.pdf', '.txt', '.dafu', '.json'];

/** Absolute and local: opening a network path (`\\server\share`) would make Windows send the user's credentials. */
export function isLocalAbsolutePath(path: string): boolean {
  return isAbsolute(path) && !path.startsWith('\\\\') && !path.startsWith('//') && !path.includes('\0');
}

export function isOpenablePath(path: string): boolean {
  return isLocalAbsolutePath(path) && openableExtensions.includes(extname(path).toLowerCase());
}

/** The desktop for the backend (`shared/rpc/host.ts`). Dialogs belong to `window()`, or to none before there is one. */
export function createHostServices(window: () => BrowserWindow | null, droppedFiles: DroppedFiles): HostServices {
  const openDialog = (options: OpenDialogOptions) => {
    const parent = window();
    return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options);
  };
  const saveDialog = (options: SaveDialogOptions) => {
    const parent = window();
    return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options);
  };
  return {
    pickFiles: async ({ purpose, extensions, multiple }) => {
      const answer = await openDialog({
        title: words(`pick.${purpose}`),
        filters: [{ name: words(`pick.${purpose}Filter`), extensions }],
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return answer.canceled ? [] : answer.filePaths;
    },
    pickFolder: async ({ startAt }) => {
      const answer = await openDialog({
        title: words('pick.folder'),
        buttonLabel: words('pick.choose'),
        properties: ['openDirectory', 'createDirectory'],
        ...(startAt !== null && { defaultPath: startAt }),
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    pickSaveFile: async ({ purpose, suggestedName, extension, startAt }) => {
      const answer = await saveDialog({
        title: words(`save.${purpose}`),
        defaultPath: startAt === null ? suggestedName : join(startAt, suggestedName),
        filters: [{ name: words('save.filter', { extension: extension.toUpperCase() }), extensions: [extension] }],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    openPath: async ({ path }) => {
      if (!isOpenablePath(path)) throw new DafuError('FORBIDDEN', { rule: 'host.openPath' });
      await assertKind(path, 'file');
      const problem = await shell.openPath(path);
      if (problem !== '') throw new DafuError('PATH_UNAVAILABLE', { path, reason: problem });
      return null;
    },
    revealFile: async ({ path }) => {
      if (!isLocalAbsolutePath(path)) throw new DafuError('FORBIDDEN', { rule: 'host.revealFile' });
      await assertKind(path, 'file');
      shell.showItemInFolder(path);
      return null;
    },
    openFolder: async ({ path }) => {
      if (!isLocalAbsolutePath(path)) throw new DafuError('FORBIDDEN', { rule: 'host.openFolder' });
      await assertKind(path, 'folder');
      const problem = await shell.openPath(path);
      if (problem !== '') throw new DafuError('PATH_UNAVAILABLE', { path, reason: problem });
      return null;
    },
    takeDroppedFile: ({ token }) => Promise.resolve(droppedFiles.take(token)),
  };
}

async function assertKind(path: string, kind: 'file' | 'folder'): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new DafuError('PATH_UNAVAILABLE', { path, reason: error.code ?? 'UNKNOWN' }, { cause: error });
  });
  const fits = kind === 'file' ? found.isFile() : found.isDirectory();
  if (!fits) throw new DafuError('PATH_UNAVAILABLE', { path, reason: kind === 'file' ? 'EISDIR' : 'ENOTDIR' });
}
