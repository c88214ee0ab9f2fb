/** Courtesies that open a closing paragraph: thanks, 此复, a request for comments. */
const opens =
  /^(?:最后[,，]?|今后[,，]?|在此[,，、]?|再次|同时[,，]?)*(?:(?:非常|十分|衷心|诚挚地?|真诚地?|由衷地?|再次)*(?:感[谢謝]|谢谢|致谢)|此[复復複]|[专專特谨]此|以上(?:是|报告|回[复復複]|答[复復複]|意[见見]|情况|办理)|[对對]以上|如[对對有您]|若[对對有您]|您[对對](?:我们|我局|以上|本|此)|欢迎|歡迎|希望(?:[您你]|今后|继续|以后|多提|各位|代表|委员|贵)|望[您你]|(?:衷心|诚恳|真诚)希望|恳请|敬请|请(?:您|将|填|对|在)|妥否|顺致|顺祝|此致|敬礼|祝|特致谢意|[对對][您你][们們]?.{0,40}(?:感[谢謝]|谢意)|此(?:答?复函|函)|尊敬的各位|以促使)/;
const courtesy =
  /感[谢謝]|谢谢|谢意|此[复復複]|[专專特谨]此|支持|[关關]心|[宝寶][贵貴]|意[见見]|批[评評]|[谅諒]解|理解|征[询詢]|回[执執]|敬礼|此致|健康|愉快|参考|[审審][签簽]|[监監]督|不妥|审议|[联聯][系係]/;
const dated = /下一步[,，]|下步[,，]|我[们局厅委部办].{0,8}(?:将|计划)(?!.{0,20}(?:虚心|听取|意见|尽全?力))/;

/** Whether a paragraph is a closing formula: courtesies only, from its first word on, and no report of work. */
export function isClosingFormula(text: string): boolean {
  const bare = text.trim();
  if (bare.length > 160 || !courtesy.test(bare)) return false;
  return (opens.test(bare) || /(?:深表|表示).{0,6}感[谢謝][。.!！]?$/.test(bare)) && !dated.test(bare);
}
