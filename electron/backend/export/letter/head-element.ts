import { printedDocNumber } from '#shared/document/printed.ts';
import type { Head } from '#shared/document/schema.ts';
import type { ElementOf, HeadLine, HeadText, Signers } from './element.ts';
import { layHead } from './head-layout.ts';
import type { LookedUp } from './looked-up.ts';
import { POINTS_PER_MM } from './measures.ts';
import type { LetterOptions } from './options.ts';
import { widthInCharacters } from './signature.ts';

/** Head or mark of the letter, or null when a form without a head has nothing to say above the title. */
export function headElement({
  document: { head },
  options,
  form,
  page,
  issuers,
  category,
}: LookedUp): ElementOf<'head'> | ElementOf<'mark'> | null {
  const docNumber = printedDocNumber(head);
  const texts = { docNumber, category, signer: head.signer ?? '' };
  const place = options.unit.categoryPlace;
  if (form.head === null) {
    const lines = markLines(texts, place);
    return lines.length > 0 ? { kind: 'mark', lines } : null;
  }
  const notices = noticesOf(head);
  const isLetter = form.head.kind === 'letter';
  const signers = isLetter ? null : signersOf(texts.signer);
  return {
    kind: 'head',
    layout: layHead(form.head, issuers, page.linePitch / POINTS_PER_MM, signers?.rows.length),
    isPreprinted: form.isPreprinted,
    lines: isLetter ? letterLines(notices, texts, place) : cornerLines(notices, category, place),
    docNumber: isLetter ? '' : place === 'after-number' ? joined(docNumber, category) : docNumber,
    signers,
  };
}

/** In round brackets, once: （B）. */
function bracketed(text: string): string {
  return /^（.*）$/.test(text) ? text : `（${text}）`;
}

/** The category where the unit wants it at the title, else ''. */
export function titleCategory({
  options: { unit },
  category: text,
}: LookedUp): { place: 'under-title' | 'in-title'; text: string } | null {
  if (text === '') return null;
  if (unit.categoryPlace === 'under-title') return { place: 'under-title', text };
  return unit.categoryPlace === 'in-title' ? { place: 'in-title', text: bracketed(text) } : null;
}

type CategoryPlace = LetterOptions['unit']['categoryPlace'];
interface MarkTexts {
  docNumber: string;
  category: string;
  signer: string;
}

const body = (text: string): HeadText | null => (text === '' ? null : { text, role: 'body' });
const leftLine = (left: HeadText): HeadLine => ({ left, right: null });
const joined = (...texts: string[]): string => texts.filter((text) => text !== '').join('　');

/** Without a head: the number at the left, the category beside or above it. */
function markLines(texts: MarkTexts, place: CategoryPlace): HeadLine[] {
  if (place === 'left-block') return leftBlock(texts).map(leftLine);
  const left = body(place === 'after-number' ? joined(texts.docNumber, texts.category) : texts.docNumber);
  const right = place === 'right-corner' ? body(texts.category) : null;
  return left === null && right === null ? [] : [{ left, right }];
}

/**
 * Under the rule of the 信函格式 (10.1): 份号, 密级 and 紧急程度 at the left, the number at the right of the first line. The
 * number stands where others print the category, so in the right corner that takes the line under it.
 */
function letterLines(notices: HeadText[], texts: MarkTexts, place: CategoryPlace): HeadLine[] {
  const { docNumber, category } = texts;
  const left = place === 'left-block' ? [...notices, ...leftBlock(texts)] : notices;
  const right = {
    'right-corner': [docNumber, category],
    'after-number': [joined(docNumber, category)],
    'left-block': [],
    'under-title': [docNumber],
    'in-title': [docNumber],
  }[place].filter((text) => text !== '');
  return Array.from({ length: Math.max(1, left.length, right.length) }, (_, index) => ({
    left: left[index] ?? null,
    right: body(right[index] ?? ''),
  }));
}

/** 类别, 签发人 and 文号 one under the other. */
function leftBlock({ category, signer, docNumber }: MarkTexts): HeadText[] {
  return [category, signer === '' ? '' : `签发人：${signer}`, docNumber]
    .map(body)
    .filter((text): text is HeadText => text !== null);
}

/** In the upper corners of the 文件格式; number and 签发人 have their own place there. */
function cornerLines(notices: HeadText[], category: string, place: CategoryPlace): HeadLine[] {
  const left =
    place === 'left-block' && category !== '' ? [...notices, { text: category, role: 'body' as const }] : notices;
  const right = place === 'right-corner' ? body(category) : null;
  const lines = left.map(leftLine);
  if (right === null) return lines;
  const [first, ...others] = lines;
  return [{ left: first?.left ?? null, right }, ...others];
}

/** 份号 in the body's font, 密级 and 紧急程度 in 黑体 (7.2.1 to 7.2.3). */
function noticesOf({ copyNumber = '', secrecy = '', urgency = '' }: Head): HeadText[] {
  const notices: HeadText[] = [
    { text: copyNumber, role: 'body' },
    { text: secrecy, role: 'heading1' },
    { text: urgency, role: 'heading1' },
  ];
  return notices.filter(({ text }) => text !== '');
}

const namesInRow = 2;

/** Several names are parted by blanks or marks; the blank inside a name of two characters parts nothing. */
function signersOf(signer: string): Signers | null {
  const names: string[] = [];
  for (const piece of signer.split(/[\s、，,；;]+/).filter((part) => part !== '')) {
    const last = names.at(-1);
    if (last?.length === 1 && piece.length === 1) names[names.length - 1] = `${last}　${piece}`;
    else names.push(piece);
  }
  if (names.length === 0) return null;
  const rows = Array.from({ length: Math.ceil(names.length / namesInRow) }, (_, row) =>
    names.slice(row * namesInRow, (row + 1) * namesInRow),
  );
  return { rows, nameWidth: Math.max(...names.map(widthInCharacters)) };
}
