import type { SourceCell, SourceTable } from '../source.ts';
import { contactLine } from './contacts.ts';
import { fold, squeeze } from './fold.ts';

const columnLabel =
  /^(?:姓名|.{0,6}(?:联系人|承办人|经办人|负责人|工作人员|领导)(?:姓名)?|职务|职称|科室|单位|.{0,4}(?:科室|单位|部门)|.{0,4}(?:电话|手机|联系方式|传真)(?:号码)?|手机号码?|地址|邮编|邮箱|电子邮箱|备注):?$/;

/** The rows of a table that gives contacts, each written as a line of labels and values; none for any other table. */
export function contactRows(table: SourceTable): string[] {
  if (table.rows.length > 12) return [];
  const rows = table.rows.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell !== ''));
  const [first = [], ...others] = rows;
  const isHead = first.length > 1 && others.length > 0 && first.every((cell) => columnLabel.test(squeeze(fold(cell))));
  const texts = isHead ? others.map((row) => labelled(first, row)) : rows.map(pairs);
  return texts.length > 0 && texts.every((text) => contactLine(fold(text), text) !== null) ? texts : [];
}

/** Each cell behind the head of its column. */
function labelled(heads: readonly string[], row: readonly string[]): string {
  return row
    .flatMap((cell, column) => {
      const head = squeeze(heads[column] ?? '').replace(/[:：]$/, '');
      if (cell === '') return [];
      return [`${head === '姓名' ? '联系人' : head}：${cell}`];
    })
    .join('；');
}

/** 联系人 | 李明 | 电话 | 123: a label and its value by turns; a cell that holds both stays. */
function pairs(row: readonly string[]): string {
  return row
    .map((cell) => (columnLabel.test(squeeze(fold(cell))) ? `${squeeze(cell).replace(/[:：]$/, '')}：` : `${cell}；`))
    .join('')
    .replace(/；$/, '');
}

function cellText(cell: SourceCell): string {
  return cell.lines
    .map((line) => line.text.trim())
    .filter((text) => text !== '')
    .join(' ');
}
