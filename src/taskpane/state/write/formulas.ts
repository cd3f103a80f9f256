import type { Cell } from '../../../engine/index';
import { areaAddress } from '../../../workbook/address';
import type { Area } from '../../../workbook/port';
import { wantedFields, type Assessment } from '../assessment';
import type { Source } from '../source';
import { columnArgument, headersArgument, rowsArgument } from './formulaArguments';
import { verdictText } from './resultRows';

/** Answers a custom function by its own code: the name, and its arguments as Excel would pass them. */
export type FunctionAnswers = (
  name: string,
  args: readonly (Cell | readonly (readonly Cell[])[])[],
) => readonly (readonly unknown[])[];

/** One spilling formula: its columns' names, its text, and how many rows it fills. */
export interface FormulaColumn {
  readonly headers: readonly string[];
  readonly formula: string;
  readonly rows: number;
}

/** The formulas, or the first row at which a formula would answer otherwise than the pane does. */
export type FormulaPlan =
  | { readonly kind: 'agree'; readonly columns: readonly FormulaColumn[] }
  | {
      readonly kind: 'differ';
      readonly count: number;
      readonly row: number;
      readonly own: string;
      readonly formula: string;
    };

interface Given {
  readonly source: Source;
  readonly assessment: Assessment;
  /** The first column that the formulas go to; the order of columns is tier, path, why. */
  readonly column: number;
  readonly answers: FunctionAnswers;
}

export const WHY_HEADERS = ['理由', '距下一档（万元）', '条款', '政策状态'] as const;

/** One range-in, spill-out formula per result, checked against the pane's own answers by calling the functions themselves. */
export function planFormulas(given: Given): FormulaPlan {
  const tier = given.assessment.tiers ? tierFormula(given) : undefined;
  const path = given.assessment.paths ? pathFormula(given) : undefined;
  const results = [tier, path].filter((result) => result !== undefined);
  const differing = results.find(({ difference }) => difference !== undefined)?.difference;
  if (differing) return { kind: 'differ', ...differing };
  return { kind: 'agree', columns: results.flatMap(({ columns }) => columns) };
}

interface Difference {
  readonly count: number;
  readonly row: number;
  readonly own: string;
  readonly formula: string;
}

interface Checked {
  readonly columns: readonly FormulaColumn[];
  readonly difference?: Difference;
}

/** A subtotal has a tax and an area too: rows whose path is blank get no tier. */
function tierFormula({ source, assessment, column, answers }: Given): Checked {
  const { tiers, paths, policy, ledger } = assessment;
  const [tax, area] = [ledger.headers.byField.get('taxPaid'), ledger.headers.byField.get('landArea')];
  if (!tiers || !policy || !tax || !area) return { columns: [] };
  const { short } = policy.pack;
  const ask = (count: number) => [columnArgument(source, tax, count), columnArgument(source, area, count)] as const;
  const all = ask(source.rows.length).map(({ cells }) => cells);
  const found = texts(answers('MUJUN_TIER', [...all, short, undefined, policy.asOf]));
  const own = source.rows.map((_, row) => verdictText(tiers, row));
  const gated = found.some((text, row) => text !== '' && own[row] === '') && paths !== undefined;
  const shown = gated ? found.map((text, row) => (own[row] === '' ? '' : text)) : found;
  const [taxText, areaText] = ask(found.length).map(({ text }) => text);
  const call = `MUJUN_TIER(${taxText},${areaText},"${short}"${policy.asOf ? `,,"${policy.asOf}"` : ''})`;
  const pathCells: Area = { ...source.body, column: column + 1, columns: 1, rows: found.length };
  const formula = gated ? `=IF(${areaAddress(pathCells)}="","",${call})` : `=${call}`;
  return checked({ headers: [TIER_HEADER], formula, rows: found.length }, own, shown);
}

function pathFormula({ source, assessment, answers }: Given): Checked {
  const { paths, policy, ledger } = assessment;
  if (!paths || !policy) return { columns: [] };
  const headers = headersArgument(source, ledger.headers, wantedFields(policy));
  const rows = rowsArgument(source);
  const { short } = policy.pack;
  const found = texts(answers('RENEWAL_PATH', [headers.cells, rows.cells, short, policy.asOf]));
  const own = source.rows.map((_, row) => verdictText(paths, row));
  const call = `(${headers.text},${rows.text},"${short}"${policy.asOf ? `,"${policy.asOf}"` : ''})`;
  const path = { headers: [PATH_HEADER], formula: `=RENEWAL_PATH${call}`, rows: found.length };
  const why = { headers: WHY_HEADERS, formula: `=MUJUN_RENEWAL_WHY${call}`, rows: found.length };
  const result = checked(path, own, found);
  return { ...result, columns: [...result.columns, why] };
}

export const TIER_HEADER = '亩均税收档位';
export const PATH_HEADER = '改造路径';

function texts(answers: readonly (readonly unknown[])[]): string[] {
  return answers.map(([first]) => (typeof first === 'string' ? first : String(first)));
}

function checked(column: FormulaColumn, own: readonly string[], found: readonly string[]): Checked {
  const rows = own.map((_, row) => row).filter((row) => own[row] !== (found[row] ?? ''));
  const [row] = rows;
  if (row === undefined) return { columns: [column] };
  const difference = { count: rows.length, row, own: own[row] ?? '', formula: found[row] ?? '' };
  return { columns: [column], difference };
}
