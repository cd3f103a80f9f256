import type { NewSheet } from '../../src/sheet/sheet';
import type { Cell } from '../../src/engine/ledger/index';
import type { PolicyPack } from '../../src/engine/policy/index';
import { applyPolicy } from '../../src/engine/assess/index';
import { decisionSheet, parameterSheet, type NamedSheet } from '../../src/engine/report/index';

/** A sheet's cells as they would be calculated: the only formulas are references to the other sheet. */
function cellsOf({ blocks }: NewSheet, other: readonly (readonly Cell[])[] = []): Cell[][] {
  const cells: Cell[][] = [];
  for (const { row, column, values, formulas } of blocks) {
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const formula = formulas?.[r]?.[c] ?? '';
        const at = /!([A-Z]+)(\d+)=""/.exec(formula);
        const letters = [...(at?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        (cells[row + r] ??= [])[column + c] = at ? (other[Number(at[2]) - 1]?.[letters - 1] ?? '') : value;
      }),
    );
  }
  const width = Math.max(...Array.from(cells, (line: Cell[] | undefined) => line?.length ?? 0));
  return Array.from(cells, (line: Cell[] | undefined) =>
    Array.from({ length: width }, (_, column) => line?.[column] ?? ''),
  );
}

function cut(cells: readonly (readonly Cell[])[], { area }: NamedSheet): Cell[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => cells[area.row + row]?.[area.column + column] ?? ''),
  );
}

/** Edits made on the two sheets, rows and columns from 0. */
export interface PolicyEdit {
  readonly decisions?: (cells: Cell[][]) => void;
  readonly parameters?: (cells: Cell[][]) => void;
}

/** The two tables of a pack as ranges, after edits made on their sheets (rows and columns from 0). */
export function policyRanges(pack: PolicyPack, edit: PolicyEdit = {}): { parameters: Cell[][]; decisions: Cell[][] } {
  const policy = applyPolicy(pack);
  const sheet = decisionSheet(policy, { policy: pack.short });
  const decisions = cellsOf(sheet.model);
  edit.decisions?.(decisions);
  const named = parameterSheet(policy, { policy: pack.short }, sheet);
  const parameters = cellsOf(named.model, decisions);
  edit.parameters?.(parameters);
  return { decisions: cut(decisions, sheet), parameters: cut(parameters, named) };
}
