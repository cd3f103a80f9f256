import { grade, type GradeVerdict } from '../../src/engine/assess/grade';
import type { PolicyPack } from '../../src/engine/policy/pack';
import type { ParameterTable } from '../../src/engine/policy/parameterTable';
import { cleanLedger } from '../../src/engine/report/clean/cleanLedger';
import { gradeText } from '../../src/engine/assess/gradeText';
import type { NewSheet } from '../../src/sheet/sheet';
import { oneTable } from '../../src/sheet/whereCellsStand';
import { generatedLedger } from './generatedLedger';
import { calculatedSheets } from './openSheets';

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const HEADS = ['综合得分', '本组位次', '评定等级'] as const;

/** 标准台账 of a generated ledger with its grades, the sheet that it was read from, and the kernel's verdicts. */
export interface GradedSheets {
  readonly sheet: NewSheet;
  readonly source: NewSheet;
  readonly verdicts: readonly GradeVerdict[];
}

/** Writes 标准台账 of a generated ledger with its grades. */
export function gradedSheets(
  pack: PolicyPack,
  { rows, seed, overlay }: { readonly rows: number; readonly seed: number; readonly overlay: ParameterTable },
): GradedSheets {
  const { ledger, context, rows: cells, headers } = generatedLedger(pack, rows, { seed, overlay });
  const grades = grade(ledger, context);
  if (!grades) throw new Error('no grading');
  const place = { standing: oneTable({ sheet: '台账', row: 1, column: 0 }), rows: cells, ledger };
  const sheet = cleanLedger({ title: '试算', ...place, note: '', unresolved, grades });
  const source = { name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [[...headers]] }] };
  return { sheet, source, verdicts: grades.verdicts };
}

/** The rows in which LibreOffice's scores, ranks and grades are not the kernel's. */
export function gradeDifferences(sheets: readonly NewSheet[], verdicts: readonly GradeVerdict[]): string[] {
  const grid = calculatedSheets(sheets).get('标准台账') ?? [];
  const head = grid.findIndex(([first]) => first === '键');
  const at = HEADS.map((name) => grid[head]?.indexOf(name) ?? -1);
  const data = verdicts.filter(({ kind }) => kind !== 'notData');
  if (data.length < 0.9 * verdicts.length) throw new Error(`only ${String(data.length)} rows are data`);
  return data.flatMap((verdict, line) => {
    const cells = at.map((column) => grid[head + 1 + line]?.[column] ?? '?');
    const [score = ''] = cells;
    const theirs = [score === '' ? '' : Number(score).toFixed(6), ...cells.slice(1)].join('|');
    const own = gradeShown(verdict);
    return own === theirs ? [] : [`${String(line)}: ${own} / ${theirs}`];
  });
}

/** The formulas of a sheet. */
export function formulasOf({ blocks }: NewSheet): string[] {
  return blocks.flatMap(({ formulas = [] }) => formulas.flat().filter((formula) => formula !== ''));
}

/** The texts of grades, 待核实 and what is missing included. */
export function gradesSaid(verdicts: readonly GradeVerdict[]): ReadonlySet<string> {
  return new Set(verdicts.map((verdict) => gradeText(verdict, unresolved)));
}

/** Score, rank and grade of a row as one text. */
export function gradeShown(verdict: GradeVerdict): string {
  const ranked = verdict.kind === 'ranked' ? [verdict.score.toFixed(6), String(verdict.rank)] : ['', ''];
  return [...ranked, gradeText(verdict, unresolved)].join('|');
}
