/** How units of a kind call themselves, by the end of their full name; the longest end first. */
const selfNames: readonly (readonly [ending: string, selfName: string])[] = [
  ['街道办事处', '我街道'],
  ['人民法院', '我院'],
  ['人民检察院', '我院'],
  ['委员会', '我委'],
  ['办公室', '我办'],
  ['厅', '我厅'],
  ['局', '我局'],
  ['委', '我委'],
  ['办', '我办'],
  ['院', '我院'],
  ['中心', '我中心'],
];

/** 自称 that fits the full name, such as 我厅, or null when the name does not tell. */
export function suggestedSelfName(fullName: string): string | null {
  return selfNames.find(([ending]) => fullName.trim().endsWith(ending))?.[1] ?? null;
}
