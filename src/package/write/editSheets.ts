import { renameColumns } from '../../formula/renameColumns';
import type { CellChange, SheetChange, SheetModel } from '../model';
import type { OpenedPackage } from '../openPackage';
import { PackageError } from '../packageError';
import { FormulaReader } from '../read/formulaReader';
import { readSheetPart } from '../read/readSheetPart';
import type { SheetLayout } from '../read/sheetLayout';
import type { Splice } from '../xml/splice';
import { finish, type Steps } from '../../steps/steps';
import { addCharts, valuesAfter } from './addCharts';
import { addTables, headingChanges } from './addTables';
import { cellWriter } from './cellWriter';
import { completeChanges } from './completeChanges';
import { addPart } from './editRelations';
import { choiceSplices, protectionSplices } from './guardParts';
import { mainNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';
import { patchCells, type CellChanges } from './patchCells';
import type { PlannedSheet } from './planSheets';
import { fitSplices, printSplices } from './printParts';
import { renameInPart } from './renameInPart';
import type { SaveContext } from './saveContext';
import { dimensionSplices, freezeSplices, mergeSplices, selectionSplices, widthSplices } from './sheetParts';
import { MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from '../../sheet/address';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** A worksheet about to be patched. */
interface SheetTarget {
  readonly part: string;
  readonly xml: string;
  readonly model: SheetModel;
  readonly layout: SheetLayout;
}

/** Adds a blank worksheet part and returns the id of the workbook's relationship to it, and its path. */
export function addSheet(edit: PackageEdit, workbook: string): { relation: string; part: string } {
  const part = edit.freePath('xl/worksheets/sheet');
  const text = `${XML_HEAD}<worksheet xmlns="${mainNamespace(edit.strict)}"><sheetData/></worksheet>`;
  const relation = addPart(edit, { path: part, text, contentType: CONTENT_TYPE, owner: workbook, type: 'worksheet' });
  return { relation, part };
}

/** Patches one worksheet in steps: cells, tables, sizes, merges, panes, lists, print set-up, charts, and formulas that name a renamed sheet. */
export function* editSheet(context: SaveContext, sheet: PlannedSheet, part: string): Steps<void> {
  const target = openTarget(context, sheet, part);
  if (!target) return;
  const { change } = sheet;
  const tables = (context.change.tables?.added ?? []).filter(({ sheetId }) => sheetId === sheet.id);
  const text = { xml: target.xml, root: target.layout.root };
  const headed = [
    ...tables,
    ...context.headings.map(({ table }) => table).filter(({ sheetId }) => sheetId === sheet.id),
  ];
  const asked = headingChanges(headed, target.model, change?.cells ?? new Map<number, Map<number, CellChange>>());
  const changes = followRenames(context, completeChanges(target.model, target.layout.shared, asked), asked);
  const selected = context.selection(sheet);
  yield;
  const cells = yield* cellSplices(context, target, { changes, heights: change?.rowHeights });
  // In the schema's order: new elements that go to one place keep the order of this list.
  context.edit.patch(part, [
    ...(change?.print ? fitSplices(text, change.print) : []),
    ...dimensionSplices(text, changes),
    ...(change?.freeze ? freezeSplices(text, change.freeze) : []),
    ...(selected === undefined ? [] : selectionSplices(text, selected)),
    ...(change?.columnWidths?.size ? widthSplices(text, change.columnWidths) : []),
    ...cells,
    ...(change?.protect === undefined ? [] : protectionSplices(text, change.protect)),
    ...(change?.merges ? mergeSplices(text, change.merges, target.model) : []),
    ...choiceSplices(text, change?.choices ?? []),
    ...(change?.print ? printSplices(text, change.print) : []),
    ...addCharts(context.edit, {
      ...{ part, root: text.root, name: sheet.name, charts: change?.charts ?? [] },
      valueAt: valuesAfter(target.model, changes),
    }),
    ...addTables(context.edit, { part, ...text, tables }, context.nextTableId),
    ...(context.renames.any ? renameInPart(target.xml, part, context.renames) : []),
  ]);
}

function openTarget({ opened, edit }: SaveContext, sheet: PlannedSheet, part: string): SheetTarget | undefined {
  const model = sheet.before === undefined ? undefined : opened.model.sheets[sheet.before];
  const layout = opened.source.sheets.get(sheet.id)?.layout;
  const xml = edit.text(part);
  if (model) return layout && { part, xml, model, layout };
  return { part, xml, ...readBlank(opened, { sheet, part, xml }) };
}

function readBlank(
  { source }: OpenedPackage,
  { sheet, part, xml }: { sheet: PlannedSheet; part: string; xml: string },
) {
  const formulas = new FormulaReader(part, source.addinFunctions, { limit: 0, spent: 0 });
  const context = { xml, part, strings: [], date1904: false, styles: 1, formulas, countCell: () => undefined };
  return finish(
    readSheetPart({ id: sheet.id, name: sheet.name, state: sheet.state }, context, source.parts.caps.elements),
  );
}

/** Formulas written out of the opened model still name sheets as they were called; those asked for do not. */
function followRenames({ renames, headings }: SaveContext, all: CellChanges, asked: CellChanges): CellChanges {
  if (!renames.any) return all;
  const columns = headings.flatMap((heading) => heading.renames);
  const follow = (change: CellChange, isAsked: boolean): CellChange => {
    if (change.formula === undefined) return change;
    const formula = isAsked ? renameColumns(change.formula, columns) : renames.formula(change.formula);
    return { ...change, formula };
  };
  return new Map(
    [...all].map(([row, cells]) => {
      const isAsked = (column: number) => asked.get(row)?.has(column) ?? false;
      return [row, new Map([...cells].map(([column, change]) => [column, follow(change, isAsked(column))]))];
    }),
  );
}

function* cellSplices(
  context: SaveContext,
  { xml, layout, model }: SheetTarget,
  { changes, heights }: { changes: CellChanges; heights: SheetChange['rowHeights'] },
): Steps<Splice[]> {
  checkPlaces(changes);
  yield;
  const write = cellWriter({
    sheet: model,
    root: layout.root,
    tables: [...context.opened.model.tables, ...(context.change.tables?.added ?? [])],
    addinFunctions: context.opened.source.addinFunctions,
    resolveStyle: context.styles.resolve,
    dynamicMetadata: context.dynamicMetadata,
  });
  return yield* patchCells({ xml, layout, write, ...(heights ? { heights } : {}) }, changes);
}

function checkPlaces(changes: CellChanges): void {
  for (const [row, cells] of changes) {
    for (const [column, { value }] of cells) {
      if (typeof value === 'string' && value.length > MAX_CHARACTERS)
        throw new PackageError('textTooLong', { limit: MAX_CHARACTERS, found: value.length });
      const inside = row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
      if (!inside) throw new PackageError('badChange', { reason: `cell ${String(row)}, ${String(column)}` });
    }
  }
}
