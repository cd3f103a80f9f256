import { judge } from '../../src/engine/assess/judge';
import type { PolicyPack } from '../../src/engine/policy/pack';
import type { ParameterTable } from '../../src/engine/policy/parameterTable';
import { cleanLedger } from '../../src/engine/report/clean/cleanLedger';
import { verdictInWords } from '../../src/engine/report/verdict/verdictCells';
import { generatedLedger } from './generatedLedger';
import { calculatedSheets } from './openSheets';
import { oneTable } from '../../src/sheet/whereCellsStand';

/** What comes of holding LibreOffice's recalculation of 标准台账 against the kernel, row by row. */
export interface LedgerDifferences {
  readonly rows: number;
  /** Cells of 档位 and 路径 that are formulas. */
  readonly formulas: number;
  readonly answers: ReadonlySet<string>;
  readonly differences: readonly string[];
}

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;

/** Writes 标准台账 of a generated ledger, has LibreOffice calculate it, and compares every tier and path. */
export function ledgerDifferences(
  pack: PolicyPack,
  { rows, seed, overlay }: { readonly rows: number; readonly seed: number; readonly overlay?: ParameterTable },
): LedgerDifferences {
  const made = generatedLedger(pack, rows, { seed, ...(overlay ? { overlay } : {}) });
  const { ledger, context } = made;
  const [tiers, paths] = [judge(ledger, context, 'tiers'), judge(ledger, context, 'paths')];
  const sheet = cleanLedger({
    ...{
      title: '试算',
      standing: oneTable({ sheet: '台账', row: 1, column: 0 }),
      rows: made.rows,
      ledger,
      note: '',
      unresolved,
    },
    ...(tiers ? { tiers } : {}),
    ...(paths ? { paths } : {}),
  });
  const source = { name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [[...made.headers]] }] };
  const grid = calculatedSheets([source, sheet]).get('标准台账') ?? [];
  const head = grid.findIndex(([first]) => first === '键');
  const at = (name: string) => grid[head]?.indexOf(name) ?? -1;
  const data = ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const answers = new Set<string>();
  const differences = [['档位', tiers] as const, ['路径', paths] as const].flatMap(([name, judgement]) =>
    judgement
      ? data.flatMap((row, line) => {
          const own = verdictInWords(judgement, row, unresolved);
          const theirs = grid[head + 1 + line]?.[at(name)];
          answers.add(own);
          return own === theirs ? [] : [`${name} ${String(row)}: ${own} / ${String(theirs)}`];
        })
      : [],
  );
  const columns = [at('档位'), at('路径')].filter((column) => column >= 0);
  const formulas = sheet.blocks.flatMap(({ column, formulas: own = [] }) =>
    own.flatMap((line) => columns.filter((wanted) => (line[wanted - column] ?? '') !== '')),
  ).length;
  return { rows: data.length, formulas, answers, differences };
}
