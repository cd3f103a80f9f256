import { plannedSheets } from '../plannedSheets';
import type { CellValue, WriteOutcome, WritePlan } from '../port';
import { readCells } from './readCells';
import type { Area } from '../../sheet/area';

/** How long Excel may take to calculate a formula before nobody waits for it any more, and how often it is looked at, in milliseconds. */
const PATIENCE = 10_000;
const EVERY = 250;

/** What a cell shows while its formula is not calculated yet. */
const WAITING = new Set<CellValue>(['#BUSY!', '#GETTING_DATA', '#CALC!']);

/**
 * A done write, with a word where its first formula shows #NAME?: a volume-licensed Excel claims custom functions and has
 * none (office-js 884), so only a cell tells.
 */
export async function withAnswer(
  plan: WritePlan,
  outcome: WriteOutcome & { kind: 'done' },
): Promise<WriteOutcome & { kind: 'done' }> {
  const cell = firstFormula(plan);
  const sheetId = cell && outcome.sheets[cell.sheet]?.id;
  if (!cell || sheetId === undefined) return outcome;
  // It is written and can be taken back, whatever becomes of a look at it.
  const shown = await shownIn(sheetId, cell.area).catch(() => undefined);
  return shown === '#NAME?' ? { ...outcome, nameUnknown: true } : outcome;
}

function firstFormula(plan: WritePlan): { readonly sheet: number; readonly area: Area } | undefined {
  for (const [sheet, { blocks }] of plannedSheets(plan).entries()) {
    for (const { area, formulas = [] } of blocks) {
      const row = formulas.findIndex((line) => line.some((formula) => formula !== ''));
      const column = formulas[row]?.findIndex((formula) => formula !== '') ?? -1;
      if (column >= 0)
        return { sheet, area: { row: area.row + row, column: area.column + column, rows: 1, columns: 1 } };
    }
  }
  return undefined;
}

/** What the cell shows once it is calculated, or after a while. */
async function shownIn(sheetId: string, area: Area): Promise<CellValue | undefined> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const shown = (await readCells({ sheetId, area, field: 'values' }))?.[0]?.[0];
    if (shown === undefined || !WAITING.has(shown) || Date.now() > until) return shown;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
