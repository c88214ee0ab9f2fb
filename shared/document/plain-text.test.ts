import { expect, it } from 'vitest';
import {
  emptyReplyDocument,
  heading,
  listItem,
  paragraph,
  promptParagraph,
  section,
  table,
  textRun,
} from './create.ts';
import { countCharacters, countWords, plainText, searchText, titleText } from './plain-text.ts';

it('gives no number to a heading that only shows its prompt', () => {
  const document = {
    ...emptyReplyDocument(),
    sections: [
      section(
        'progress',
        [heading(2, '', { prompt: '小标题' }), heading(2, '夯实基础')],
        heading(1, '', { prompt: '标题' }),
      ),
      section('plan', [paragraph('继续努力。')], heading(1, '下一步计划')),
    ],
  };
  expect(plainText(document)).toBe('（一）夯实基础\n一、下一步计划\n继续努力。\n');
});

it('reads the letter from top to bottom with all numbers', () => {
  const document = {
    ...emptyReplyDocument(),
    head: {
      docNumber: { code: '云交函', year: 2026, serial: 8 },
      category: 'A',
      title: [textRun('关于第12号提案的答复')],
      salutation: [textRun('何明委员：')],
    },
    sections: [
      section('opening', [paragraph('您提出的提案收悉，现答复如下：')]),
      section('progress', [
        heading(1, '工作进展'),
        heading(2, [textRun('优化线路。'), textRun('新开两条。', { body: true })]),
        listItem('decimal', '甲线'),
        table([
          ['线路', '站数'],
          ['甲线', '12'],
        ]),
        promptParagraph('在此写明进展'),
      ]),
    ],
    tail: {
      attachments: [
        { id: 'a', title: '线路图' },
        { id: 'b', title: '站点表' },
      ],
      units: ['云江市交通运输局'],
      date: '2026-05-06',
      contacts: [{ name: '周舟', phones: ['0899-7654321'] }],
      copyTo: ['市政府办公室'],
    },
  };
  expect(plainText(document).split('\n')).toEqual([
    '云交函〔2026〕8号　A',
    '关于第12号提案的答复',
    '何明委员：',
    '您提出的提案收悉，现答复如下：',
    '一、工作进展',
    '（一）优化线路。新开两条。',
    '1.甲线',
    '线路\t站数',
    '甲线\t12',
    '附件：1.线路图',
    '2.站点表',
    '云江市交通运输局',
    '2026年5月6日',
    '（联系人：周舟；联系电话：0899-7654321）',
    '抄送：市政府办公室。',
    '',
  ]);
});

it.each([
  ['您提出的提案收悉。', 9],
  ['共42项，占26%。', 7],
  ['DeepSeek 大模型', 4],
  ['𠮷林市', 3],
  ['  \t　', 0],
  ['——“三新”……', 8],
])('counts %s as Word does', (text, count) => {
  expect(countWords(text)).toBe(count);
});

it('puts a title of several lines into one, without what was taken out and without a gap', () => {
  const { head } = emptyReplyDocument();
  const title = [
    textRun('云江市水务局关于 '),
    { text: '\n', object: { type: 'break' as const } },
    textRun('　第12号提案的'),
    { text: '旧', del: ['r1'] },
    textRun('答复\n'),
  ];
  expect(titleText({ head: { ...head, title } })).toBe('云江市水务局关于第12号提案的答复');
  expect(titleText({ head: { ...head, title: [textRun('Reply on\nproposal 12')] } })).toBe('Reply on proposal 12');
});

it('counts and finds the letter as it would read, not what is struck', () => {
  const letter = emptyReplyDocument();
  letter.sections[0]!.blocks = [paragraph([textRun('已'), { text: '基本', del: ['r1'] }, { text: '全部', ins: 'r1' }])];
  letter.tail.copyTo = ['市政协提案委', '市政府办'];
  letter.tail.changes = [
    { field: 'copyTo', revision: 'r1', before: ['市政府督查室'], after: ['市政协提案委', '市政府办'] },
  ];
  expect(countCharacters(letter)).toBe(3);
  expect(searchText(letter).split('\n')).toEqual(['已全部', '市政协提案委', '市政府办']);
});
