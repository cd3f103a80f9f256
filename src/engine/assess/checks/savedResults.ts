import { cellText, isBlank, type Cell, type Rows } from '../../ledger/cell';
import { readNumber } from '../../ledger/number';

/** The columns of the table of saved results; 区镇 may be left out, and others may stand beside them. */
export const RESULT_COLUMNS = ['方案', '年份', '指标', '统计', '数值', '单位'] as const;
const TOWNSHIP = '区镇';
/** What the whole city is written as in the column 区镇. */
const WHOLE = /^(?:|全市|全县|全区|全部|合计|总计)$/;
/** What a result without a spread is written as in the column 统计. */
const CERTAIN = /^(?:|确定值|数值|单次)$/;
const MEAN = '均值';

/** Saved results by what they are about. */
export interface SavedResults {
  readonly rows: readonly SavedResult[];
}

interface SavedResult {
  readonly scenario: string;
  readonly year: number;
  readonly measure: string;
  readonly statistic: string;
  readonly township: string;
  readonly value: Cell;
}

/** What is asked of saved results. Without a statistic it is the mean, or the value of a result without a spread. */
export interface ResultQuestion {
  readonly scenario: string;
  readonly year: number;
  readonly measure: string;
  readonly statistic?: string;
  readonly township?: string;
}

/** The value, or why there is none: nothing of that kind (with what there is), two different ones, or no number. */
export type ResultAnswer =
  | { readonly kind: 'value'; readonly value: number }
  | {
      readonly kind: 'unknown';
      readonly part: 'scenario' | 'year' | 'measure' | 'statistic' | 'township';
      readonly known: readonly string[];
    }
  | { readonly kind: 'twice'; readonly count: number }
  | { readonly kind: 'notANumber'; readonly text: string };

/** Reads a table of saved results; the missing columns where it is none. */
export function readSavedResults(cells: Rows): SavedResults | { readonly missing: string[] } {
  const header = cells.findIndex((row) => RESULT_COLUMNS.filter((name) => columnOf(row, name) >= 0).length >= 4);
  const names = cells[header] ?? cells[0] ?? [];
  const missing = RESULT_COLUMNS.filter((name) => name !== '单位' && name !== '统计' && columnOf(names, name) < 0);
  if (header < 0 || missing.length > 0) return { missing: header < 0 ? [...RESULT_COLUMNS] : missing };
  const at = (row: readonly Cell[], name: string) => row[columnOf(names, name)];
  const text = (row: readonly Cell[], name: string) => {
    const cell = at(row, name);
    return isBlank(cell) || cell === 0 ? '' : cellText(cell);
  };
  const body = cells.slice(header + 1).filter((row) => text(row, '方案') !== '');
  const rows = body.map((row) => ({
    scenario: text(row, '方案'),
    year: Number.parseInt(text(row, '年份'), 10),
    measure: text(row, '指标'),
    statistic: text(row, '统计').toUpperCase(),
    township: text(row, TOWNSHIP),
    value: at(row, '数值'),
  }));
  return { rows };
}

function columnOf(row: readonly Cell[], name: string): number {
  return row.findIndex((cell) => typeof cell === 'string' && cellText(cell) === name);
}

/** The number saved for a question. Names are compared without blanks and in half width. */
export function savedResult({ rows }: SavedResults, question: ResultQuestion): ResultAnswer {
  const parts = [
    { part: 'scenario', of: (row: SavedResult) => row.scenario, wanted: cellText(question.scenario) },
    { part: 'measure', of: (row: SavedResult) => row.measure, wanted: cellText(question.measure) },
    { part: 'year', of: (row: SavedResult) => String(row.year), wanted: String(question.year) },
    { part: 'township', of: (row: SavedResult) => wholeName(row.township), wanted: wholeName(question.township ?? '') },
  ] as const;
  let left: readonly SavedResult[] = rows;
  for (const { part, of, wanted } of parts) {
    const fitting = left.filter((row) => of(row) === wanted);
    if (fitting.length === 0) return { kind: 'unknown', part, known: known(left.map(of)) };
    left = fitting;
  }
  return oneOf(left, question.statistic === undefined ? undefined : cellText(question.statistic).toUpperCase());
}

function wholeName(township: string): string {
  const text = cellText(township);
  return WHOLE.test(text) ? '全市' : text;
}

function known(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '' && text !== 'NaN');
}

function oneOf(rows: readonly SavedResult[], statistic: string | undefined): ResultAnswer {
  const named = (name: string) => rows.filter((row) => row.statistic === name);
  const certain = rows.filter((row) => CERTAIN.test(row.statistic));
  const mean = named(MEAN).length > 0 ? named(MEAN) : certain;
  const fitting = statistic === undefined || statistic === MEAN ? mean : named(statistic);
  const [first] = fitting;
  if (!first) return { kind: 'unknown', part: 'statistic', known: known(rows.map((row) => row.statistic)) };
  const readings = fitting.map((row) => readNumber(row.value));
  const values = new Set(readings.map((reading) => (reading.kind === 'value' ? reading.value : NaN)));
  if (values.size > 1) return { kind: 'twice', count: fitting.length };
  const [value = NaN] = values;
  return Number.isNaN(value) ? { kind: 'notANumber', text: String(first.value ?? '') } : { kind: 'value', value };
}
