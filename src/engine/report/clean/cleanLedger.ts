import { eachRow, finish, type Steps } from '../../../steps/steps';
import type { CleanColumn } from './cleanColumn';
import { cleanColumns, townshipsShown } from './cleanColumns';
import { CHANGED } from './heldLedger';
import { judgedOf, type CleanLedgerInput } from './cleanLedgerInput';
import { parameterBlocks } from './parameterBlocks';
import { textHeight } from '../layout/textHeight';
import { officialPrint } from '../layout/officialLooks';
import type {
  FilledDown,
  NewSheet,
  SheetBlock,
  SheetCell,
  SheetChoice,
  SheetFormat,
  SheetPrint,
} from '../../../sheet/sheet';
import { ledgerFormulas, type LedgerFormulas } from './ledgerFormulas';
import { sheetsText } from '../../../sheet/whereCellsStand';
import type { Area } from '../../../sheet/area';

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const PARAMETER_ROW = 3;
/** Right of key, row and name, which each page beside the first repeats: a sentence begun there would be cut on it. */
const BESIDE_NAMES = 3;
/** Points that the first page surely has beside the names. */
const SENTENCE_WIDTH = 500;

/**
 * 标准台账 (design.md, The clean ledger): one row per data row with its key, its row on the source sheet, numbers in 亩 and 万元,
 * the policy's fields, and whether the source cells have changed since. Every formula is a classic one.
 */
export function cleanLedger(input: CleanLedgerInput): NewSheet {
  return finish(cleanLedgerSteps(input));
}

/** The same in steps, some rows each. */
export function* cleanLedgerSteps(input: CleanLedgerInput): Steps<NewSheet> {
  const formulas = yield* ledgerFormulas(input, townshipsShown(input));
  const policy = judgedOf(input)?.context.policy;
  const named = formulas.parameters;
  const header = PARAMETER_ROW + (policy && named.length > 0 ? 3 : 0);
  const columns = cleanColumns(input, { top: header + 1, parameterRow: PARAMETER_ROW, formulas });
  const widths = columns.map(({ format }) => format.columnWidth ?? Infinity);
  const parameters = policy && named.length > 0 ? parameterBlocks(named, policy, { row: PARAMETER_ROW, widths }) : [];
  const told = toldBeside(explanation(input, formulas), widths);
  const dataRows = input.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  return {
    name: '标准台账',
    freezeRows: header + 1,
    blocks: [
      { row: 0, column: 0, values: [[`${input.title} 标准台账`]], format: { bold: true } },
      { row: 1, column: 0, values: [[input.note]] },
      { row: 2, column: 0, values: [['说明']] },
      told.block,
      ...parameters,
      { row: header, column: 0, values: [columns.map((column) => column.header)], format: HEAD },
      ...(yield* bodyBlocks(columns, dataRows, header + 1)),
    ],
    merges: [told.area],
    choices: choicesOf(columns, { row: header + 1, rows: Math.max(1, dataRows.length) }),
    print: printOf(columns, { header, rows: dataRows.length }),
  };
}

/** A sentence in as many lines as it takes over the columns beside the names. */
function toldBeside(text: string, widths: readonly number[]): { readonly block: SheetBlock; readonly area: Area } {
  const [first = SENTENCE_WIDTH, ...others] = widths.slice(BESIDE_NAMES);
  const area = { row: 2, column: BESIDE_NAMES, rows: 1, columns: 1 };
  let width = Math.min(first, SENTENCE_WIDTH);
  for (const own of others) {
    if (width + own > SENTENCE_WIDTH) break;
    [area.columns, width] = [area.columns + 1, width + own];
  }
  const format = { wrap: true, vertical: 'Top', horizontal: 'Left', rowHeight: textHeight(text, width) } as const;
  return { block: { row: area.row, column: area.column, values: [[text]], format }, area };
}

function choicesOf(columns: readonly CleanColumn[], { row, rows }: { readonly row: number; readonly rows: number }) {
  return columns.flatMap(({ choices = [] }, column): SheetChoice[] =>
    choices.length === 0 ? [] : [{ area: { row, column, rows, columns: 1 }, list: choices }],
  );
}

/** The source cells as they were read are for checking and do not print. */
function printOf(
  columns: readonly CleanColumn[],
  { header, rows }: { readonly header: number; readonly rows: number },
): SheetPrint {
  const shown = columns.findIndex((column) => column.header === CHANGED) + 1;
  return officialPrint({ row: 0, column: 0, rows: header + 1 + rows, columns: shown }, { first: header, last: header });
}

/** Neighbours of one look and height are one block: every block costs the spreadsheet a round trip. */
function* bodyBlocks(columns: readonly CleanColumn[], dataRows: readonly number[], top: number): Steps<SheetBlock[]> {
  const starts = columns.flatMap((column, index) => (sameLook(columns[index - 1], column) ? [] : [index]));
  const blocks: SheetBlock[] = [];
  for (const [index, start] of starts.entries()) {
    const own = columns.slice(start, starts[index + 1] ?? columns.length);
    const rows = dataRows.slice(0, own[0]?.lines);
    const hasFormulas = own.some(({ formula }) => formula !== undefined);
    const [values, formulas]: [SheetCell[][], string[][]] = [[], []];
    yield* eachRow(rows, (row, line) => {
      values.push(own.map(({ value }) => value?.(row, top + line) ?? ''));
      if (hasFormulas) formulas.push(own.map(({ formula }) => formula?.(row, top + line) ?? ''));
    });
    const filled: FilledDown[] = [];
    for (const [at, column] of own.entries()) filled.push(...(yield* filledIn(column, at, rows)));
    const format = own[0]?.format ?? {};
    blocks.push({ row: top, column: start, values, format, ...(hasFormulas ? { formulas, filled } : {}) });
  }
  return blocks;
}

/** Where a column's formulas are one filled down. */
function* filledIn(
  { formula, follows }: CleanColumn,
  column: number,
  dataRows: readonly number[],
): Steps<FilledDown[]> {
  if (!formula || !follows) return [];
  const starts: number[] = [];
  yield* eachRow(dataRows, (row, line) => {
    const before = dataRows[line - 1];
    if (before === undefined || !follows(before, row)) starts.push(line);
  });
  return starts.map((row, at) => ({ row, column, rows: (starts[at + 1] ?? dataRows.length) - row }));
}

function sameLook(left: CleanColumn | undefined, right: CleanColumn): boolean {
  return left?.lines === right.lines && JSON.stringify(left?.format) === JSON.stringify(right.format);
}

/** What follows by itself, what does not, and what a blank was taken for. */
function explanation(input: CleanLedgerInput, formulas: LedgerFormulas): string {
  const { standing, tiers, paths, grades, link } = input;
  const gradeIsFormula = formulas.grades !== undefined;
  const tierIsFormula = (formulas.chain ?? formulas.tiers) !== undefined;
  const pathIsFormula = formulas.paths !== undefined;
  const fields = '面积、税收及各字段';
  const fixed = [
    ...(tiers && !tierIsFormula ? ['档位'] : []),
    ...(paths && !pathIsFormula ? ['路径'] : []),
    ...(grades && !gradeIsFormula ? ['得分、位次和等级'] : []),
    ...(link ? [] : [fields]),
  ];
  const live = `${link ? `${fields}、` : ''}亩均税收${tierIsFormula ? '、档位' : ''}${pathIsFormula ? '、路径' : ''}${gradeIsFormula ? '、得分、位次和等级' : ''}、原表是否已变`;
  const blanks = (judgedOf(input)?.context.policy.pack.fields ?? [])
    .filter(({ whenBlank }) => whenBlank !== 'unknown' && whenBlank !== 'blank')
    .map(({ name, whenBlank }) => `${name}按“${whenBlank}”`);
  const edited = tierIsFormula && paths && !pathIsFormula ? '改参数只改档位，不改路径。' : '';
  const blank = blanks.length === 0 ? '' : `原表空白的，${blanks.join('、')}。`;
  const kept = fixed.length === 0 ? '' : `；${fixed.join('、')}为写入时的数值，标“已变”的行须重新写入`;
  return `取自工作表${sheetsText(standing)}。${live}为公式${kept}。${edited}${blank}`;
}
