import type { Steps } from '../../../steps/steps';
import type { Judged } from '../../assess/judge';
import { TAX_PER_MU } from '../../policy/fieldWords';
import { FORMULA_LIMITS, formulaByLine, lengthOf } from '../../rule/formula/writeFormula';
import { cutRepeats, type FormulaPart } from '../../rule/formula/cutRepeats';
import { onceByGroup, type TotalsTable } from '../../rule/formula/onceByGroup';
import type { FormulaTree, FormulaValue } from '../../rule/formula/formulaTree';
import { ALWAYS, type CleanColumn } from './cleanColumn';
import type { CleanLedgerInput } from './cleanLedgerInput';
import { FIRST_PARAMETER_COLUMN, type Parameter } from './parameterBlocks';
import { gradeFormulas } from '../grade/gradeFormulas';
import type { GradeFormulas } from '../grade/gradeColumns';
import { tierChain, type TierChain } from '../verdict/tierChain';
import { verdictFormulas, type VerdictFormulas } from '../verdict/verdictFormulas';
import { NAMES } from '../verdict/verdictCells';
import { columnName, fixedCell } from '../../../sheet/address';

/** What of a clean ledger recalculates by itself. */
export interface LedgerFormulas {
  readonly chain?: TierChain;
  readonly tiers?: VerdictFormulas;
  readonly paths?: VerdictFormulas;
  readonly grades?: GradeFormulas;
  /** What the formulas say several times, each in a column of its own. */
  readonly parts: readonly (FormulaPart & { readonly header: string })[];
  readonly parameters: readonly Parameter[];
  /** 产出线, where it is taken from means of townships. */
  readonly levelLine?: FormulaTree;
  /** What is added up once for each group, with how the heads of its columns begin. */
  readonly tables: readonly (TotalsTable & { readonly head: string })[];
}

/**
 * The formulas of a ledger's tiers and paths, each only where it gives the judgement's own answers. `townships` are the names that the
 * sheet shows.
 */
export function* ledgerFormulas(
  { tiers, paths, grades, unresolved, version }: CleanLedgerInput,
  townships: readonly string[],
): Steps<LedgerFormulas> {
  const chain = tiers && tierChain(tiers);
  const [ofTiers, partsOfTiers] = cut(
    tiers && !chain ? yield* verdictFormulas(tiers, 'tiers', unresolved) : undefined,
    version === 'whole' ? undefined : HELPER_HEADS.tierPart,
  );
  const [ofPaths, partsOfPaths] = cut(
    paths && (yield* verdictFormulas(paths, 'paths', unresolved)),
    version === 'whole' ? undefined : HELPER_HEADS.pathPart,
  );
  const each = grades && (yield* gradeFormulas(grades, unresolved));
  const level = (ofTiers ?? ofPaths)?.cells.level;
  const isOnce = version === undefined || version === 'once';
  const rows = (tiers ?? paths ?? grades)?.ledger.kinds.filter((kind) => kind === 'data').length ?? 0;
  const groupsOf = (values: readonly FormulaValue[]) =>
    isOnce && values.length * ROWS_PER_GROUP <= rows ? values : [];
  const lines = onceByGroup(level ? [level.line] : [], {
    ...{ key: '区镇', groups: groupsOf(townships), nameOf: (part) => `${TABLE_HEADS.township} ${part}` },
  });
  const [ofGrades, cohorts] = gradesOnce(each, groupsOf);
  const named = [
    ...(chain?.lines ?? []).map((name) => ({ name, cell: NAMES.value(name) })),
    ...[ofTiers, ofPaths, ofGrades].flatMap((own) => own?.parameters ?? []),
  ];
  return {
    ...(chain ? { chain } : {}),
    ...(ofTiers ? { tiers: ofTiers } : {}),
    ...(ofPaths ? { paths: ofPaths } : {}),
    ...(ofGrades ? { grades: ofGrades } : {}),
    ...(lines.trees[0] ? { levelLine: lines.trees[0] } : {}),
    parts: [...partsOfTiers, ...partsOfPaths],
    tables: [...tableOf(lines.table, TABLE_HEADS.township), ...tableOf(cohorts, TABLE_HEADS.cohort)],
    parameters: [...new Map(named.map((one) => [one.cell, one])).values()],
  };
}

/** A table of hardly fewer groups than rows saves nothing. */
const ROWS_PER_GROUP = 4;

function tableOf(table: TotalsTable | undefined, head: string): LedgerFormulas['tables'] {
  return table ? [{ ...table, head }] : [];
}

function gradesOnce(
  grades: GradeFormulas | undefined,
  groupsOf: (values: readonly FormulaValue[]) => readonly FormulaValue[],
): [GradeFormulas | undefined, TotalsTable | undefined] {
  if (!grades) return [undefined, undefined];
  const { helpers, shown, ranked } = grades;
  const all = [...helpers, ...shown];
  const { trees, table } = onceByGroup(
    all.map(({ tree }) => tree),
    { key: ranked.key, groups: groupsOf(ranked.groups), nameOf: (part) => `${TABLE_HEADS.cohort} ${part}` },
  );
  const again = all.map((column, at) => ({ ...column, tree: trees[at] ?? column.tree }));
  return [{ ...grades, helpers: again.slice(0, helpers.length), shown: again.slice(helpers.length) }, table];
}

/** A formula of this many characters is read and calculated at ease. */
const ENOUGH = 800;

/** Repeated conditions of an answer go into columns headed by `head` and a number; without one it stays in one piece. What is too long all the same is written as values. */
function cut(
  own: VerdictFormulas | undefined,
  head: string | undefined,
): [VerdictFormulas | undefined, LedgerFormulas['parts']] {
  if (!own) return [own, []];
  if (head === undefined) return [fits(own.answer) ? own : undefined, []];
  const { tree, parts } = cutRepeats(own.answer, ENOUGH, (part) => `part ${head}${String(part)}`);
  if (![tree, ...parts.map((part) => part.tree)].every(fits)) return [undefined, []];
  return [{ ...own, answer: tree }, parts.map((part) => ({ ...part, header: part.name.slice('part '.length) }))];
}

function fits(tree: FormulaTree): boolean {
  return lengthOf(tree) <= FORMULA_LIMITS.characters;
}

/** Where things stand on the sheet, rows from 0. */
export interface FormulaPlaces {
  readonly top: number;
  readonly rows: number;
  readonly parameterRow: number;
  /** The column of a reading, 税收, 面积 or 区镇 by name. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** The column of the first helper. */
  readonly firstHelper: number;
}

/** The heads of the formulas' own columns. */
const HELPER_HEADS = {
  group: '组别',
  ownLevel: '产出水平（原表）',
  levelLine: '产出线（万元/亩）',
  tierLine: '档位判定行',
  pathLine: '路径判定行',
  /** With a number behind it. */
  tierPart: '档位判定条件',
  pathPart: '路径判定条件',
} as const;

/** How the heads of the tables of sums begin, and how each goes on; a sum has its number behind it. */
const TABLE_HEADS = { township: '区镇', cohort: '排名组' } as const;
const TABLE_PARTS = { line: '合计行', names: '名单', total: '合计' } as const;
/** Those of their lists of names: that a name has moved changes no row. */
export const NAME_LISTS: readonly string[] = Object.values(TABLE_HEADS).map((head) => head + TABLE_PARTS.names);
/** All of them, without the number behind. */
export const OWN_HEADS: readonly string[] = [
  ...Object.values(HELPER_HEADS),
  ...Object.values(TABLE_HEADS).flatMap((head) => Object.values(TABLE_PARTS).map((part) => head + part)),
];

const HELPER = { format: { fontColor: '#595959', columnWidth: 72 } } as const;

/** The formulas' own columns, at the right end: the line of the table that holds, the group, what 产出水平 is taken from. */
export class FormulaColumns {
  private readonly helpers: { readonly name: string; readonly column: CleanColumn }[] = [];

  constructor(
    private readonly formulas: LedgerFormulas,
    private readonly places: FormulaPlaces,
  ) {
    const { tiers, paths, grades } = formulas;
    const either = tiers ?? paths;
    if (tiers && usesGroup([tiers.line, tiers.answer, ...formulas.parts]))
      this.addValue(HELPER_HEADS.group, NAMES.group, tiers);
    if (either?.cells.level) {
      this.addValue(HELPER_HEADS.ownLevel, NAMES.ownLevel, either);
      this.addFormula(HELPER_HEADS.levelLine, NAMES.levelLine, formulas.levelLine ?? either.cells.level.line);
    }
    if (tiers) this.addFormula(HELPER_HEADS.tierLine, tiers.lineName, tiers.line);
    if (paths) this.addFormula(HELPER_HEADS.pathLine, paths.lineName, paths.line);
    for (const { name, header, tree } of formulas.parts) this.addFormula(header, name, tree);
    for (const { name, header, tree } of grades?.helpers ?? []) this.addFormula(header, name, tree);
    for (const table of formulas.tables) this.addTable(table);
  }

  get columns(): readonly CleanColumn[] {
    return this.helpers.map(({ column }) => column);
  }

  /** The formula of a verdict's cell, or undefined where it is written as a value. */
  verdict(table: 'tiers' | 'paths'): CleanColumn['formula'] {
    const own = this.formulas[table];
    return own && ((_, line) => this.write(own.answer, line));
  }

  /** The formula of a column that is shown of the grades, or undefined where it is written as a value. */
  shown(name: string): CleanColumn['formula'] {
    const own = this.formulas.grades?.shown.find((column) => column.name === name);
    return own && ((_, line) => this.write(own.tree, line));
  }

  /** The formula of 产出水平, or undefined. */
  get level(): CleanColumn['formula'] {
    const level = (this.formulas.tiers ?? this.formulas.paths)?.cells.level;
    return level && ((_, line) => this.write(level.level, line));
  }

  private addValue(header: string, name: string, { cells }: VerdictFormulas): void {
    const value = (row: number) => {
      const held = cells.valueAt(name, row);
      return typeof held === 'boolean' ? '' : held;
    };
    this.helpers.push({ name, column: { ...HELPER, header, value } });
  }

  private addFormula(header: string, name: string, tree: FormulaTree, lines?: number): void {
    const formula = (_: number, line: number) => this.write(tree, line);
    this.helpers.push({
      name,
      column: { ...HELPER, header, formula, follows: ALWAYS, ...(lines === undefined ? {} : { lines }) },
    });
  }

  /** A table beside the first rows: the names of its groups, and what was added up of each. */
  private addTable({ head, names, line, totals }: LedgerFormulas['tables'][number]): void {
    const { top } = this.places;
    const lines = names.values.length;
    const value = (_: number, at: number) => {
      const name = names.values[at - top] ?? '';
      return typeof name === 'boolean' ? '' : name;
    };
    this.addFormula(head + TABLE_PARTS.line, line.name, line.tree);
    this.helpers.push({ name: names.name, column: { ...HELPER, header: head + TABLE_PARTS.names, value, lines } });
    for (const [at, { name, tree }] of totals.entries())
      this.addFormula(`${head}${TABLE_PARTS.total}${String(at + 1)}`, name, tree, lines);
  }

  private readonly lines = new Map<FormulaTree, (line: number) => string>();

  private write(tree: FormulaTree, line: number): string {
    const write = this.lines.get(tree) ?? formulaByLine(tree, (...asked) => this.address(...asked));
    this.lines.set(tree, write);
    const written = write(line);
    if (written.length > FORMULA_LIMITS.characters)
      throw new Error(`a formula of ${String(written.length)} characters`);
    return written;
  }

  private address(name: string, kind: 'cell' | 'range', line: string): string {
    const { top, rows, parameterRow, columnOf, firstHelper } = this.places;
    const parameter = this.formulas.parameters.findIndex(({ cell }) => cell === name);
    if (parameter >= 0) return fixedCell(parameterRow + 1, FIRST_PARAMETER_COLUMN + parameter);
    const helper = this.helpers.findIndex((own) => own.name === name);
    const column = helper >= 0 ? firstHelper + helper : columnOf.get(name);
    if (column === undefined) throw new Error(`no column for "${name}"`);
    if (kind === 'cell') return columnName(column) + line;
    return `$${columnName(column)}$${String(top + 1)}:$${columnName(column)}$${String(top + Math.max(1, rows))}`;
  }
}

function usesGroup(trees: readonly unknown[]): boolean {
  return JSON.stringify(trees).includes(`"name":"${NAMES.group}"`);
}

/** The columns of readings by name, from the heads of the columns shown. */
export function columnsByName(
  shown: readonly CleanColumn[],
  { at, judgement }: { readonly at: { area: number; tax: number; perMu: number }; readonly judgement: Judged },
): ReadonlyMap<string, number> {
  const own = judgement.context.policy.pack.fields.flatMap(({ name, field, derive }): (readonly [string, number])[] => {
    const kept = derive === 'isBlank' ? '' : field;
    // Tax and land have columns of their own, whatever the policy calls them.
    if (kept === 'taxPaid' || kept === 'landArea') return [[name, kept === 'taxPaid' ? at.tax : at.area]];
    const index = shown.findIndex(({ header }) => header === (kept === 'grade' ? '等级' : name));
    return index < 0 ? [] : [[name, index]];
  });
  const township = shown.findIndex(({ header }) => header === '区镇');
  return new Map([...own, ['区镇', township], ['税收', at.tax], ['面积', at.area], [TAX_PER_MU, at.perMu]]);
}
