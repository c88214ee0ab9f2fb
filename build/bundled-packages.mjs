/**
 * Pure JavaScript packages that are bundled into out/main: the CLI starts faster and the package stays small. What is
 * left outside has a native binary beside it (better-sqlite3, typst), starts worker files of its own (pino), or
 * declares a `require` that clashes with the one electron-vite puts into chunks (fflate).
 */
export const bundledPackages = ['dingbat-to-unicode', 'i18next', 'parse5', 'saxes', 'uuid', 'zod'];
