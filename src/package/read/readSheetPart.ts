import type { SheetModel } from '../model';
import { PackageError } from '../packageError';
import { elementCap } from '../xml/parseXml';
import type { Steps } from '../../steps/steps';
import { scanSteps } from '../xml/scanXml';
import { childOf, childrenOf, countOf, flagOf, XmlTreeBuilder, type XmlElement } from '../xml/xmlElement';
import type { SheetLayout } from './sheetLayout';
import { SheetScanner, type ScanContext } from './sheetScanner';
import { MAX_COLUMNS, parseArea } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** What the workbook part says of a sheet. */
export type SheetHeading = Pick<SheetModel, 'id' | 'name' | 'state'>;

/** A worksheet part as a model, and the places the patcher needs. */
export function* readSheetPart(
  heading: SheetHeading,
  context: ScanContext,
  elements: number,
): Steps<{ model: SheetModel; layout: SheetLayout }> {
  const tree = new XmlTreeBuilder(context.xml, elementCap(context.part, elements));
  const scanner = new SheetScanner(tree, context);
  yield* scanSteps(context.xml, context.part, scanner);
  const shared = yield* context.formulas.finish();
  const { root } = tree;
  if (root?.local !== 'worksheet') throw new PackageError('damaged', { part: context.part, reason: 'not a worksheet' });
  return {
    model: {
      ...heading,
      rows: lastRow(scanner) + 1,
      columns: scanner.columns,
      cells: scanner.cells,
      merges: childrenOf(childOf(root, 'mergeCells'), 'mergeCell').flatMap(areaOf),
      columnWidths: readColumnWidths(root),
      rowHeights: scanner.heights,
      freeze: readFreeze(root),
      protected: flagOf(childOf(root, 'sheetProtection')?.attributes ?? {}, 'sheet'),
    },
    layout: { root, rows: scanner.rows, cells: scanner.places, shared },
  };
}

/** The model of a sheet without cells, such as a chart sheet. */
export function celllessSheet(heading: SheetHeading): SheetModel {
  const none = { cells: new Map(), merges: [], columnWidths: new Map(), rowHeights: new Map() };
  return {
    ...heading,
    ...none,
    cellless: true,
    rows: 1,
    columns: 1,
    freeze: { rows: 0, columns: 0 },
    protected: false,
  };
}

function lastRow(scanner: SheetScanner): number {
  let last = 0;
  for (const row of scanner.cells.keys()) if (row > last) last = row;
  return last;
}

function areaOf({ attributes }: XmlElement): Area[] {
  const area = parseArea(attributes['ref'] ?? '');
  return area ? [area] : [];
}

/** Widths in characters by column; a run of columns that goes back is left out, so that no file makes this slow. */
function readColumnWidths(root: XmlElement): SheetModel['columnWidths'] {
  const widths = new Map<number, { width: number; hidden: boolean }>();
  const standard = defaultWidth(root);
  let next = 0;
  for (const { attributes } of childrenOf(childOf(root, 'cols'), 'col')) {
    const last = Math.min(countOf(attributes, 'max') ?? 0, MAX_COLUMNS);
    const width = Number(attributes['width'] ?? standard);
    for (let column = Math.max(next, (countOf(attributes, 'min') ?? 1) - 1); column < last; column++) {
      widths.set(column, { width: Number.isFinite(width) ? width : standard, hidden: flagOf(attributes, 'hidden') });
    }
    next = Math.max(next, last);
  }
  return widths;
}

function defaultWidth(root: XmlElement): number {
  const format = childOf(root, 'sheetFormatPr')?.attributes ?? {};
  const width = Number(format['defaultColWidth'] ?? format['baseColWidth'] ?? 8.43);
  return Number.isFinite(width) ? width : 8.43;
}

function readFreeze(root: XmlElement): SheetModel['freeze'] {
  const pane = childOf(childOf(childOf(root, 'sheetViews'), 'sheetView'), 'pane');
  if (!pane?.attributes['state']?.startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: countOf(pane.attributes, 'ySplit') ?? 0, columns: countOf(pane.attributes, 'xSplit') ?? 0 };
}
