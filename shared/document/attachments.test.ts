import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyDocumentArbitrary } from '../../tests/support/reply-arbitrary.ts';
import { attachmentMark, attachmentSections } from './attachments.ts';
import { attachmentSection, emptyReplyDocument, heading, paragraph, section } from './create.ts';
import { letterFacts } from './facts.ts';
import { plainText } from './plain-text.ts';
import type { ReplyDocument } from './schema.ts';
import { bodySections, withFreshIds } from './walk.ts';

function letter(): ReplyDocument {
  const empty = emptyReplyDocument();
  return {
    ...empty,
    sections: [
      section('progress', [heading(1, '工作进展'), paragraph('已建成两处。')]),
      section('closing', [paragraph('感谢您的关心。')]),
      attachmentSection('b', [heading(1, '编制依据'), paragraph('见条例。')]),
      attachmentSection('a', [paragraph('甲站')]),
    ],
    tail: {
      ...empty.tail,
      attachments: [
        { id: 'a', title: '站点表' },
        { id: 'b', title: '说明' },
        { id: 'c', title: '线路图' },
      ],
      units: ['云江市交通运输局'],
    },
  };
}

describe('the text of attachments', () => {
  it('comes in the order of the list, under mark and title', () => {
    expect(attachmentSections(letter()).map(({ mark, title }) => `${mark} ${title}`)).toEqual([
      '附件1 站点表',
      '附件2 说明',
    ]);
    expect(attachmentMark(0, 1)).toBe('附件');
  });

  it('is printed after signature, notes and copies', () => {
    expect(plainText(letter())).toBe(
      [
        '一、工作进展',
        '已建成两处。',
        '感谢您的关心。',
        '附件：1.站点表',
        '2.说明',
        '3.线路图',
        '云江市交通运输局',
        '',
        '附件1',
        '站点表',
        '甲站',
        '',
        '附件2',
        '说明',
        '一、编制依据',
        '见条例。',
        '',
      ].join('\n'),
    );
  });

  it('counts neither as body nor for its headings or its end', () => {
    const caseFacts = {
      kind: 'proposal' as const,
      body: '',
      session: '',
      number: '',
      title: '',
      members: [],
      role: 'host' as const,
      coUnits: [],
      hostUnit: '',
      receivedOn: null,
      dueOn: null,
    };
    const facts = letterFacts({ document: letter(), caseFacts, report: null });
    expect(facts.headings).toEqual([{ level: 1, text: '工作进展' }]);
    expect(facts.bodyParagraphs).toBe(2);
    expect(facts.closing).toBe('感谢您的关心。');
  });

  it('stays with its item under new ids', () => {
    fc.assert(
      fc.property(replyDocumentArbitrary, (document) => {
        const copy = withFreshIds(document);
        const links = ({ sections, tail }: ReplyDocument) =>
          sections.map(({ attachment }) =>
            attachment ? tail.attachments.findIndex(({ id }) => id === attachment.itemId) : null,
          );
        expect(links(copy)).toEqual(links(document));
        expect(attachmentSections(copy).map(({ mark, title }) => mark + title)).toEqual(
          attachmentSections(document).map(({ mark, title }) => mark + title),
        );
        expect(bodySections(copy).length + attachmentSections(copy).length).toBe(document.sections.length);
      }),
    );
  });
});
