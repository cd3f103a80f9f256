import { CHOICES } from '../ledger/choices';
import type { Rows } from '../ledger/cell';
import { fieldOf } from '../ledger/fields';
import type { NewSheet, SheetBlock, SheetCell, SheetChoice, SheetFormat } from '../../sheet/sheet';
import { ROW_CODE_TITLE } from './copyWords';
import type { SentBatch, SentCopy } from './sentBatch';

/** A column of results beside the ledger's own, its cells by row of the copy. */
export interface ResultColumn {
  readonly title: string;
  readonly width: number;
  readonly values: readonly string[];
  readonly formulas?: readonly string[];
  /** A formula that looks at its neighbours, by the row of the copy and the column it stands in. */
  readonly formulasFrom?: (index: number, column: number) => string;
}

/** What a recipient is told and asked for. */
export interface CopyWords {
  readonly title: string;
  /** 单位：亩、万元, where the ledger has such a line. */
  readonly unitLine: string;
  /** ISO day, or as a person wrote it. */
  readonly deadline: string;
  readonly returnTo: string;
}

/** Where the copy's rows begin on its ledger sheet, and where the home columns stand on it. */
export const FIRST_ROW = 4;
export const FIRST_COLUMN = 1;

const HEAD: SheetFormat = {
  bold: true,
  wrap: true,
  horizontal: 'Center',
  vertical: 'Center',
  border: true,
  rowHeight: 36,
  fill: '#E7E6E6',
  fontColor: '#000000',
};
const LOCKED: SheetFormat = { border: true, fontColor: '#595959', fill: '#F2F2F2' };
const FILL: SheetFormat = { border: true, locked: false, fill: '#FFF2CC', fontColor: '#000000' };
const RESULT: SheetFormat = { border: true, horizontal: 'Center', wrap: true };

/** The ledger sheet of a copy: cells to fill in are yellow and open, all others grey and locked; one row of headers. */
export function copyLedgerSheet(
  batch: SentBatch,
  copy: SentCopy,
  given: {
    readonly cells: Rows;
    readonly words: CopyWords;
    readonly results: readonly ResultColumn[];
  },
): NewSheet {
  const { cells, words, results } = given;
  const titles = copy.columns.map(({ column }) => batch.titles[column] ?? '');
  const width = FIRST_COLUMN + titles.length + results.length;
  const part = [copy.township, copy.department].filter((text) => text !== undefined && text !== '').join(' ');
  return {
    name: batch.sheetName,
    freezeRows: FIRST_ROW,
    blocks: [
      {
        row: 0,
        column: 0,
        values: [[part === '' ? words.title : `${words.title}（${part}）`]],
        format: { bold: true, fontSize: 14 },
      },
      { row: 1, column: 0, values: [[instruction(words)]] },
      { row: 2, column: 0, values: [[words.unitLine]] },
      {
        row: FIRST_ROW - 1,
        column: 0,
        values: [[ROW_CODE_TITLE, ...titles, ...results.map(({ title }) => title)]],
        format: HEAD,
      },
      {
        row: FIRST_ROW,
        column: 0,
        values: copy.rows.map((row) => [batch.rowCodes[row] ?? '']),
        format: { ...LOCKED, columnWidth: 56 },
      },
      ...copy.columns.map((_, index) => columnBlock(batch, copy, { index, cells })),
      ...results.map((result, index) => resultBlock(result, FIRST_COLUMN + titles.length + index)),
    ].filter((block) => block.values.length > 0),
    choices: choicesOf(batch, copy),
    protect: true,
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: FIRST_ROW + copy.rows.length, columns: width },
      titleRows: { first: FIRST_ROW - 1, last: FIRST_ROW - 1 },
      margins: { top: 1.5, bottom: 1.5, left: 1, right: 1 },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

function instruction({ deadline, returnTo }: CopyWords): string {
  const by = deadline === '' ? '' : `于 ${deadline} 前`;
  const to = returnTo === '' ? '交回发件人' : `交回：${returnTo}`;
  return `请填写黄色单元格，${by}${to}。灰色单元格、表头和“${ROW_CODE_TITLE}”列不要改动；说明见“填报说明”。`;
}

const WIDTHS: Readonly<Record<string, number>> = {
  enterprise: 180,
  creditCode: 135,
  parcelId: 110,
  township: 80,
  remark: 150,
  address: 150,
};

function columnBlock(
  batch: SentBatch,
  copy: SentCopy,
  { index, cells }: { readonly index: number; readonly cells: Rows },
): SheetBlock {
  const part = copy.columns[index];
  const field = batch.fields[part?.column ?? -1] ?? '';
  const values = cells.map((row): SheetCell[] => [row[index] ?? '']);
  const isDay = field !== '' && fieldOf(field).kind === 'date' && values.some(([value]) => typeof value === 'number');
  const look = part?.role === 'fill' ? FILL : LOCKED;
  const format = { ...look, columnWidth: WIDTHS[field] ?? 72, ...(isDay ? { numberFormat: 'yyyy-mm-dd' } : {}) };
  return { row: FIRST_ROW, column: FIRST_COLUMN + index, values, format };
}

function resultBlock({ width, values, formulas, formulasFrom }: ResultColumn, column: number): SheetBlock {
  const own = formulasFrom ? values.map((_, index) => formulasFrom(index, column)) : formulas;
  return {
    row: FIRST_ROW,
    column,
    values: values.map((value) => [value]),
    format: { ...RESULT, columnWidth: width },
    ...(own ? { formulas: own.map((formula) => [formula]) } : {}),
  };
}

/** Lists for the cells that take one of a few words. What the ledger wrote before (√) stays as it is. */
function choicesOf(batch: SentBatch, { columns, rows }: SentCopy): SheetChoice[] {
  if (rows.length === 0) return [];
  return columns.flatMap(({ column, role }, index): SheetChoice[] => {
    const field = batch.fields[column] ?? '';
    const list = role === 'fill' && field !== '' ? wordsFor(field) : [];
    if (list.length === 0) return [];
    return [{ area: { row: FIRST_ROW, column: FIRST_COLUMN + index, rows: rows.length, columns: 1 }, list }];
  });
}

function wordsFor(field: string): readonly string[] {
  const { kind } = fieldOf(field);
  if (kind === 'yesNo') return ['是', '否'];
  return kind === 'choice' ? (CHOICES[field]?.words ?? []) : [];
}
