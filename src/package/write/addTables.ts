import type { CellChange, SheetModel, TableModel } from '../model';
import { escapeAttribute } from '../xml/escapeXml';
import { appendInside, putElement, WORKSHEET_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import { addPart } from './editRelations';
import { mainNamespace, relationshipNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';
import { areaName } from '../../sheet/address';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** A sheet that tables are added to. */
export interface TableSheet {
  readonly part: string;
  readonly xml: string;
  readonly root: XmlElement;
  readonly tables: readonly TableModel[];
}

/** Adds table parts and returns the splices that name them in the sheet. `nextId` gives numbers no table has. */
export function addTables(edit: PackageEdit, { part, xml, root, tables }: TableSheet, nextId: () => number): Splice[] {
  if (tables.length === 0) return [];
  const prefix = prefixOf(root.name);
  const links = tables.map((table) => {
    const path = edit.freePath('xl/tables/table');
    const text = tableXml(table, { id: nextId(), strict: edit.strict });
    const id = addPart(edit, { path, text, contentType: CONTENT_TYPE, owner: part, type: 'table' });
    return `<${prefix}tablePart xmlns:r="${relationshipNamespace(edit.strict)}" r:id="${id}"/>`;
  });
  const list = childOf(root, 'tableParts');
  const count = String(links.length + (list?.children.length ?? 0));
  if (list) return [...setAttributes(xml, list, { count }), appendInside(list, links.join(''))];
  const text = `<${prefix}tableParts count="${count}">${links.join('')}</${prefix}tableParts>`;
  return [putElement(root, { local: 'tableParts', order: WORKSHEET_ORDER, text })];
}

function tableXml(
  { name, area, columns, totals }: TableModel,
  { id, strict }: { id: number; strict: boolean },
): string {
  const label = escapeAttribute(name);
  const filtered = totals ? { ...area, rows: area.rows - 1 } : area;
  const items = columns.map(
    (column, index) => `<tableColumn id="${String(index + 1)}" name="${escapeAttribute(storedHeading(column))}"/>`,
  );
  const total = totals ? 'totalsRowCount="1"' : 'totalsRowShown="0"';
  return `${XML_HEAD}<table xmlns="${mainNamespace(strict)}" id="${String(id)}" name="${label}" displayName="${label}" ref="${areaName(area)}" ${total}><autoFilter ref="${areaName(filtered)}"/><tableColumns count="${String(items.length)}">${items.join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

/** Line breaks in a column's name are written as Excel does. */
export function storedHeading(heading: string): string {
  return heading.replaceAll('\r', '_x000d_').replaceAll('\n', '_x000a_');
}

/** The cells that must hold a table's headings as texts, or Excel would repair the file; those that do are left out. */
export function headingChanges(
  tables: readonly TableModel[],
  sheet: SheetModel,
  cells: ReadonlyMap<number, ReadonlyMap<number, CellChange>>,
): Map<number, Map<number, CellChange>> {
  const all = new Map([...cells].map(([row, changes]) => [row, new Map(changes)]));
  for (const { area, columns } of tables) {
    const row = all.get(area.row) ?? new Map<number, CellChange>();
    columns.forEach((value, index) => {
      const column = area.column + index;
      const now = row.get(column) ?? sheet.cells.get(area.row)?.get(column);
      if (now?.type === 'string' && now.value === value && now.formula === undefined) return;
      const style = row.get(column)?.style;
      row.set(column, { value, type: 'string', ...(style ? { style } : {}) });
    });
    if (row.size > 0) all.set(area.row, row);
  }
  return all;
}
