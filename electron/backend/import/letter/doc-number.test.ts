import { expect, it } from 'vitest';
import { docNumberIn } from './doc-number.ts';
import { fold } from './fold.ts';

const read = (text: string) => docNumberIn({ text, key: fold(text) });

it.each([
  '云水函〔2026〕B8号',
  '云水函〔2026〕8-2号',
  '云水函〔2026〕8?号',
  '云水函〔二〇二六〕八号',
  '云水函2026年8号',
  '云水函字第8号',
  '云水函〔2O26〕8号',
  '云水函〔2026〕（补）8号',
  '云水函〔2026〕8号-1',
  '云水函〔2026〕',
  '云水函2026〔8〕号',
  '云水函{2026}8号',
])('%s is kept as printed', (text) => {
  expect(read(text)).toMatchObject({ printed: text, value: null });
});

it('takes no more than the number', () => {
  expect(read('云水函〔2026〕8-2号　　签发人：周宁')?.printed).toBe('云水函〔2026〕8-2号');
  expect(read('文号：云水函2026年8号  B类')?.printed).toBe('云水函2026年8号');
  expect(read('云水函〔2026〕8号')?.value).toEqual({ code: '云水函', year: 2026, serial: 8 });
});

it.each(['关于市政协2026年第8号提案的答复', '市政协六届二次会议第8号', '2026年8月8日', '办理工作2026年开展8号'])(
  'is not in %s',
  (text) => {
    expect(read(text)).toBeNull();
  },
);
