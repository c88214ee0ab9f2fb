/** Sentences of invented reply letters, of the length and with the digits and quotation marks real ones have. */
const sentences = [
  '2025年以来，我局会同市财政局、市卫生健康委员会等部门，围绕“15分钟生活圈”建设，完善基层服务网点布局，新建改建社区服务站128处。',
  '坚持问题导向，把群众反映集中的事项列入年度重点任务，逐项明确责任单位、完成时限和验收标准，办结率达到97.6%。',
  '加强资金保障，全年安排专项资金3.2亿元，同比增长12.5个百分点，重点向山区乡镇和老旧小区倾斜。',
  '健全长效管护机制，推行“街道吹哨、部门报到”工作法，推动服务向群众身边延伸，切实提升群众的获得感、幸福感、安全感。',
  '您在提案中指出的设施老化、标准不一、管理力量不足等问题，切中要害，我们在工作中也深有体会。',
  '依托云江市政务服务平台，开通线上预约、进度查询和评价反馈功能，累计服务群众46万人次。',
  '我们还组织编制了《云江市社区服务设施专项规划（2026—2030年）》，统筹推进城乡一体化布局。',
  '同时，鼓励社会力量参与，引进专业服务机构35家，培育社区社会组织210个，形成多元共建的良好局面。',
  '对照先进地区的做法，我市在服务供给、人才队伍和信息共享方面仍有差距，需要在今后的工作中认真加以解决。',
  '市县两级建立联席会议制度，每季度调度一次进展情况，对进度滞后的单位予以通报。',
];

/** A paragraph of so many sentences; `seed` chooses where to begin. */
export function prose(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => sentences[(seed + index) % sentences.length]).join('');
}
