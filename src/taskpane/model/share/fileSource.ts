import { finish } from '../../../engine/column/index';
import type { PackageModel } from '../../../package/model';
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
    merges: model.sheets.find((sheet) => sheet.name === name)?.merges ?? [],
  }));
  const made = sheets.filter(isOwnSheet);
  return { made, others: sheets.filter((sheet) => !made.includes(sheet)) };
}
