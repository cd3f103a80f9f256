import type { NewSheet, SheetFormat } from '../../src/sheet/sheet';

const WORDS: SheetFormat = { border: true, vertical: 'Center', fontName: '仿宋', fontSize: 11, rowHeight: 24 };
const YEARS = Array.from({ length: 60 }, (_, index) => index);

/** A sheet that uses every part of the contract: 60 rows of two numbers, their sum, a word to choose, and a chart. */
export function sampleSheet(name = '年度目标'): NewSheet {
  const area = { row: 2, column: 0, rows: YEARS.length, columns: 5 };
  const column = (at: number) => ({ row: 2, column: at, rows: 12, columns: 1 });
  return {
    name,
    freezeRows: 2,
    merges: [{ row: 0, column: 0, rows: 1, columns: 5 }],
    blocks: [
      {
        ...{ row: 0, column: 0, values: [['年度目标分解表 <甲> & "乙"', '', '', '', '']] },
        format: { fontName: '黑体', fontSize: 18, horizontal: 'Center', vertical: 'Center', rowHeight: 36 },
      },
      {
        ...{ row: 1, column: 0, values: [['年份', '面积（亩）', '税收（万元）', '合计', '档位']] },
        format: { ...WORDS, bold: true, fill: '#D9D9D9', horizontal: 'Center', wrap: true, rowHeight: 30 },
      },
      {
        ...{ row: 2, column: 0, values: YEARS.map((year) => [`第 ${String(year + 1)} 年`]) },
        format: { ...WORDS, columnWidth: 90 },
      },
      {
        ...{ row: 2, column: 1, values: YEARS.map((year) => [10 + year, 100.5 - year]) },
        format: { ...WORDS, columnWidth: 72, numberFormat: '#,##0.0', locked: false },
      },
      {
        ...{ row: 2, column: 3, values: YEARS.map(() => ['']) },
        formulas: YEARS.map((year) => [`=B${String(year + 3)}+C${String(year + 3)}`]),
        format: { ...WORDS, columnWidth: 72, numberFormat: '#,##0.00' },
      },
      {
        ...{ row: 2, column: 4, values: YEARS.map(() => ['']) },
        format: { ...WORDS, columnWidth: 100, locked: false },
      },
    ],
    choices: [{ area: { row: 2, column: 4, rows: YEARS.length, columns: 1 }, list: ['优先发展', '鼓励提升', '观察'] }],
    charts: [
      {
        ...{ kind: 'stackedColumn', title: '面积与税收', place: { row: 3, column: 6, rows: 16, columns: 8 } },
        categories: column(0),
        series: [
          { name: '面积', values: column(1) },
          { name: '税收', values: column(2) },
        ],
      },
    ],
    print: {
      landscape: true,
      area: { ...area, row: 0, rows: YEARS.length + 2 },
      titleRows: { first: 0, last: 1 },
      margins: { top: 2, bottom: 1.5, left: 1, right: 1.27 },
      footer: '第 &P 页，共 &N 页',
      centred: true,
      breaks: [12, 42],
    },
    protect: true,
  };
}
