import type { TableModel } from '../model';
import type { PartReader } from '../opc/partReader';
import { readRelationships } from '../opc/relationships';
import { restoreText } from '../xml/escapeXml';
import { childOf, childrenOf, countOf } from '../xml/xmlElement';
import type { TableSource } from './packageSource';
import { parseArea } from '../../sheet/address';

/** The Excel tables on a worksheet; one whose range cannot be read is left out. */
export function readTables(
  parts: PartReader,
  sheet: { readonly id: string; readonly part: string },
): { model: TableModel; source: TableSource }[] {
  return readRelationships(parts, sheet.part)
    .filter(({ type }) => type === 'table')
    .flatMap(({ target }) => {
      const model = readTable(parts, target, sheet.id);
      return model ? [{ model, source: { part: target, sheetId: sheet.id } }] : [];
    });
}

function readTable(parts: PartReader, part: string, sheetId: string): TableModel | undefined {
  const table = parts.tree(part);
  const { attributes } = table;
  const area = parseArea(attributes['ref'] ?? '');
  if (!area) return undefined;
  return {
    id: attributes['id'] ?? part,
    name: attributes['displayName'] ?? attributes['name'] ?? '',
    sheetId,
    area,
    columns: childrenOf(childOf(table, 'tableColumns'), 'tableColumn').map((column) =>
      restoreText(column.attributes['name'] ?? ''),
    ),
    totals: (countOf(attributes, 'totalsRowCount') ?? 0) > 0,
  };
}
