import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bundledFamily } from '../fonts/bundled.ts';
import { LetterCompiler } from './compiler.ts';
import { ordinary, printable } from './printable.ts';

it('leaves ordinary text alone and takes out what cannot be seen', () => {
  expect(printable('正文，2026年\n“引号”')).toBe('正文，2026年\n“引号”');
  expect(printable('甲\t乙\r\n丙\u2028丁\u200b戊\u202e己\u0000庚\ufffe')).toBe('甲　　乙\n丙\n丁戊己庚');
  expect(printable('不足1\u20443')).toBe('不足1/3');
  expect(printable('甲\ud800乙')).toBe('甲\ufffd乙');
});

it('counts no character as ordinary that the bundled fonts lack', () => {
  const compiler = new LetterCompiler(fileURLToPath(new URL('../../../../resources/', import.meta.url)), []);
  const ordinaryOnes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => ordinary.test(character) && character !== '\n',
  );
  expect(ordinaryOnes.length).toBeGreaterThan(27_000);
  // One PDF for all of them; only when it fails is each asked for by itself.
  const families = [bundledFamily.serif];
  const isComplete = compiler.isDisplayable(ordinaryOnes.join(''), families);
  expect(isComplete ? [] : ordinaryOnes.filter((one) => !compiler.isDisplayable(one, families))).toEqual([]);
}, 120_000);
