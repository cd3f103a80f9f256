import { finish } from '../../../engine/column/index';
import type { PackageModel } from '../../../package/model';
import { formattedRows } from '../../../workbook/formattedRows';
import type { SheetContents } from '../../../workbook/port';
import { bookSteps } from '../reading/book';
import { isOwnSheet } from '../reading/ownSheet';
import type { Source } from '../reading/source';
import { returnedFile } from './returnedFile';

/** The ledger of a workbook of its own, over all of its sheets; undefined where none of them holds one. */
export function fileSource(label: string, model: PackageModel): Source | undefined {
  const { others, made } = fileSheets(label, model);
  return finish(bookSteps(others, {})) ?? finish(bookSteps(made, {}));
}

/** The sheets of a workbook of its own as a port would read them: those that we made, and the others. */
export function fileSheets(
  label: string,
  model: PackageModel,
): { readonly others: readonly SheetContents[]; readonly made: readonly SheetContents[] } {
  const sheets = returnedFile(label, model).sheets.map(({ name, values }): SheetContents => ({
    sheet: { id: name, name, visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
    values: values.map((line) => line.map((cell) => cell ?? '')),
    hiddenColumns: [],
    hiddenRows: [],
    tables: [],
    ...looksOf(model, name),
  }));
  const made = sheets.filter(isOwnSheet);
  return { made, others: sheets.filter((sheet) => !made.includes(sheet)) };
}

function looksOf({ sheets, styles }: PackageModel, name: string): Pick<SheetContents, 'merges' | 'formats'> {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return { merges: [] };
  const { rows, columns } = formattedRows({ row: 0, column: 0, rows: sheet.rows, columns: sheet.columns });
  const formatAt = (row: number, column: number) =>
    styles[sheet.cells.get(row)?.get(column)?.style ?? 0]?.numberFormat ?? 'General';
  const formats = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => formatAt(row, column)),
  );
  return { merges: sheet.merges, formats };
}
