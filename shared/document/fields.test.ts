import { expect, it } from 'vitest';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { emptyReplyDocument, fieldRun, paragraph, section, textRun } from './create.ts';
import { fillFields } from './fields.ts';
import { draftFromTemplate } from './from-template.ts';
import { runsText } from './plain-text.ts';
import type { ReplyDocument } from './schema.ts';
import { allBlockIds } from './walk.ts';

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '三届二次会议',
  number: '0231',
  title: '关于增设公交站点的提案',
  members: [
    { name: '林清', lead: false, collective: false },
    { name: '何明', lead: true, collective: false },
  ],
};
const unit = {
  ...defaultUnitSettings,
  fullName: '云江市交通运输局',
  contact: { name: '周舟', role: '联系人', phone: '0899-1' },
};

const template: ReplyDocument = {
  ...emptyReplyDocument(),
  head: { title: [textRun('关于'), fieldRun('session')], salutation: [fieldRun('members'), textRun('委员：')] },
  sections: [
    section('opening', [
      paragraph([
        textRun('您提出的'),
        fieldRun('caseTitle', { before: '《', after: '》' }),
        fieldRun('caseNumber', { before: '（第', after: '号）' }),
        textRun('收悉。经'),
        fieldRun('coUnits', { before: '会同' }),
        textRun('研究，现答复如下：'),
      ]),
    ]),
  ],
};
const opening = (document: ReplyDocument) => runsText(document.sections[0]?.blocks[0]?.runs ?? []);

it('fills title, salutation and opening from the case, the lead member first', () => {
  const letter = fillFields(template, facts, unit);
  expect(runsText(letter.head.title)).toBe('关于市政协三届二次会议');
  expect(runsText(letter.head.salutation)).toBe('何明、林清委员：');
  expect(opening(letter)).toBe('您提出的《关于增设公交站点的提案》（第0231号）收悉。经研究，现答复如下：');
});

it('lets the words around a value come and go with it', () => {
  const together = fillFields(template, { ...facts, coUnits: ['市财政局', '市公安局'], number: '' }, unit);
  expect(opening(together)).toBe('您提出的《关于增设公交站点的提案》收悉。经会同市财政局、市公安局研究，现答复如下：');
  expect(opening(fillFields(together, facts, unit))).toContain('收悉。经研究');
});

it('leaves a detached field alone', () => {
  const detached = { ...template, head: { ...template.head, title: [textRun('手写标题')] } };
  expect(runsText(fillFields(detached, facts, unit).head.title)).toBe('手写标题');
});

it('makes a draft with ids of its own, signed by the unit', () => {
  const draft = draftFromTemplate(template, facts, unit);
  expect(draft.id).not.toBe(template.id);
  expect(allBlockIds(draft)).not.toContain(allBlockIds(template)[0]);
  expect(draft.tail.units).toEqual(['云江市交通运输局']);
  expect(draft.tail.contacts).toEqual([{ name: '周舟', role: '联系人', phones: ['0899-1'] }]);
});
