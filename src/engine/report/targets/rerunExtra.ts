import { PLACE, type OfficialColumn } from '../layout/officialTable';
import { keepTyped, linesLeft, type HeldCells, type KeptModel, type KeyedTable } from '../rerun/keepTyped';
import type { NewSheet } from '../../../sheet/sheet';

/** How the rows of a sheet beside the target sheet are told apart, and what is made anew on it though a formula stands there. */
export interface ExtraTable {
  readonly columns: readonly OfficialColumn[];
  readonly key: readonly number[];
  readonly totals?: number;
  readonly anew?: readonly string[];
}

/** A sheet made again: `gone` are lines of the earlier one, with something typed, that the new one has not or that cannot be told apart. */
export interface ExtraRerun extends KeptModel {
  readonly gone: number;
}

/** Carries what people typed on an earlier version of a sheet into its new version, line by line. */
export function rerunExtra(model: NewSheet, held: HeldCells, extra: ExtraTable): ExtraRerun {
  const table = keyedTable(extra);
  return { ...keepTyped(model, held, table), gone: linesLeft(model, held, table) };
}

const headOf = ({ head, parent }: OfficialColumn) => (parent === undefined ? head : `${parent}/${head}`);

/** The table as it stands on the sheet. */
export function keyedTable({ columns, key, totals = 0, anew = [] }: ExtraTable): KeyedTable {
  return {
    head: PLACE.head,
    body: PLACE.body + totals,
    key,
    anew,
    open: columns.filter(({ open }) => open === true).map(headOf),
    // Beyond the charts, whose place is beside the table.
    spare: columns.length + 1,
    end: '\u0000',
  };
}
