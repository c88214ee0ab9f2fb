/** The parts a file name can be made of; in the stored pattern they stand as `{docNumber}` and so on. */
export const nameTokens = ['docNumber', 'title', 'date', 'caseNumber'] as const;
export type NameToken = (typeof nameTokens)[number];
export type TokenLabels = Record<NameToken, string>;

/** `{docNumber} {title}` as the person reads it: {发文字号} {标题}. */
export function shownPattern(stored: string, labels: TokenLabels): string {
  return nameTokens.reduce((text, token) => text.replaceAll(`{${token}}`, `{${labels[token]}}`), stored);
}

export function storedPattern(shown: string, labels: TokenLabels): string {
  return nameTokens.reduce((text, token) => text.replaceAll(`{${labels[token]}}`, `{${token}}`), shown);
}
