/** Why Word (as LibreOffice prints it) and PDF break the pages of a letter at different places, by letter. */
export const knownDifferences: Readonly<Record<string, string>> = {};
