import { formulaHazard } from './formulaHazards';
import type { ComparedTable, FileToCompare } from './comparedTable';
import type { MergeNote } from './mergeTypes';

/** What the sheets of a file are by now: renamed, doubled, with columns gone or new. */
export function shapeNotes({ file, recognised: { tables, left, batch } }: FileToCompare): MergeNote[] {
  const [table, ...others] = tables;
  const named = (kind: 'sheetRenamed' | 'sheetAlso' | 'sheetLeft', sheet: string): MergeNote => ({
    kind,
    file,
    title: batch.sheetName,
    sheet,
  });
  return [
    ...(table.renamed ? [named('sheetRenamed', table.sheet.name)] : []),
    ...others.map(({ sheet }) => named('sheetAlso', sheet.name)),
    ...left.map((sheet) => named('sheetLeft', sheet)),
    ...table.lostColumns.map((title): MergeNote => ({ kind: 'columnLost', file, title })),
    ...table.newColumns.map(({ title, filled }): MergeNote => ({ kind: 'columnNew', file, title, count: filled })),
  ];
}

/** Our results were formulas in this copy, and some are not any more. */
export function overwrittenNotes(
  { file, recognised: { copy } }: FileToCompare,
  { table, matching }: ComparedTable,
): MergeNote[] {
  if (copy.level === 'values') return [];
  return table.resultColumns.flatMap((fileColumn) => {
    const isFormula = (row: number) => (table.sheet.formulas[row + table.firstRow]?.[fileColumn] ?? '') !== '';
    const rows = [...matching.pairs.keys()];
    // A copy whose results had to be values has no formula in the column at all.
    if (!rows.some(isFormula)) return [];
    return rows
      .filter((row) => !isFormula(row))
      .map((row): MergeNote => {
        const value = table.sheet.values[row + table.firstRow]?.[fileColumn];
        const title = String(table.sheet.values[table.firstRow - 1]?.[fileColumn] ?? '');
        return { kind: 'resultOverwritten', file, fileRow: row + table.firstRow, fileColumn, title, value };
      });
  });
}

/** Macros and the like are never run or followed; that they are there is told. */
export function carriedNotes({ file, returned: { carried = [] } }: FileToCompare): MergeNote[] {
  return carried.map((one) => ({ kind: 'carried', file, carried: one }));
}

/** Every formula of every sheet that reaches outside, whether or not its cell would have been looked at. */
export function hazardNotes({ file, returned }: FileToCompare): MergeNote[] {
  return returned.sheets.flatMap(({ name: sheet, formulas }) =>
    formulas.flatMap((row, fileRow) =>
      row.flatMap((formula, fileColumn): MergeNote[] => {
        const hazard = formula === '' ? undefined : formulaHazard(formula);
        return hazard ? [{ kind: 'hazard', file, sheet, fileRow, fileColumn, hazard }] : [];
      }),
    ),
  );
}
