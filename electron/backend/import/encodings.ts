/**
 * Which of several decodings of the same bytes is Chinese. A wrong decoding gives rare characters and none of those that
 * make up a large part of any official text, so no table of frequencies is needed.
 */
const frequent = new Set(
  '的一是在不了有和人中大上以要他到用地等及与或对由其为并就这个国我来时们会生可也能下年月日号市县区省局委部厅办政府提案建议员代表关于答复收悉函现如将发展工作进推实施加强设项目行业经济社全您感谢支持门情况理贵出注题重视各解决落通过制度服务管规划基础安教育交环境文化村镇学校医院' +
    '與對為這個國來時們會號縣區廳辦議員關於答復覆函現將發展進實強設項業經濟謝門況貴題視決規劃礎環學校醫養產資處報電話聯絡單條總' +
    '，。、：；（）《》“”！？〔〕「」',
);

/** The characters an ordinary text is written with: level 1 of GB 2312 and of Big5, with the marks of both. */
let everyday: ReadonlySet<string> | undefined;
function everydayCharacters(): ReadonlySet<string> {
  everyday ??= new Set([
    ...decodedRows('gb18030', 0xa1, 0xa3),
    ...decodedRows('gb18030', 0xb0, 0xd7),
    ...decodedRows('big5', 0xa1, 0xc6),
    ...frequent,
  ]);
  return everyday;
}

function decodedRows(encoding: string, first: number, last: number): string {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
    if (encoding === 'big5') for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail);
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replace(/[\ufffd\ue000-\uf8ff]/g, '');
}

export interface Reading {
  /** Share of the most frequent characters among all that are not Latin, 0 to 1. */
  frequent: number;
  /** Share of everyday characters. */
  everyday: number;
  /** How many characters that are not Latin were looked at. */
  counted: number;
}

const sample = 20_000;

export function readingOf(text: string): Reading {
  const known = everydayCharacters();
  let counted = 0;
  let frequentCount = 0;
  let everydayCount = 0;
  for (const character of text.slice(0, sample)) {
    if (character <= '\u00a0') continue;
    counted++;
    if (frequent.has(character)) frequentCount++;
    if (known.has(character)) everydayCount++;
  }
  const share = (count: number): number => (counted === 0 ? 0 : count / counted);
  return { frequent: share(frequentCount), everyday: share(everydayCount), counted };
}

/** Long enough for the frequent characters to show. */
const longText = 30;

/**
 * The decoding that reads as Chinese, or null: none does, or two do equally well. `texts` by encoding, the likelier
 * encoding first.
 */
export function bestReading(texts: ReadonlyMap<string, string>): string | null {
  const ranked = [...texts]
    .map(([encoding, text]) => ({ encoding, ...readingOf(text) }))
    .filter(({ counted }) => counted > 0)
    .sort((a, b) => b.everyday + 2 * b.frequent - a.everyday - 2 * a.frequent);
  const [best, next] = ranked;
  if (!best || best.everyday < 0.6) return null;
  if (best.frequent > 0.2 && best.frequent * best.counted >= 2) return best.encoding;
  // A few words hold hardly any frequent character, or one by chance: they must be everyday ones in one decoding only.
  const isAlone = !next || next.everyday < best.everyday - 0.2;
  return best.counted < longText && best.everyday > 0.9 && isAlone ? best.encoding : null;
}
