import type { SheetChange, SheetModel } from '../model';
import { appendInside, placeInOrder, putElement, WORKSHEET_ORDER } from '../xml/insertElement';
import { applySplices, type Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf, countOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import type { CellChanges } from './patchCells';
import { areaName, cellName, MAX_COLUMNS, parseArea } from '../../sheet/address';
import { type Area, holdsCell, overlap } from '../../sheet/area';

/** A worksheet's text and its tree without cells. */
export interface SheetText {
  readonly xml: string;
  readonly root: XmlElement;
}

/** Merges to add; one that crosses a merge there is, is left out, for Excel would not open the file. */
export function mergeSplices({ xml, root }: SheetText, added: readonly Area[], sheet: SheetModel): Splice[] {
  const kept: Area[] = [];
  for (const area of added) {
    if (![...sheet.merges, ...kept].some((old) => overlap(old, area))) kept.push(area);
  }
  if (kept.length === 0) return [];
  const prefix = prefixOf(root.name);
  const text = kept.map((area) => `<${prefix}mergeCell ref="${areaName(area)}"/>`).join('');
  const list = childOf(root, 'mergeCells');
  const count = String(kept.length + (list?.children.length ?? 0));
  if (list) return [...setAttributes(xml, list, { count }), appendInside(list, text)];
  const name = `${prefix}mergeCells`;
  const all = `<${name} count="${count}">${text}</${name}>`;
  return [putElement(root, { local: 'mergeCells', order: WORKSHEET_ORDER, text: all })];
}

/** The extent a sheet claims is taken away once a change lies outside of it; it is optional. */
export function dimensionSplices({ root }: SheetText, changes: CellChanges): Splice[] {
  const dimension = childOf(root, 'dimension');
  const area = parseArea(dimension?.attributes['ref'] ?? '');
  if (!dimension) return [];
  for (const [row, cells] of changes) {
    for (const column of cells.keys()) {
      if (!area || !holdsCell(area, row, column)) return [{ start: dimension.start, end: dimension.end, text: '' }];
    }
  }
  return [];
}

/** Frozen panes; zero rows and columns thaw the sheet. Selections of other panes go, as they name panes that are gone. */
export function freezeSplices({ xml, root }: SheetText, { rows, columns }: SheetModel['freeze']): Splice[] {
  const prefix = prefixOf(root.name);
  const pane = rows + columns === 0 ? '' : paneXml(prefix, rows, columns);
  const views = childOf(root, 'sheetViews');
  const view = childOf(views, 'sheetView');
  if (!view) {
    const inner = `<${prefix}sheetView workbookViewId="0">${pane}</${prefix}sheetView>`;
    if (views) return [appendInside(views, inner)];
    const text = `<${prefix}sheetViews>${inner}</${prefix}sheetViews>`;
    return [putElement(root, { local: 'sheetViews', order: WORKSHEET_ORDER, text })];
  }
  if (view.selfClosing) return [appendInside(view, pane)];
  const gone = view.children.filter(({ local }) => local === 'pane' || local === 'selection');
  return [
    { start: view.openEnd, end: view.openEnd, text: pane },
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
    ...setAttributes(xml, view, { topLeftCell: undefined }),
  ];
}

function paneXml(prefix: string, rows: number, columns: number): string {
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${String(columns)}"` : ''}${rows > 0 ? ` ySplit="${String(rows)}"` : ''}`;
  const corner = cellName(rows, columns);
  return `<${prefix}pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/><${prefix}selection pane="${active}"/>`;
}

/** Marks whether a sheet is selected; two selected sheets would be edited together. */
export function selectionSplices({ xml, root }: SheetText, selected: boolean): Splice[] {
  const views = childrenOf(childOf(root, 'sheetViews'), 'sheetView');
  return views.flatMap((view) => setAttributes(xml, view, { tabSelected: selected ? '1' : undefined }));
}

/** Column widths in characters; runs of columns are cut where only a part of them changes. */
export function widthSplices({ xml, root }: SheetText, widths: NonNullable<SheetChange['columnWidths']>): Splice[] {
  const prefix = prefixOf(root.name);
  const cols = childOf(root, 'cols');
  const runs = childrenOf(cols, 'col').flatMap((col) => keptRuns(xml, col, widths));
  for (const [column, width] of widths) {
    if (column < 0 || column >= MAX_COLUMNS) continue;
    const old = childrenOf(cols, 'col').find((col) => covers(col, column));
    const number = String(column + 1);
    const values = { min: number, max: number, width: String(width), customWidth: '1' };
    runs.push({ first: column, text: old ? colTag(xml, old, values) : newCol(prefix, values) });
  }
  const inner = runs.sort((a, b) => a.first - b.first).map(({ text }) => text);
  const text = `<${prefix}cols>${inner.join('')}</${prefix}cols>`;
  if (cols) return [{ start: cols.start, end: cols.end, text }];
  const start = placeInOrder(root, 'cols', WORKSHEET_ORDER);
  return inner.length === 0 ? [] : [{ start, end: start, text }];
}

function newCol(prefix: string, values: Readonly<Record<string, string>>): string {
  const attributes = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`);
  return `<${prefix}col${attributes.join('')}/>`;
}

function covers({ attributes }: XmlElement, column: number): boolean {
  return (countOf(attributes, 'min') ?? 1) - 1 <= column && column < (countOf(attributes, 'max') ?? 0);
}

/** The parts of a run of columns that no change touches. */
function keptRuns(
  xml: string,
  col: XmlElement,
  widths: ReadonlyMap<number, number>,
): { first: number; text: string }[] {
  const end = Math.min(countOf(col.attributes, 'max') ?? 0, MAX_COLUMNS);
  const cuts = [...widths.keys()].filter((column) => covers(col, column)).sort((a, b) => a - b);
  let first = (countOf(col.attributes, 'min') ?? 1) - 1;
  const runs: { first: number; text: string }[] = [];
  for (const cut of [...cuts, end]) {
    const values = { min: String(first + 1), max: String(cut) };
    if (cut > first)
      runs.push({ first, text: cuts.length === 0 ? xml.slice(col.start, col.end) : colTag(xml, col, values) });
    first = cut + 1;
  }
  return runs;
}

function colTag(xml: string, col: XmlElement, values: Readonly<Record<string, string>>): string {
  const tag = { name: col.name, start: 0, openEnd: col.openEnd - col.start };
  const text = xml.slice(col.start, col.end);
  return applySplices(text, setAttributes(text, tag, values));
}
