/** How a courtesy may set in: 最后,再一次衷心… */
const lead =
  '(?:最后|今后|在此|再次|再一次|又一次|同时|并|谨|特|也|我(?:们|局|厅|委|部|办|县|市|区|镇)|非常|十分|万分|深深|深切|衷心|诚挚|真诚|由衷|热忱|热切|诚恳|恳切|一并|地|的|[,，、])*';
/** Courtesies that open a closing paragraph: thanks, 此复, a request for comments. */
const opens = new RegExp(
  `^${lead}(?:感[谢謝]|谢谢|致谢|致以|此[复復複]|此答[复復]|[专專特谨]此|[专特谨][复覆]|表(?:谢意|谢忱|敬意|感谢)|以上(?:是|报告|回[复復複]|答[复復複]|意[见見]|情况|办理)|[对對]以上|如[对對有您]|若[对對有您]|您[对對](?:我们|我局|以上|本|此)|欢迎|歡迎|希望(?:[您你]|今后|继续|以后|多提|各位|代表|委员|贵|社会)|[期盼]?[望盼待](?:着)?(?:[您你贵]|各位|代表|委员|今后|继续|一如既往|予以|多提|周知|理解|谅解)|恳请|敬请|恭请|请(?:您|你|将|填|对|在|继续|予|多|各位)|妥否|[顺谨即](?:致|祝|颂)|此致|敬礼|祝|致(?:谢|敬)|特致谢意|[对對][您你][们們]?.{0,40}(?:感[谢謝]|谢意)|此(?:答?复函|函)|尊敬的各位|以促使)`,
);
const courtesy =
  /感[谢謝]|谢谢|谢意|谢忱|致谢|敬意|此[复復複]|此答[复復]|[专專特谨]此|[专特谨][复覆]|指示|批示|支持|[关關][心注]|[宝寶][贵貴]|意[见見]|批[评評]|指[导正]|[谅諒]解|理解|征[询詢]|回[执執]|敬礼|此致|健康|安康|愉快|顺利|如意|[商时文台春夏秋冬]祺|[台文政]安|参考|[审審][签簽]|[监監]督|不妥|审议|周知|[联聯][系係]/;
const dated = /下一步[,，]|下步[,，]|我[们局厅委部办].{0,8}(?:将|计划)(?!.{0,20}(?:虚心|听取|意见|尽全?力))/;

/** Whether a paragraph is a closing formula: courtesies only, from its first word on, and no report of work. */
export function isClosingFormula(text: string): boolean {
  const bare = text.trim();
  if (bare.length > 160 || !courtesy.test(bare)) return false;
  const ends = /(?:深表|表示|致以).{0,8}(?:感[谢謝]|谢意|谢忱|敬意)[。.!！]?$/;
  return (opens.test(bare) || ends.test(bare)) && !dated.test(bare);
}

/** The regards that end a letter, on a line or two of their own: 此致 / 敬礼！. They are no paragraph of it. */
export function isRegards(text: string): boolean {
  return /^(?:此致[,，:：]?\s*)?(?:敬礼[!！。.]*)?$/.test(text.trim()) && text.trim() !== '';
}
