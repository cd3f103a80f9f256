import type { ColumnRename } from '../../formula/renameColumns';
import type { CellChange, PackageChange, PackageModel, TableModel } from '../model';
import type { PackageSource } from '../read/packageSource';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf } from '../xml/xmlElement';
import { storedHeading } from './addTables';
import type { PackageEdit } from './packageEdit';

/** A table of the file whose headings are changed: as it will be, and the columns that get another name. */
export interface HeadingChange {
  readonly table: TableModel;
  readonly part: string;
  readonly renames: readonly ColumnRename[];
}

/**
 * The tables whose heading cells a change writes over. A column takes the new text as its name; where that is blank or
 * taken the old heading stays, as a table without proper headings makes Excel repair the file.
 */
export function headingsOf(model: PackageModel, source: PackageSource, change: PackageChange): HeadingChange[] {
  return model.tables.flatMap((table, index): HeadingChange[] => {
    const part = source.tables[index]?.part;
    const row = change.sheets.find(({ id }) => id === table.sheetId)?.cells?.get(table.area.row);
    if (part === undefined || !row || !hasHeadings(source, part)) return [];
    const touched = table.columns.some((_, i) => row.has(table.area.column + i));
    if (!touched) return [];
    const columns = newHeadings(table, row);
    const renames = table.columns.flatMap((from, i): ColumnRename[] => {
      const to = columns[i] ?? from;
      return to === from ? [] : [{ table: table.name, from, to }];
    });
    return [{ table: { ...table, columns }, part, renames }];
  });
}

function hasHeadings({ parts }: PackageSource, part: string): boolean {
  return parts.tree(part).attributes['headerRowCount'] !== '0';
}

function newHeadings(table: TableModel, row: ReadonlyMap<number, CellChange>): string[] {
  const columns = [...table.columns];
  columns.forEach((old, index) => {
    const change = row.get(table.area.column + index);
    const text = change?.formula === undefined ? String(change?.value ?? '') : '';
    const taken = columns.some((other, i) => i !== index && other.toLowerCase() === text.toLowerCase());
    columns[index] = text === '' || taken ? old : text;
  });
  return columns;
}

/** Writes the new column names into the table parts. */
export function renameTableColumns(edit: PackageEdit, headings: readonly HeadingChange[]): void {
  for (const { part, renames } of headings) {
    const xml = edit.text(part);
    const columns = childrenOf(childOf(edit.tree(part), 'tableColumns'), 'tableColumn');
    const splices = renames.flatMap(({ from, to }) => {
      const column = columns.find(({ attributes }) => storedHeading(from) === normal(attributes['name'] ?? ''));
      return column ? setAttributes(xml, column, { name: storedHeading(to) }) : [];
    });
    edit.patch(part, splices);
  }
}

/** A heading as it is stored, with its line breaks written one way. */
function normal(stored: string): string {
  return storedHeading(stored.replace(/_x000D_/gi, '\r').replace(/_x000A_/gi, '\n'));
}
