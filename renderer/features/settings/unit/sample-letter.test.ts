import { describe, expect, it } from 'vitest';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { wordingKinds } from '#shared/domain/unit-for-case.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { sampleLetter } from './sample-letter.ts';

const textOf = (unit: UnitSettings, kind: (typeof wordingKinds)[number]) =>
  plainText(parseReplyDocument(sampleLetter(unit, kind).body ?? ''), unit.wording);

describe.each(wordingKinds)('the sample of a letter (%s)', (kind) => {
  it('is whole where the unit has said nothing yet', () => {
    const text = textOf(defaultUnitSettings, kind);
    expect(text).toContain('云交函〔2026〕12号');
    expect(text).toContain('第0178号');
    expect(text).toContain('云岭市交通运输局\n2026年4月7日');
    expect(text).toContain('（联系人：何明；联系电话：0899-1234567）\n（此件公开发布）');
  });

  it('follows names, wording, people and 抄送 of the unit', () => {
    const { wording } = defaultUnitSettings;
    const text = textOf(
      {
        ...defaultUnitSettings,
        fullName: '云谷县水利局',
        docCodes: { suggestion: '谷水建', opinion: '谷水协' },
        leader: { name: '白杨', role: '主管领导', phone: '1' },
        copyTo: { proposal: ['县政协提案委'], suggestion: ['县人大常委会人代工委'], opinion: ['县委办'] },
        wording: { ...wording, opening: { ...wording.opening, [kind]: '你提出的{案由}收悉。' } },
      },
      kind,
    );
    expect(text).toContain('云谷县水利局');
    expect(text).toContain({ proposal: '云交函', suggestion: '谷水建', opinion: '谷水协' }[kind]);
    expect(text).toContain('（主管领导：白杨；联系电话：1）');
    expect(text).toContain({ proposal: '县政协提案委', suggestion: '县人大常委会人代工委', opinion: '县委办' }[kind]);
    expect(text).toMatch(/\n你提出的关于.*收悉。\n/);
  });
});
