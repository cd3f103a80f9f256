import { storeFormula } from '../formula/storeFormula';
import type { CellChange, CellModel, SheetModel, StyleModel, TableModel } from '../model';
import type { RowPlace } from '../read/sheetLayout';
import { childOf, childrenOf, countOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import { cellXml, type CellText } from './cellXml';
import { keepsArray } from './completeChanges';
import type { WriteCell } from './patchCells';
import { holdsCell } from '../../sheet/area';

/** What writing the cells of one sheet needs from the rest of the package. */
export interface CellWriterContext {
  readonly sheet: SheetModel;
  readonly root: XmlElement;
  readonly tables: readonly TableModel[];
  readonly addinFunctions: ReadonlySet<string>;
  readonly resolveStyle: (base: number, style: StyleModel) => number;
  /** The cm attribute of dynamic arrays; adds their metadata when first asked. */
  readonly dynamicMetadata: () => number;
}

/** Writes the changed cells of one sheet: each keeps the style it had, or takes that of its row or column. */
export function cellWriter(context: CellWriterContext): WriteCell {
  const columnStyle = columnStyles(context.root);
  const prefix = prefixOf(context.root.name);
  return ({ row, column, change, rowPlace, existing }) => {
    const old = context.sheet.cells.get(row)?.get(column);
    const base = old?.style ?? rowStyle(rowPlace) ?? columnStyle(column);
    const style = change.style === undefined ? base : context.resolveStyle(base, change.style);
    const formula = change.formula?.replace(/^=/, '') ?? '';
    if (!existing && change.value === null && formula === '' && change.style === undefined) return '';
    return cellXml({ row, column, style, ...contentOf(context, { row, column, change, old, formula }) }, prefix);
  };
}

const rowStyle = (place: RowPlace | undefined) => place?.style;

function contentOf(
  context: CellWriterContext,
  cell: { row: number; column: number; change: CellChange; old: CellModel | undefined; formula: string },
): Pick<CellText, 'value' | 'type' | 'formula' | 'array'> {
  const { value, type } = cell.change;
  if (cell.formula === '') return { value, type };
  const table = context.tables.find(
    ({ area, sheetId }) => sheetId === context.sheet.id && holdsCell(area, cell.row, cell.column),
  );
  const stored = storeFormula(cell.formula, {
    addinFunctions: context.addinFunctions,
    ...(table ? { table: table.name } : {}),
  });
  const array = arrayOf(context, cell);
  return { value, type, formula: stored, ...(array ? { array } : {}) };
}

function arrayOf(
  context: CellWriterContext,
  { change, old }: { change: CellChange; old: CellModel | undefined },
): CellText['array'] {
  if (old?.arrayRange !== undefined && keepsArray(old, change) && !old.dynamic) return { range: old.arrayRange };
  const range = change.arrayRange ?? (keepsArray(old, change) ? old?.arrayRange : undefined);
  return range === undefined ? undefined : { range, metadata: context.dynamicMetadata() };
}

/** The style of a column's new cells. */
function columnStyles(root: XmlElement): (column: number) => number {
  const runs = childrenOf(childOf(root, 'cols'), 'col').flatMap(({ attributes }) => {
    const style = countOf(attributes, 'style');
    const first = (countOf(attributes, 'min') ?? 1) - 1;
    return style === undefined ? [] : [{ first, end: countOf(attributes, 'max') ?? 0, style }];
  });
  return (column) => runs.find(({ first, end }) => first <= column && column < end)?.style ?? 0;
}
