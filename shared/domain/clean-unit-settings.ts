import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';
import type { UnitSettings } from './unit-settings.ts';

/**
 * The settings as they may be kept: without characters that do not belong in a letter (copied along from a web page,
 * say), rows nobody filled, and blanks at the ends of names. Only patterns may have several lines.
 */
export function cleanUnitSettings(unit: UnitSettings): UnitSettings {
  const { fullName, shortName, selfName, docCode, docCodes, contact, leader, wording, copyTo, layout } = unit;
  const person = ({ name, role, phone }: UnitSettings['contact']) => ({
    name: oneLine(name),
    role: oneLine(role),
    phone: oneLine(phone),
  });
  const patterns = (texts: UnitSettings['wording']['title']) => ({
    proposal: severalLines(texts.proposal),
    suggestion: severalLines(texts.suggestion),
    opinion: severalLines(texts.opinion),
  });
  const list = (items: readonly string[]) => items.map(oneLine).filter((item) => item !== '');
  const categories = (items: UnitSettings['categories']['proposal']) =>
    items
      .map(({ mark, meaning }) => ({ mark: oneLine(mark), meaning: oneLine(meaning) }))
      .filter(({ mark, meaning }) => mark !== '' || meaning !== '');
  return {
    ...unit,
    fullName: oneLine(fullName),
    shortName: oneLine(shortName),
    selfName: oneLine(selfName),
    docCode: oneLine(docCode),
    docCodes: { suggestion: oneLine(docCodes.suggestion), opinion: oneLine(docCodes.opinion) },
    contact: person(contact),
    leader: person(leader),
    categories: {
      proposal: categories(unit.categories.proposal),
      suggestion: categories(unit.categories.suggestion),
    },
    wording: {
      title: patterns(wording.title),
      opening: patterns(wording.opening),
      closing: patterns(wording.closing),
      disclosure: {
        public: oneLine(wording.disclosure.public),
        onRequest: oneLine(wording.disclosure.onRequest),
        withheld: oneLine(wording.disclosure.withheld),
      },
      contact: oneLine(wording.contact),
      category: oneLine(wording.category),
    },
    copyTo: {
      proposal: list(copyTo.proposal),
      suggestion: list(copyTo.suggestion),
      opinion: list(copyTo.opinion),
    },
    layout: {
      ...layout,
      latinFont: oneLine(layout.latinFont),
      fonts: {
        title: list(layout.fonts.title),
        body: list(layout.fonts.body),
        heading1: list(layout.fonts.heading1),
        heading2: list(layout.fonts.heading2),
        pageNumber: list(layout.fonts.pageNumber),
      },
    },
    approvers: unit.approvers
      .map(({ step, name }) => ({ step: oneLine(step), name: oneLine(name) }))
      .filter(({ step, name }) => step !== '' || name !== ''),
    fileNamePattern: oneLine(unit.fileNamePattern),
  };
}

function oneLine(text: string): string {
  return withoutUnwantedCharacters(text)
    .replaceAll(/[\s\u0085]*[\n\r\u0085\u2028\u2029][\s\u0085]*/gu, ' ')
    .trim();
}

function severalLines(text: string): string {
  return withoutUnwantedCharacters(text)
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}
