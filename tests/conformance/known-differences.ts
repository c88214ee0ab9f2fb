/** Why Word (as LibreOffice prints it) and PDF break the pages of a letter at different places, by letter. */
export const knownDifferences: Readonly<Record<string, string>> = {
  grid:
    'The letter has neither number, title nor addressee, which no real letter lacks: under a head Word then keeps the' +
    ' empty lines that part the head from a salutation, and the PDF does not.',
};
