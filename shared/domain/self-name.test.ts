import { expect, it } from 'vitest';
import { suggestedSelfName } from './self-name.ts';

it.each([
  ['云岭省交通运输厅', '我厅'],
  ['云州市交通运输局 ', '我局'],
  ['云州市发展和改革委员会', '我委'],
  ['云谷县乡村振兴局', '我局'],
  ['云州市云湖区长桥街道办事处', '我街道'],
  ['云州市人民政府办公室', '我办'],
  ['云州市人民政府', null],
  ['', null],
])('%j calls itself %j', (fullName, selfName) => {
  expect(suggestedSelfName(fullName)).toBe(selfName);
});
