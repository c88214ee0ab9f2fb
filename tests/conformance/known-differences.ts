/** Why Word (as LibreOffice prints it) and PDF break lines or pages of a letter at different places, by letter. */
export const knownDifferences: Readonly<Record<string, string>> = {
  'long-table':
    'On the page where a table begins, Word makes up over all its rows for the room above it, the PDF at once; on a page' +
    ' the table goes on from, its rows stand half the room between two lines lower in the PDF, as nothing is above them.' +
    ' Where a page is full to the last line, one row more or less fits.',
  'real-37':
    'LibreOffice leaves out the narrowing of characters at each change between Chinese and western ones; a line of 25' +
    ' characters and six hyphens, full to a hundredth, then holds one character less than in Word and PDF.',
};
