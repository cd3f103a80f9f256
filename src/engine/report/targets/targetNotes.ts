import { noteLines, numberedNotes } from '../layout/noteLines';
import { countedWord } from './targetBase';
import { sheetNames, UNPLACED, type TargetGround, type TargetInput } from './targetInput';

/** The lines below the table: how to read it, what was left out and how many, and the grounds with their status. */
export function targetNotes(input: TargetInput): string[] {
  const notes = [readingNote(input), ...gapNotes(input), input.note].filter((text) => text !== '');
  return [...numberedNotes(notes), ...noteLines('依据', input.grounds.map(targetGroundText))];
}

/** 《…》一(三)2：“盘活土地空间3000亩左右”（征求意见稿） */
export function targetGroundText({ document, clause, quote, status, gives }: TargetGround): string {
  const words = quote === '' ? '' : `：“${quote}”`;
  return `${gives}——${document}${clause}${words}（${status}）`;
}

function readingNote(input: TargetInput): string {
  const { base, grounds } = sheetNames(input);
  const parts = input.shares.slice(0, 4).map((share) => `${String(Math.round(share * 1000) / 10)}%`);
  return `季度目标为累计数，按全年的${parts.join('、')}安排（假设，可改），取整的差额由下一行补足，合计不差；完成值为起算日至截止日按期完成处置的面积，取自“${base}”；各数来源见“${grounds}”。`;
}

/** What is in no number of the table, counted: nothing is left out in silence. */
function gapNotes({ rows, townships }: TargetInput): string[] {
  const count = (word: string) => rows.filter((row) => countedWord(row) === word).length;
  const counted = rows.filter((row) => countedWord(row) === '是');
  const untaxed = counted.filter(({ tax }) => Number.isNaN(tax)).length;
  const unread = counted.filter(({ closing }) => closing.kind === 'unreadable').length;
  const unsure = counted.filter(({ closing }) => closing.kind === 'day' && closing.unsure).length;
  const said = (number: number, text: string) => (number > 0 ? [`${String(number)} 宗${text}`] : []);
  const parts = [
    ...said(count('缺面积'), '缺面积，未计入底数'),
    ...said(count('待核实'), '待核实是否低效，未计入底数'),
    ...said(untaxed === counted.length ? 0 : untaxed, '缺税收，未计入亩均税收'),
    ...said(unread, '完成日期读不出，未计入完成值'),
    ...said(unsure, '完成日期有两种读法，暂按前一种'),
    ...said(townships.find(({ name }) => name === '')?.count ?? 0, `没有填区镇，列入“${UNPLACED}”，未分解目标`),
    ...(untaxed > 0 && untaxed === counted.length ? ['底数台账没有税收，亩均税收列为“—”'] : []),
  ];
  return parts.length === 0 ? [] : [`${parts.join('；')}。`];
}
