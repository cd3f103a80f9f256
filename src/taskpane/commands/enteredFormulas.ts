import type { WorkbookPort } from '../../workbook/port';
import { formulaDoubts, type CheckedSheet, type FormulaDoubt } from '../model/policy/formulaUnits';
import { withPolicyWork } from '../state/paneState';
import { holdsCell, type Area } from '../../sheet/area';
import { message, tell, type PaneContext } from './context';

/** More cells at once are no formula that somebody typed; on larger sheets the check waits until it is asked for. */
const MOST = { cells: 200, rows: 5000 } as const;

/** The formulas of all visible sheets whose columns carry another unit. */
export async function doubtsNow(port: WorkbookPort): Promise<FormulaDoubt[]> {
  const checked: CheckedSheet[] = [];
  for (const { id, visible } of await port.sheets()) {
    if (!visible) continue;
    const contents = await port.read(id);
    const formulas = contents && (await port.readFormulas(id));
    if (contents && formulas) checked.push({ contents, formulas });
  }
  return formulaDoubts(checked);
}

/** Looks at cells that were just edited: a formula of ours over columns in another unit is told at once. */
export async function checkEntered(context: PaneContext, sheetId: string, changed: Area): Promise<void> {
  const { store, port } = context;
  const { source, busy, customFunctions } = store.get();
  const isLarge = (source?.pieces ?? []).some(({ body }) => body.rows > MOST.rows);
  if (!customFunctions || busy || isLarge || changed.rows * changed.columns > MOST.cells) return;
  try {
    if (!(await holdsOurs(port, sheetId, changed))) return;
    const doubts = await doubtsNow(port);
    const entered = doubts.filter(
      ({ at }) => at.sheetId === sheetId && holdsCell(changed, at.area.row, at.area.column),
    );
    const [first] = entered;
    // Somebody may have begun something else meanwhile.
    if (!first || store.get().busy) return;
    const others = doubts.filter((doubt) => !entered.includes(doubt));
    store.update((state) => withPolicyWork(state, { doubts: [...entered, ...others] }));
    const { sheet, address } = first.at;
    tell(context, message('warning', 'doubtEntered', { sheet, address, proposed: first.proposed }));
  } catch (error) {
    // Nobody asked for it: what cannot be looked at now is found by 检查公式.
    console.error(error);
  }
}

async function holdsOurs(port: WorkbookPort, sheetId: string, changed: Area): Promise<boolean> {
  const held = await port.readFormulas(sheetId);
  if (!held) return false;
  const { area, formulas } = held;
  return formulas.some((line, row) =>
    line.some(
      (formula, column) =>
        holdsCell(changed, area.row + row, area.column + column) &&
        typeof formula === 'string' &&
        /^=.*MUJUN_[A-Z_]+\(/i.test(formula),
    ),
  );
}
