import { columnName } from '../../sheet/address';
import type { Area } from '../../sheet/area';
import type { SheetFormulas, WritePlan } from '../../workbook/port';
import { previewPlace } from '../plans/results/planResults';
import { message, tell, type PaneContext } from './context';

/**
 * A plan over results of an earlier time, with what stands there now, so that nothing else can be overwritten; undefined, and told,
 * where they are formulas, which follow the ledger by themselves.
 */
export async function overEarlier(context: PaneContext, plan: WritePlan): Promise<WritePlan | undefined> {
  const place = previewPlace(context.store.get());
  if (place?.kind !== 'columns' || place.isUpdate !== true || !('id' in plan.sheet)) return plan;
  const held = await context.port.readFormulas(plan.sheet.id);
  if (!held) return undefined;
  if (cellsIn(held, place.body).some((line) => line.some((cell) => String(cell).startsWith('=')))) {
    tell(context, message('info', 'earlierFollow', { columns: filledColumns(plan) }));
    return undefined;
  }
  const blocks = plan.blocks.map((block) => {
    const replaces = cellsIn(held, block.area);
    return replaces.some((line) => line.some((cell) => cell !== '')) ? { ...block, replaces } : block;
  });
  return { ...plan, blocks };
}

function cellsIn({ area, formulas }: SheetFormulas, { row, column, rows, columns }: Area) {
  const lines = Array.from({ length: rows }, (_, at) => formulas[row - area.row + at] ?? []);
  return lines.map((line) => Array.from({ length: columns }, (_, at) => line[column - area.column + at] ?? ''));
}

/** AB:AD, the columns that a plan fills. */
export function filledColumns({ blocks }: WritePlan): string {
  const areas = blocks.map(({ area, spill }) => spill ?? area);
  const first = Math.min(...areas.map(({ column }) => column));
  const last = Math.max(...areas.map(({ column, columns }) => column + columns - 1));
  return first === last ? columnName(first) : `${columnName(first)}:${columnName(last)}`;
}
