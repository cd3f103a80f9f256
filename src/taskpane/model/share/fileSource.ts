import type { PackageModel } from '../../../package/model';
import { sourceOf, type Source } from '../reading/source';
import { returnedFile } from './returnedFile';

/** The largest ledger in a workbook of its own; undefined where none of its sheets holds one. */
export function fileSource(label: string, model: PackageModel): Source | undefined {
  const found = returnedFile(label, model).sheets.flatMap(({ name, values }) => {
    const [rows, columns] = [values.length, values[0]?.length ?? 0];
    const source = sourceOf({
      sheet: { id: name, name, visible: true, protected: false },
      area: { row: 0, column: 0, rows, columns },
      values: values.map((line) => line.map((cell) => cell ?? '')),
      hiddenColumns: [],
      hiddenRows: [],
      tables: [],
      merges: model.sheets.find((sheet) => sheet.name === name)?.merges ?? [],
    });
    return source ? [source] : [];
  });
  return found.toSorted((a, b) => b.located.dataRows - a.located.dataRows)[0];
}
