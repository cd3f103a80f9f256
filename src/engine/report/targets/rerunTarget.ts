import { daySerial } from '../../quantity/daySerial';
import { dayOfSerial, type Day } from '../../quantity/day';
import { PLACE } from '../layout/officialTable';
import { keepTyped, keysHeld, linesHeld, type HeldCells, type KeptModel, type KeyedTable } from '../rerun/keepTyped';
import { editModel } from '../rerun/editModel';
import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import { AT } from './targetColumns';
import { HELP_END, HELP_HEAD } from './targetSheet';
import { UNPLACED, type TargetTownship } from './targetInput';

/** How the target sheet's table stands. */
export const TARGET_TABLE: KeyedTable = {
  head: PLACE.head,
  body: PLACE.body,
  key: AT.township,
  anew: ['序号', '区镇', '建议分解（亩）'],
  spare: HELP_END,
  end: HELP_HEAD,
};

/** The heads of A to S as the sheet says them, parents before their children. */
export const TARGET_HEADS = [
  ...['序号', '区镇', '底数/宗数', '底数/面积（亩）', '底数/亩均税收（万元/亩）'],
  ...['年度目标/处置面积（亩）', '年度目标/宗数', '年度目标/亩均税收（万元/亩）'],
  ...['一季度', '上半年', '三季度', '全年'].map((quarter) => `季度目标（亩，累计）/${quarter}`),
  ...[
    '完成值（亩）',
    '完成率',
    '序时进度差',
    '责任单位（第一位牵头）',
    '备注',
    '建议分解（亩）',
    '差额（下达数－建议）',
  ],
] as const;

/** The new sheet with 下达数, 完成值 typed over, 备注 and every other cell that people typed on the earlier one. */
export function rerunTarget(model: NewSheet, held: HeldCells): KeptModel {
  const { model: kept, kept: count } = keepTyped(model, held, TARGET_TABLE);
  const lines = [PLACE.title, PLACE.unit].flatMap((row) =>
    kept.blocks
      .filter((block) => block.row === row)
      .flatMap(({ column, values }) => {
        const was = held[row]?.[column] ?? '';
        const isTyped = was !== '' && was !== values[0]?.[0] && !isOtherVersion(was);
        return isTyped ? [{ row, column, value: was, formula: '' }] : [];
      }),
  );
  return { model: editModel(kept, lines), kept: count + lines.length };
}

/** The unit line follows the columns, so that an older one is not a person's word. */
const isOtherVersion = (cell: SheetCell) => String(cell).startsWith('单位：');

/** Townships that people added or that the ledger has lost: they keep their line, without stock. */
export function keptTownships(held: HeldCells, townships: readonly TargetTownship[]): TargetTownship[] {
  const known = new Set([...townships.map(({ name }) => name), '全市合计', UNPLACED]);
  const nothing = { count: 0, area: 0, tax: 0, taxedArea: 0, gap: 0, done: 0, doneBefore: 0, leadDepartment: '' };
  return keysHeld(held, TARGET_TABLE)
    .filter((name) => !known.has(name))
    .map((name) => ({ name, ...nothing, proposed: 0, cases: 0 }));
}

/** The lines A to S of a sheet by township, totals left out. */
export function targetLines(held: HeldCells): Map<string, SheetCell[]> {
  const lines = linesHeld(held, TARGET_TABLE, TARGET_HEADS);
  lines.delete('全市合计');
  return lines;
}

/** The 截止日 that stands on a sheet, or undefined. */
export function cutoffOn(held: HeldCells): Day | undefined {
  const cell = held[PLACE.info]?.[2];
  return typeof cell === 'number' && cell >= daySerial('2000-01-01' as Day) ? dayOfSerial(cell) : undefined;
}
