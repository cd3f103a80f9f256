import { escapeAttribute } from '../xml/escapeXml';
import { appendInside, putElement, WORKBOOK_ORDER } from '../xml/insertElement';
import { applySplices, type Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import { namesSplices } from './editNames';
import { relationshipNamespace } from './namespaces';
import type { PackageEdit } from './packageEdit';
import type { PlannedSheet } from './planSheets';
import type { WorkbookEditContext } from './workbookEditContext';

/** Patches the workbook part: sheets, names, the sheet shown and the wish to be calculated on opening. */
export function editWorkbook(edit: PackageEdit, context: WorkbookEditContext): void {
  const { opened, plan, change } = context;
  const path = opened.source.workbook;
  const root = edit.tree(path);
  const xml = edit.text(path);
  edit.patch(path, [
    ...(plan.active === opened.model.activeSheet ? [] : activeSplices(xml, root, plan.active)),
    ...(plan.changed ? sheetSplices(xml, root, { ...context, strict: edit.strict }) : []),
    ...(plan.changed || change.names || context.renames.any ? namesSplices(xml, root, context) : []),
    ...(context.recalculate ? recalculationSplices(xml, root) : []),
  ]);
}

function sheetSplices(xml: string, root: XmlElement, context: WorkbookEditContext & { strict: boolean }): Splice[] {
  const list = childOf(root, 'sheets');
  if (!list) return [];
  const old = childrenOf(list, 'sheet');
  const free = freeSheetIds(old);
  const texts = context.plan.sheets.map((sheet) => {
    const element = sheet.before === undefined ? undefined : old[sheet.before];
    return element ? keptSheet(xml, element, sheet) : newSheet(root, { sheet, sheetId: free(), ...context });
  });
  return [{ start: list.openEnd, end: list.closeStart, text: texts.join('') }];
}

function keptSheet(xml: string, element: XmlElement, { name, state }: PlannedSheet): string {
  const text = xml.slice(element.start, element.end);
  const tag = { name: element.name, start: 0, openEnd: element.openEnd - element.start };
  return applySplices(text, [
    ...(element.attributes['name'] === name ? [] : setAttributes(text, tag, { name })),
    ...((element.attributes['state'] ?? 'visible') === state
      ? []
      : setAttributes(text, tag, { state: state === 'visible' ? undefined : state })),
  ]);
}

function newSheet(
  root: XmlElement,
  {
    sheet,
    sheetId,
    addedRelations,
    strict,
  }: WorkbookEditContext & { sheet: PlannedSheet; sheetId: number; strict: boolean },
): string {
  const state = sheet.state === 'visible' ? '' : ` state="${sheet.state}"`;
  const name = escapeAttribute(sheet.name);
  const relation = `xmlns:r="${relationshipNamespace(strict)}" r:id="${addedRelations.get(sheet.id) ?? ''}"`;
  return `<${prefixOf(root.name)}sheet name="${name}" sheetId="${String(sheetId)}"${state} ${relation}/>`;
}

function freeSheetIds(sheets: readonly XmlElement[]): () => number {
  let last = Math.max(0, ...sheets.map(({ attributes }) => Number(attributes['sheetId'] ?? 0)).filter(Number.isFinite));
  return () => ++last;
}

function activeSplices(xml: string, root: XmlElement, active: number): Splice[] {
  const prefix = prefixOf(root.name);
  const views = childOf(root, 'bookViews');
  const view = childOf(views, 'workbookView');
  const activeTab = String(active);
  if (view) return setAttributes(xml, view, { activeTab, firstSheet: undefined });
  const text = `<${prefix}workbookView activeTab="${activeTab}"/>`;
  if (views) return [appendInside(views, text)];
  const all = `<${prefix}bookViews>${text}</${prefix}bookViews>`;
  return [putElement(root, { local: 'bookViews', order: WORKBOOK_ORDER, text: all })];
}

function recalculationSplices(xml: string, root: XmlElement): Splice[] {
  const settings = childOf(root, 'calcPr');
  if (settings) return setAttributes(xml, settings, { fullCalcOnLoad: '1' });
  const text = `<${prefixOf(root.name)}calcPr fullCalcOnLoad="1"/>`;
  return [putElement(root, { local: 'calcPr', order: WORKBOOK_ORDER, text })];
}
