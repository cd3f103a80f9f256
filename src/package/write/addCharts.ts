import type { SheetChart } from '../../sheet/sheet';
import type { CellChange, SheetModel } from '../model';
import { appendInside, putElement, WORKSHEET_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { childOf, countOf, prefixedAttribute, prefixOf, type XmlElement } from '../xml/xmlElement';
import { chartXml, type CellLookup } from './chartXml';
import { addPart } from './editRelations';
import { relationshipNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';
import type { CellChanges } from './patchCells';
import { quoteSheet } from '../../sheet/address';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const SHAPES = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHARTS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** A sheet that charts are added to; `name` is its name in the saved file. */
export interface ChartSheet {
  readonly part: string;
  readonly root: XmlElement;
  readonly name: string;
  readonly charts: readonly SheetChart[];
  readonly valueAt: CellLookup;
}

/** Adds chart parts to the sheet's drawing, made where it has none, and returns what names the drawing in the sheet. */
export function addCharts(edit: PackageEdit, sheet: ChartSheet): Splice[] {
  if (sheet.charts.length === 0) return [];
  const { drawing, splices } = drawingOf(edit, sheet);
  const first = highestId(edit.tree(drawing)) + 1;
  const anchors = sheet.charts.map((chart, index) => {
    const text = XML_HEAD + chartXml(chart, { sheet: quoteSheet(sheet.name), valueAt: sheet.valueAt });
    const path = edit.freePath('xl/charts/chart');
    const relation = addPart(edit, { path, text, contentType: CHART_TYPE, owner: drawing, type: 'chart' });
    return anchorXml(chart, { id: first + index, relation });
  });
  edit.patch(drawing, [appendInside(edit.tree(drawing), anchors.join(''))]);
  return splices;
}

/** A cell's value once a change is made. */
export function valuesAfter(sheet: SheetModel, changes: CellChanges): CellLookup {
  return (row, column) => {
    const changed: CellChange | undefined = changes.get(row)?.get(column);
    return (changed ?? sheet.cells.get(row)?.get(column))?.value ?? null;
  };
}

function drawingOf(edit: PackageEdit, { part, root }: ChartSheet): { drawing: string; splices: Splice[] } {
  const named = childOf(root, 'drawing');
  const old = named && edit.relationships(part).find(({ id }) => id === prefixedAttribute(named, 'id'));
  if (old) return { drawing: old.target, splices: [] };
  const path = edit.freePath('xl/drawings/drawing');
  const text = `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${SHAPES}"></xdr:wsDr>`;
  const id = addPart(edit, { path, text, contentType: DRAWING_TYPE, owner: part, type: 'drawing' });
  const link = `<${prefixOf(root.name)}drawing xmlns:r="${relationshipNamespace(edit.strict)}" r:id="${id}"/>`;
  return { drawing: path, splices: [putElement(root, { local: 'drawing', order: WORKSHEET_ORDER, text: link })] };
}

/** Every shape of a drawing has a number of its own. */
function highestId(element: XmlElement): number {
  const own = element.local === 'cNvPr' ? (countOf(element.attributes, 'id') ?? 0) : 0;
  return element.children.reduce((most, child) => Math.max(most, highestId(child)), Math.max(own, 1));
}

function anchorXml({ place }: SheetChart, { id, relation }: { id: number; relation: string }): string {
  const corner = (tag: string, column: number, row: number) =>
    `<xdr:${tag}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const { row, column, rows, columns } = place;
  const frame = `<xdr:nvGraphicFramePr><xdr:cNvPr id="${String(id)}" name="图表 ${String(id - 1)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`;
  const graphic = `<a:graphic><a:graphicData uri="${CHARTS}"><c:chart xmlns:c="${CHARTS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relation}"/></a:graphicData></a:graphic>`;
  return `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${SHAPES}">${corner('from', column, row)}${corner('to', column + columns, row + rows)}<xdr:graphicFrame macro="">${frame}${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}
