import { verdictAt, type Judgement } from '../assess/judge';
import { TAX_PER_MU } from '../policy/fieldWords';
import { fieldsOfCondition } from '../rule/treeParts';
import type { NewSheet, SheetBlock } from '../../sheet/sheet';
import { CLAUSE_TITLE, PATH_TITLE, TIER_TITLE } from './copyWords';
import { FIRST_ROW, type ResultColumn } from './copyLedgerSheet';
import { GROUNDS_SHEET, clauseOrNone, type ClausePlace } from './groundsSheet';
import type { ShareLevel } from './sentBatch';
import { cellName, sheetCell, sheetRange } from '../../sheet/address';

/** Where a copy's 标准台账 has what its ledger sheet shows: columns from 0, the first line of its body, and ranges for functions. */
export interface ResultPlaces {
  readonly sheet: string;
  readonly firstLine: number;
  readonly lines: number;
  readonly tier?: number;
  readonly path?: number;
  readonly area: number;
  readonly tax: number;
  /** The column of a field of the policy by its name there. */
  readonly columnOf: (name: string) => number;
  /** The columns that the functions read, from here to before the first result. */
  readonly first: number;
  readonly end: number;
  readonly parameters: string;
  /** Results that 标准台账 holds as values, because no classic formula says the same. */
  readonly fixed: readonly string[];
  /** The marks of changed rows, as a range of a formula. */
  readonly changed?: string;
}

/** Reads the places off the sheet itself, by its headers. */
export function placeOfResults(clean: NewSheet, { parameters }: { readonly parameters: string }): ResultPlaces {
  const header = clean.blocks.find(({ values }) => values.length === 1 && values[0]?.[0] === '键');
  const titles = (header?.values[0] ?? []).map(String);
  const row = (header?.row ?? 0) + 1;
  const lines = Math.max(0, ...clean.blocks.filter((block) => block.row === row).map(({ values }) => values.length));
  const at = (title: string) => titles.indexOf(title);
  const results = ['档位', '路径', '原表是否已变'].map(at).filter((column) => column >= 0);
  const changed = at('原表是否已变');
  const isFormula = (column: number) => clean.blocks.some((block) => hasFormula(block, row, column));
  const fixed = ['档位', '路径'].filter((title) => at(title) >= 0 && !isFormula(at(title)));
  return {
    ...{ sheet: clean.name, firstLine: row, lines, parameters, first: at('企业名称'), end: Math.min(...results) },
    ...{ area: at('面积（亩）'), tax: at('税收（万元）'), columnOf: at, fixed },
    ...(at('档位') < 0 ? {} : { tier: at('档位') }),
    ...(at('路径') < 0 ? {} : { path: at('路径') }),
    ...(changed < 0 || lines === 0
      ? {}
      : { changed: sheetRange(clean.name, { row, column: changed, rows: lines, columns: 1 }) }),
  };
}

function hasFormula({ row, column, formulas }: SheetBlock, line: number, at: number): boolean {
  return row === line && (formulas?.[0]?.[at - column] ?? '') !== '';
}

interface Judged {
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly rows: readonly number[];
  readonly level: ShareLevel;
  readonly unresolved: (missing: readonly string[]) => string;
}

interface Places {
  readonly clauses: ClausePlace;
  /** Where the copy computes its answers; left out where they are values. */
  readonly results?: ResultPlaces | undefined;
}

/** 档位, 路径 and 依据条款 beside the ledger: functions, classic formulas or values, each with the value it has now. */
export function resultColumns(judged: Judged, places: Places): ResultColumn[] {
  const { tiers, paths, level } = judged;
  const results = level === 'values' ? undefined : places.results;
  const formula = {
    tiers: tiers && results && tierFormula(level, tiers, results),
    paths: results && pathFormula(level, results),
  };
  const columns = [
    ...(tiers ? [verdictColumn(judged, { judgement: tiers, title: TIER_TITLE, formula: formula.tiers })] : []),
    ...(paths ? [verdictColumn(judged, { judgement: paths, title: PATH_TITLE, formula: formula.paths })] : []),
  ];
  return columns.length === 0 ? [] : [...columns, clauseColumn(judged, columns, places)];
}

/** A formula by line of 标准台账. */
type LineFormula = (index: number) => string;

function verdictColumn(
  { rows, unresolved }: Judged,
  given: { readonly judgement: Judgement; readonly title: string; readonly formula: LineFormula | undefined },
): ResultColumn {
  const { judgement, title, formula } = given;
  const values = rows.map((row) => {
    const verdict = verdictAt(judgement, row);
    if (verdict.kind === 'answer') return verdict.answer;
    return verdict.kind === 'unresolved' ? unresolved(verdict.missing) : '';
  });
  return { title, width: 100, values, ...(formula ? { formulas: rows.map((_, index) => formula(index)) } : {}) };
}

/** MUJUN_TIER where it is given all that the answer is made of, else the classic formula of 标准台账. */
function tierFormula(level: ShareLevel, tiers: Judgement, places: ResultPlaces): LineFormula | undefined {
  const { sheet, firstLine, parameters } = places;
  const asked = level === 'live' ? askedColumns(tiers, places) : undefined;
  if (!asked) return classicFormula(places, places.tier);
  return (index) => {
    const [tax, area, ...group] = asked.map((at) => sheetCell(sheet, firstLine + index, at));
    return `=MUJUN_TIER(${[tax, area, parameters, ...group].join(',')})`;
  };
}

function pathFormula(level: ShareLevel, places: ResultPlaces): LineFormula | undefined {
  const { sheet, firstLine, lines, first, end, parameters } = places;
  if (level === 'classic' || places.path === undefined) return classicFormula(places, places.path);
  const range = (row: number, rows: number) => sheetRange(sheet, { row, column: first, rows, columns: end - first });
  const headers = range(firstLine - 1, 1);
  const cohort = range(firstLine, lines);
  return (index) => `=RENEWAL_PATH(${headers},${range(firstLine + index, 1)},${parameters},,${cohort})`;
}

function classicFormula({ sheet, firstLine }: ResultPlaces, column: number | undefined): LineFormula | undefined {
  return column === undefined ? undefined : (index) => `=${sheetCell(sheet, firstLine + index, column)}`;
}

/** The columns that MUJUN_TIER is asked with; undefined where a line of the table reads more of a row than these. */
function askedColumns(
  { rules, context }: Judgement,
  { tax, area, columnOf }: ResultPlaces,
): readonly number[] | undefined {
  const { bands } = context.policy.pack;
  const lines = bands ? [bands.floor, bands.ceiling] : [];
  const read = rules.flatMap(({ condition }) => fieldsOfCondition(condition));
  if (read.some((name) => name !== TAX_PER_MU && !lines.includes(name))) return undefined;
  if (!bands || !read.some((name) => lines.includes(name))) return [tax, area];
  const group = columnOf(bands.field);
  return group < 0 ? undefined : [tax, area, group];
}

/** The clauses of the answers that stand in the row now: looked up in 依据 where the answers can change. */
function clauseColumn(
  { tiers, paths, rows, level }: Judged,
  columns: readonly ResultColumn[],
  { clauses }: Places,
): ResultColumn {
  const values = rows.map((row) => {
    const clauses = [tiers, paths].map((judgement) => clauseAt(judgement, row)).filter((clause) => clause !== '');
    return [...new Set(clauses)].join('；');
  });
  const column = { title: CLAUSE_TITLE, width: 110, values };
  if (level === 'values' || clauses.rows === 0 || columns.every(({ formulas }) => !formulas)) return column;
  const { firstRow, rows: count, answerColumn, clauseColumn: at } = clauses;
  const range = (place: number) => sheetRange(GROUNDS_SHEET, { row: firstRow, column: place, rows: count, columns: 1 });
  // The results stand left of this column, whatever columns the copy has: counted from here.
  return {
    ...column,
    formulasFrom: (index, own) => {
      const found = columns.map((_, result) => {
        const cell = cellName(FIRST_ROW + index, own - columns.length + result);
        return `IFERROR(INDEX(${range(at)},MATCH(${cell},${range(answerColumn)},0)),"")`;
      });
      const [one = '""', two] = found;
      return two === undefined
        ? `=${one}`
        : `=IF(OR(${two}="",${one}=${two}),${one},${one}&IF(${one}="","","；")&${two})`;
    },
  };
}

function clauseAt(judgement: Judgement | undefined, row: number): string {
  const verdict = judgement && verdictAt(judgement, row);
  return verdict?.kind === 'answer' ? clauseOrNone(verdict.rule.basis) : '';
}
