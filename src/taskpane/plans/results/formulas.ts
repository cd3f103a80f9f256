import type { Cell, Rows } from '../../../engine/ledger/index';
import { wantedFields, type Assessment } from '../../model/verdict/assessment';
import { PATH_HEADER, TIER_HEADER, WHY_HEADERS } from '../../model/reading/resultHeaders';
import type { Source } from '../../model/reading/source';
import { columnArgument, headersArgument, rowsArgument, type FormulaArgument } from './formulaArguments';
import { verdictText } from '../../model/verdict/resultRows';
import { areaName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** Answers a custom function by its own code: the name, and its arguments as Excel would pass them. */
export type FunctionAnswers = (name: string, args: readonly (Cell | Rows)[]) => readonly (readonly unknown[])[];

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
  /** The workbook's own policy; without it formulas name the built-in one. */
  readonly policy?: FormulaArgument;
}

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
function tierFormula({ source, assessment, column, answers, policy: own }: Given): Checked {
  const { tiers, paths, policy } = assessment;
  const ask = tierArguments(source, assessment);
  if (!tiers || !policy || !ask) return { columns: [] };
  const asked = own ?? { text: quoted(policy.pack.short), cells: policy.pack.short };
  const [tax, area, group] = ask(source.rows.length);
  const found = texts(answers('MUJUN_TIER', [tax?.cells, area?.cells, asked.cells, group?.cells, policy.asOf]));
  const told = source.rows.map((_, row) => verdictText(tiers, row));
  const gated = found.some((text, row) => text !== '' && told[row] === '') && paths !== undefined;
  const shown = gated ? found.map((text, row) => (told[row] === '' ? '' : text)) : found;
  const [taxText, areaText, groupText] = ask(found.length).map((argument) => argument?.text ?? '');
  const call = called('MUJUN_TIER', [taxText, areaText, asked.text, groupText, quoted(policy.asOf)]);
  const pathCells: Area = { ...source.body, column: column + 1, columns: 1, rows: found.length };
  const formula = gated ? `=IF(${areaName(pathCells)}="","",${call})` : `=${call}`;
  return checked({ headers: [TIER_HEADER], formula, rows: found.length }, told, shown);
}

/** Tax, area and, for a policy with bands, the group, over the first rows of the ledger. */
function tierArguments(source: Source, { policy, ledger }: Assessment) {
  const [tax, area] = [ledger.headers.byField.get('taxPaid'), ledger.headers.byField.get('landArea')];
  const groups = policy?.pack.fields.find(({ name }) => name === policy.pack.bands?.field)?.field;
  const group = ledger.headers.byField.get(groups ?? '');
  if (!tax || !area) return undefined;
  return (count: number): readonly (FormulaArgument | undefined)[] => [
    columnArgument(source, tax, count),
    columnArgument(source, area, count),
    group && columnArgument(source, group, count),
  ];
}

function quoted(text: string | undefined): string {
  return text === undefined ? '' : `"${text}"`;
}

/** A call without the arguments left out at its end. */
function called(name: string, args: readonly (string | undefined)[]): string {
  const last = args.findLastIndex((text) => text !== undefined && text !== '');
  return `${name}(${args.slice(0, last + 1).join(',')})`;
}

function pathFormula({ source, assessment, answers, policy: own }: Given): Checked {
  const { paths, policy, ledger } = assessment;
  if (!paths || !policy) return { columns: [] };
  const headers = headersArgument(source, ledger.headers, wantedFields(policy));
  const rows = rowsArgument(source);
  const asked = own ?? { text: quoted(policy.pack.short), cells: policy.pack.short };
  const found = texts(answers('RENEWAL_PATH', [headers.cells, rows.cells, asked.cells, policy.asOf]));
  const told = source.rows.map((_, row) => verdictText(paths, row));
  const args = [headers.text, rows.text, asked.text, quoted(policy.asOf)];
  const path = { headers: [PATH_HEADER], formula: `=${called('RENEWAL_PATH', args)}`, rows: found.length };
  const why = { headers: WHY_HEADERS, formula: `=${called('MUJUN_RENEWAL_WHY', args)}`, rows: found.length };
  const result = checked(path, told, found);
  return { ...result, columns: [...result.columns, why] };
}

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
