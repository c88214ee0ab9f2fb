import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const modules = join(root, 'node_modules');
/** Made by set-up, ignored by git; deleting it is always safe. */
export const repositoryCache = join(root, '.cache');
/** Shared by all clones of one user, so that only the first downloads. */
export const userCache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'dafu');
