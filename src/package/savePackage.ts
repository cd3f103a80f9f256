import type { PackageChange, SheetChange } from './model';
import type { OpenedPackage } from './openPackage';
import { finish, type Steps } from '../steps/steps';
import { dynamicArrayMetadata } from './write/dynamicArrays';
import { editCustomXml } from './write/editCustomXml';
import { removePart, removeRelationship } from './write/editRelations';
import { addSheet, editSheet } from './write/editSheets';
import { editWorkbook } from './write/editWorkbook';
import { headingsOf, renameTableColumns } from './write/followHeadings';
import { formulaRenames } from './write/formulaRenames';
import { isStrict } from './write/namespaces';
import { openStyleEdit } from './write/openStyleEdit';
import { PackageEdit, type PackedParts } from './write/packageEdit';
import { planPackageSheets, type PlannedSheet, type PackageSheets } from './write/planSheets';
import { printNames } from './write/printParts';
import { pruneParts, reachableParts } from './write/pruneParts';
import { renameInPart } from './write/renameInPart';
import type { SaveContext } from './write/saveContext';

/**
 * The opened file with a change put into it. Parts the change does not concern keep their bytes, and so does all of a
 * changed sheet outside its changed cells and rows. A change that changes nothing gives the very bytes that were opened.
 * Throws PackageError 'badChange' for what Excel would refuse (sheet names, missing sheets).
 */
export function savePackage(opened: OpenedPackage, asked: PackageChange, packed?: PackedParts): Uint8Array {
  return finish(saveSteps(opened, asked, packed));
}

/** The same in steps, so that a page can answer meanwhile. */
export function* saveSteps(opened: OpenedPackage, asked: PackageChange, packed?: PackedParts): Steps<Uint8Array> {
  const plan = planPackageSheets(opened.model, asked);
  const change = withPrintNames(asked, plan);
  if (changesNothing(opened, change, plan)) return opened.source.bytes.slice();
  const context = saveContext(opened, change, { plan, packed });
  const { edit } = context;
  const reachedBefore = plan.removed.length > 0 || change.customXml?.removed.length ? reachableParts(edit) : undefined;
  const recalculate = plan.changed || change.sheets.some(({ cells }) => cells?.size) || change.names !== undefined;
  const addedRelations = yield* editAllSheets(context);
  context.styles.finish();
  renameTableColumns(edit, context.headings);
  if (context.renames.any) renameInOtherParts(context);
  editWorkbook(edit, { ...context, addedRelations, recalculate });
  removeSheets(context);
  if (change.customXml) editCustomXml(edit, opened.source, change.customXml);
  if (recalculate) dropCalculationChain(edit, opened.source.workbook);
  if (reachedBefore) pruneParts(edit, reachedBefore);
  return yield* edit.finish();
}

function changesNothing({ model }: OpenedPackage, change: PackageChange, plan: PackageSheets): boolean {
  const { names, tables, customXml } = change;
  const sheets = change.sheets.every(leavesSheet);
  const lists = [names?.put, names?.removed, tables?.added, customXml?.put, customXml?.removed];
  return sheets && !plan.changed && plan.active === model.activeSheet && lists.every((list) => !list?.length);
}

function leavesSheet(change: SheetChange): boolean {
  const { cells, columnWidths, rowHeights, merges, freeze, choices, charts, print, protect } = change;
  const sizes = [cells?.size, columnWidths?.size, rowHeights?.size, merges?.length, choices?.length, charts?.length];
  return sizes.every((size) => !size) && !freeze && !print && protect === undefined;
}

/** Print areas and title rows are names of the workbook. */
function withPrintNames(change: PackageChange, { sheets }: PackageSheets): PackageChange {
  const put = sheets.flatMap(printNames);
  if (put.length === 0) return change;
  return { ...change, names: { put: [...(change.names?.put ?? []), ...put], removed: change.names?.removed ?? [] } };
}

function saveContext(
  opened: OpenedPackage,
  change: PackageChange,
  { plan, packed }: { readonly plan: PackageSheets; readonly packed: PackedParts | undefined },
): SaveContext {
  const { source, model } = opened;
  const edit = new PackageEdit(source.parts, isStrict(source.parts.tree(source.workbook)), packed);
  let metadata: number | undefined;
  let tableId = Math.max(0, ...model.tables.map(({ id }) => Number(id)).filter(Number.isFinite));
  const headings = headingsOf(model, source, change);
  const shown = plan.sheets[plan.active];
  const moved = shown?.id !== model.sheets[model.activeSheet]?.id;
  return {
    opened,
    change,
    plan,
    headings,
    renames: formulaRenames(
      plan.renames,
      headings.flatMap((heading) => heading.renames),
    ),
    edit,
    styles: openStyleEdit(opened, edit),
    dynamicMetadata: () => (metadata ??= dynamicArrayMetadata(edit, source.workbook)),
    nextTableId: () => ++tableId,
    selection: (sheet) => (moved ? sheet === shown : undefined),
  };
}

/** Returns the relationship ids of added sheets by sheet id. */
function* editAllSheets(context: SaveContext): Steps<Map<string, string>> {
  const { opened, edit, plan } = context;
  const relations = new Map<string, string>();
  for (const sheet of plan.sheets) {
    const part =
      opened.source.sheets.get(sheet.id)?.part ?? addPlanned(edit, opened.source.workbook, { sheet, relations });
    if (part !== '' && isTouched(context, sheet)) yield* editSheet(context, sheet, part);
    yield;
  }
  return relations;
}

function addPlanned(
  edit: PackageEdit,
  workbook: string,
  { sheet, relations }: { sheet: PlannedSheet; relations: Map<string, string> },
): string {
  const { part, relation } = addSheet(edit, workbook);
  relations.set(sheet.id, relation);
  return part;
}

function isTouched({ renames, change, selection }: SaveContext, sheet: PlannedSheet): boolean {
  const tables = change.tables?.added.some(({ sheetId }) => sheetId === sheet.id) ?? false;
  return sheet.change !== undefined || tables || renames.any || selection(sheet) !== undefined;
}

function removeSheets({ opened, plan, edit }: SaveContext): void {
  const { source } = opened;
  for (const id of plan.removed) {
    const part = source.sheets.get(id)?.part;
    if (part !== undefined && part !== '') removeRelationship(edit, source.workbook, part);
  }
}

/** Charts, pivot tables, drawings and table columns may name what was renamed; worksheets were seen to already. */
function renameInOtherParts({ opened, edit, renames }: SaveContext): void {
  const { workbook, sheets } = opened.source;
  const done = new Set([...sheets.values()].flatMap(({ part, layout }) => (layout ? [part] : [])));
  const others = edit
    .paths()
    .filter((path) => /^xl\/(?!worksheets\/_rels|sharedStrings|styles|theme).*\.xml$/i.test(path));
  for (const path of others) {
    if (path === workbook || done.has(path) || path.startsWith('xl/worksheets/')) continue;
    edit.patch(path, renameInPart(edit.text(path), path, renames));
  }
}

/** Excel builds the order of calculation anew; an old one that names cells without formulas makes it repair the file. */
function dropCalculationChain(edit: PackageEdit, workbook: string): void {
  for (const { target } of edit.relationships(workbook).filter(({ type }) => type === 'calcChain')) {
    removeRelationship(edit, workbook, target);
    removePart(edit, target);
  }
}
