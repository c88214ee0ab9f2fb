import { describe, expect, it } from 'vitest';
import { attachmentSections } from '#shared/document/attachments.ts';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { plainText, runsText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { bodySections, everyBlock } from '#shared/document/walk.ts';
import { importText } from '../index.ts';

const letter = (end: string) => `关于云川市政协六届二次会议第0231号提案的答复
王明委员：
您提出的《关于完善公交站点的提案》（第0231号）收悉，现答复如下：
甲线、乙线已经开通。
感谢您的关心。
${end}`;

const texts = (document: ReplyDocument) =>
  attachmentSections(document).map(({ mark, title, section }) => [
    mark,
    title,
    ...section.blocks.map(({ runs }) => runsText(runs)),
  ]);
const bodyText = (document: ReplyDocument) =>
  bodySections(document)
    .flatMap(({ blocks }) => blocks.map(({ runs }) => runsText(runs)))
    .join('|');

describe('the text of attachments after a letter', () => {
  it('goes to the items of the list, by number and title, and starts its own count of headings', () => {
    const { document, report } = importText(
      letter(`附件：1.公交站点清单
2.公交线路编制说明
云川市交通运输局
2026年4月7日
附件1
公交站点清单
甲站位于人民路东侧。
附件2
公交线路编
制说明
一、编制依据
依据有关规定编制。
抄送：云川市政协提案委员会。`),
    );
    expect(texts(document)).toEqual([
      ['附件1', '公交站点清单', '甲站位于人民路东侧。'],
      ['附件2', '公交线路编制说明', '编制依据', '依据有关规定编制。'],
    ]);
    expect(document.tail.attachments).toHaveLength(2);
    expect(document.tail.copyTo).toEqual(['云川市政协提案委员会']);
    expect(bodyText(document)).not.toContain('甲站');
    expect(report.warnings.map(({ code }) => code)).not.toContain('appendix.inBody');
    expect(plainText(document)).toContain('附件2\n公交线路编制说明\n一、编制依据');
  });

  it('makes an item of a title that no list names', () => {
    const { document } = importText(
      letter(`云川市交通运输局
2026年4月7日
附件
公交站点清单
甲站位于人民路东侧。`),
    );
    expect(texts(document)).toEqual([['附件', '公交站点清单', '甲站位于人民路东侧。']]);
  });

  it('keeps the words above a text where the list names it otherwise', () => {
    const { document } = importText(
      letter(`附件：公交站点清单
云川市交通运输局
2026年4月7日
附件
云川市公交站点一览
甲站位于人民路东侧。`),
    );
    expect(texts(document)).toEqual([['附件', '公交站点清单', '云川市公交站点一览', '甲站位于人民路东侧。']]);
  });

  it('leaves other text after the letter in the body and says so', () => {
    const { document, report } = importText(
      letter(`云川市交通运输局
2026年4月7日
云川市交通运输局始终重视公交出行，本次答复在办理过程中征求了各方面的意见，并得到了广泛的理解和支持，特此记录。`),
    );
    expect(texts(document)).toEqual([]);
    expect(bodyText(document)).toContain('始终重视公交出行');
    expect(report.warnings.map(({ code }) => code)).toContain('appendix.inBody');
  });

  it('is taken back line by line', () => {
    const text = letter(`附件：1.公交站点清单
云川市交通运输局
2026年4月7日
附件1
公交站点清单
甲站位于人民路东侧。
附件2
公交线路图
乙线由北向南。`);
    const { document, report } = importText(text);
    expect(texts(document)).toHaveLength(2);
    const undone = report.changes.toReversed().reduce(undoImportChange, document);
    const lines = [...everyBlock(undone)].map(({ runs }) => runsText(runs)).filter((line) => line !== '');
    expect(lines.toSorted()).toEqual(text.split('\n').toSorted());
    expect(lines).toEqual(text.split('\n'));
    expect(attachmentSections(undone)).toEqual([]);
  });
});
