import { grade, type GradeVerdict } from '../../src/engine/assess/grade';
import type { PolicyPack } from '../../src/engine/policy/pack';
import type { ParameterTable } from '../../src/engine/policy/parameterTable';
import { cleanLedger } from '../../src/engine/report/clean/cleanLedger';
import { gradeText } from '../../src/engine/report/grade/gradeColumns';
import { generatedLedger } from './generatedLedger';
import { calculatedSheets } from './openSheets';

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const HEADS = ['综合得分', '本组位次', '评定等级'] as const;

/** What comes of holding LibreOffice's scores, ranks and grades of 标准台账 against the kernel's, row by row. */
export interface GradeDifferences {
  readonly differences: readonly string[];
  /** Cells of 评定等级 that are formulas. */
  readonly formulas: number;
  readonly grades: ReadonlySet<string>;
}

/** Writes 标准台账 of a generated ledger with its grades, has LibreOffice calculate it, and compares every row. */
export function gradeDifferences(
  pack: PolicyPack,
  { rows, seed, overlay }: { readonly rows: number; readonly seed: number; readonly overlay: ParameterTable },
): GradeDifferences {
  const { ledger, context, rows: cells, headers } = generatedLedger(pack, rows, { seed, overlay });
  const grades = grade(ledger, context);
  if (!grades) throw new Error('no grading');
  const place = { sheetName: '台账', row: 1, column: 0, rows: cells, ledger };
  const sheet = cleanLedger({ title: '试算', ...place, note: '', unresolved, grades });
  const source = { name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [[...headers]] }] };
  const grid = calculatedSheets([source, sheet]).get('标准台账') ?? [];
  const head = grid.findIndex(([first]) => first === '键');
  const at = HEADS.map((name) => grid[head]?.indexOf(name) ?? -1);
  const data = grades.verdicts.filter(({ kind }) => kind !== 'notData');
  const differences = data.flatMap((verdict, line) => {
    const cells = at.map((column) => grid[head + 1 + line]?.[column] ?? '?');
    const [score = ''] = cells;
    const theirs = [score === '' ? '' : Number(score).toFixed(6), ...cells.slice(1)].join('|');
    const own = shownOf(verdict).join('|');
    return own === theirs ? [] : [`${String(line)}: ${own} / ${theirs}`];
  });
  const formulas = sheet.blocks.flatMap(({ column, formulas: own = [] }) =>
    own.filter((line) => (line[(at[2] ?? 0) - column] ?? '') !== ''),
  ).length;
  return { differences, formulas, grades: new Set(data.map((verdict) => gradeText(verdict, unresolved))) };
}

function shownOf(verdict: GradeVerdict): readonly string[] {
  const ranked = verdict.kind === 'ranked' ? [verdict.score.toFixed(6), String(verdict.rank)] : ['', ''];
  return [...ranked, gradeText(verdict, unresolved)];
}
