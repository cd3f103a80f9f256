import type { StockRow } from '../../allocate/targetStock';
import { daySerial } from '../../quantity/daySerial';
import { officialPrint } from '../layout/officialLooks';
import type { NewSheet, SheetBlock, SheetCell, SheetFormat } from '../../../sheet/sheet';
import { sheetNames, townshipName, type LedgerPlace, type TargetInput } from './targetInput';
import { quoted } from '../../../formula/quoted';
import { readFrom, rowName, sheetsText } from '../../../sheet/whereCellsStand';
import { known } from '../../../sheet/known';

/** The columns of the base, from A on: other sheets' formulas name them by these. */
export const BASE = {
  key: 'A',
  line: 'B',
  enterprise: 'C',
  township: 'D',
  cluster: 'E',
  path: 'F',
  area: 'G',
  tax: 'H',
  taxedArea: 'I',
  previousTax: 'J',
  counted: 'K',
  closedOutOn: 'L',
} as const;

const HEADERS = [
  '键',
  '原表行号',
  '企业（项目）名称',
  '区镇',
  '产业集聚区',
  '路径',
  '面积（亩）',
  '税收（万元）',
  '有税收的面积（亩）',
  '期初税收（万元）',
  '计入底数',
  '完成日期',
];
const FIRST_ROW = 4;
const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const AMOUNT: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 80 };
const WORD: SheetFormat = { columnWidth: 110 };
const DAY: SheetFormat = { numberFormat: 'yyyy-mm-dd', horizontal: 'Center', columnWidth: 80 };
/** A text that says no day; it is counted nowhere and told in the notes of the target sheet. */
export const UNREAD_DAY = '待核对';

/**
 * 目标底数: one row per data row of the ledger, frozen when the target was set (model.md equation 10), in 亩 and 万元. Only 完成日期
 * follows the ledger, as a classic formula.
 */
export function targetBase(input: TargetInput): NewSheet {
  const { rows, ledger, place, year, note } = input;
  const head = FIRST_ROW - 1;
  return {
    name: sheetNames(input).base,
    freezeRows: FIRST_ROW,
    blocks: [
      { row: 0, column: 0, values: [[`${place}${String(year)}年度目标底数`]], format: { bold: true } },
      { row: 1, column: 0, values: [[note]] },
      { row: 2, column: 0, values: [[explanation(ledger)]] },
      { row: head, column: 0, values: [HEADERS], format: HEAD },
      ...bodyBlocks(rows, ledger),
    ],
    print: officialPrint(
      { row: 0, column: 0, rows: FIRST_ROW + rows.length, columns: HEADERS.length },
      { first: head, last: head },
    ),
  };
}

function explanation({ standing, closingColumn }: LedgerPlace): string {
  const frozen = '面积、税收、路径和是否计入底数为下达目标时的数值，不随原表变动。';
  const live = `完成日期为公式，随原表变动；读不出日期的显示“${UNREAD_DAY}”，不计入完成值。`;
  return `取自工作表${sheetsText(standing)}。${frozen}${closingColumn === undefined ? '原表没有完成日期列，完成日期请直接填入本表。' : live}`;
}

function bodyBlocks(rows: readonly StockRow[], ledger: LedgerPlace): SheetBlock[] {
  const column = (at: number, format: SheetFormat, of: (row: StockRow) => readonly SheetCell[]): SheetBlock => ({
    ...{ row: FIRST_ROW, column: at, format, values: rows.map((row) => [...of(row)]) },
  });
  if (rows.length === 0) return [];
  return [
    column(0, { ...WORD, columnWidth: 135 }, (row) => [row.key || rowName(ledger.standing, row.row)]),
    column(1, { horizontal: 'Center', columnWidth: ledger.standing.sheets.length > 1 ? 110 : 60 }, (row) => [
      ledger.standing.label(row.row),
    ]),
    column(2, { columnWidth: 190 }, (row) => [row.enterprise]),
    column(3, WORD, (row) => [townshipName(row.township), row.cluster, row.path]),
    column(6, AMOUNT, (row) => [
      known(row.area),
      known(row.tax),
      Number.isNaN(row.tax) ? '' : known(row.area),
      known(row.previousTax),
    ]),
    column(10, { horizontal: 'Center', columnWidth: 60 }, (row) => [countedWord(row)]),
    {
      ...column(11, { ...DAY, locked: false }, (row) => [closingValue(row)]),
      ...(ledger.closingColumn === undefined ? {} : { formulas: rows.map((row) => [closingFormula(row, ledger)]) }),
    },
  ];
}

/** 是 only with an area: what has none is in no sum. */
export function countedWord({ counted, area }: StockRow): string {
  if (counted === undefined) return '待核实';
  if (!counted) return '否';
  return area > 0 ? '是' : '缺面积';
}

function closingValue({ closing }: StockRow): SheetCell {
  if (closing.kind === 'none') return '';
  return closing.kind === 'unreadable' ? UNREAD_DAY : daySerial(closing.day);
}

/** True dates follow; a text is taken for the day that was read from it only while it stays the same text. */
function closingFormula(row: StockRow, { standing, closingColumn = 0 }: LedgerPlace): string {
  const cell = readFrom(standing, row.row, closingColumn);
  // That row's own table has no such column.
  if (cell === undefined) return '';
  const text =
    typeof row.closingCell === 'string' || typeof row.closingCell === 'number' ? String(row.closingCell) : '';
  const read = closingValue(row);
  const asRead = typeof read === 'number' ? String(read) : quoted(String(read));
  const otherwise = text === '' ? quoted(UNREAD_DAY) : `IF(${cell}=${quoted(text)},${asRead},${quoted(UNREAD_DAY)})`;
  return `=IF(${cell}="","",IF(AND(N(${cell})>2200,N(${cell})<109575),INT(N(${cell})),${otherwise}))`;
}

/** A column of the base as another sheet's formula names it. */
export function baseRange(
  { rows, ...input }: Pick<TargetInput, 'rows' | 'year' | 'version'>,
  column: keyof typeof BASE,
): string {
  const last = FIRST_ROW + Math.max(1, rows.length);
  const letter = BASE[column];
  return `'${sheetNames(input).base}'!$${letter}$${String(FIRST_ROW + 1)}:$${letter}$${String(last)}`;
}
