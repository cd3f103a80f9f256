import { plainTable } from '../../engine/report/index';
import { sheetsToFile } from '../../package/sheetsToFile';
import type { SheetCell } from '../../sheet/sheet';
import type { FileKept } from './fileRead';

/** What became of a file among the others. */
export interface FileOutcome {
  readonly read: FileKept;
  /** Not among the rows, though it was read, and why. */
  readonly leftOut?: string;
}

const COLUMNS = [
  { head: '文件', width: 150 },
  { head: '地方', width: 90 },
  { head: '年份', width: 40 },
  { head: '结果', width: 60 },
  { head: '户数', width: 44, format: '#,##0' },
  { head: '面积（亩）', width: 66, format: '#,##0.00' },
  { head: '税收（万元）', width: 72, format: '#,##0.00' },
  { head: '不计的行', width: 48, format: '#,##0' },
  { head: '说明', width: 260 },
] as const;

/** 读入情况: every file with what was read of it, what is asked and what was found. */
export function readReport(files: readonly FileOutcome[], when: string): Uint8Array {
  const lines = files.map(lineOf);
  const counted = files.filter(({ read, leftOut }) => read.counted && leftOut === undefined);
  const sum = (at: number) =>
    lines.reduce((total, line, index) => total + (files[index]?.leftOut === undefined ? Number(line[at]) || 0 : 0), 0);
  const total = ['合计', '', '', `${String(counted.length)} 份`, sum(4), sum(5), sum(6), sum(7), ''];
  const sheet = plainTable({
    name: '读入情况',
    title: '读入情况',
    line: `${when}，共 ${String(files.length)} 份文件。面积、税收只计读出来的；待答、重复的不计入合计。`,
    columns: COLUMNS,
    rows: [total, ...lines],
    totals: 1,
  });
  return sheetsToFile([sheet]);
}

function lineOf({ read, leftOut }: FileOutcome): SheetCell[] {
  const { file, place, year = '', refused, counted, questions, told, setAside } = read;
  const asked = questions.map(({ text }) => `问：${text}`);
  if (refused !== undefined || !counted) return [file, place, year, '没有读入', '', '', '', '', refused ?? ''];
  const state = leftOut !== undefined ? '没有计入' : questions.length > 0 ? '待答' : '已读入';
  const words = [...(leftOut === undefined ? [] : [leftOut]), ...asked, ...told].join('\n');
  return [file, place, year, state, counted.rows, counted.area, counted.tax, setAside, words];
}
