import { storeFormula } from '../formula/storeFormula';
import type { NameModel } from '../model';
import { escapeAttribute, escapeXml } from '../xml/escapeXml';
import { putElement, WORKBOOK_ORDER } from '../xml/insertElement';
import { applySplices, type Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf, countOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import type { WorkbookEditContext } from './workbookEditContext';

/** Names put, removed, and moved along with their sheets; a name of a removed sheet goes with it. */
export function namesSplices(xml: string, root: XmlElement, context: WorkbookEditContext): Splice[] {
  const prefix = prefixOf(root.name);
  const list = childOf(root, 'definedNames');
  const put = context.change.names?.put ?? [];
  const gone = new Set([...(context.change.names?.removed ?? []).map((name) => name.toLowerCase()), ...put.map(keyOf)]);
  const indexes = new Map(context.plan.sheets.map(({ before }, index) => [before, index]));
  const kept = childrenOf(list, 'definedName').flatMap((element) => {
    const old = countOf(element.attributes, 'localSheetId');
    const sheet = old === undefined ? undefined : indexes.get(old);
    if (old !== undefined && sheet === undefined) return [];
    const key = keyOf({ name: element.attributes['name'] ?? '', ...(sheet === undefined ? {} : { sheet }) });
    return gone.has(key) ? [] : [keptName(xml, element, { sheet, context })];
  });
  const inner = [...kept, ...put.map((name) => nameXml(prefix, name, context.opened.source.addinFunctions))].join('');
  const text = inner === '' ? '' : `<${prefix}definedNames>${inner}</${prefix}definedNames>`;
  return list || inner !== '' ? [putElement(root, { local: 'definedNames', order: WORKBOOK_ORDER, text })] : [];
}

/** "name" of a workbook's name, "2!name" of the third sheet's. */
function keyOf({ name, sheet }: Pick<NameModel, 'name' | 'sheet'>): string {
  return `${sheet === undefined ? '' : `${String(sheet)}!`}${name.toLowerCase()}`;
}

function keptName(
  xml: string,
  element: XmlElement,
  { sheet, context }: { sheet: number | undefined; context: WorkbookEditContext },
): string {
  const text = xml.slice(element.start, element.end);
  const tag = { name: element.name, start: 0, openEnd: element.openEnd - element.start };
  const renamed = context.renames.formula(element.text);
  const content = { start: tag.openEnd, end: element.closeStart - element.start, text: escapeXml(renamed) };
  return applySplices(text, [
    ...(sheet === countOf(element.attributes, 'localSheetId')
      ? []
      : setAttributes(text, tag, { localSheetId: String(sheet) })),
    ...(renamed === element.text ? [] : [content]),
  ]);
}

function nameXml(
  prefix: string,
  { name, formula, sheet, hidden }: NameModel,
  addinFunctions: ReadonlySet<string>,
): string {
  const scope = sheet === undefined ? '' : ` localSheetId="${String(sheet)}"`;
  const flag = hidden ? ' hidden="1"' : '';
  const text = escapeXml(storeFormula(formula, { addinFunctions }));
  return `<${prefix}definedName name="${escapeAttribute(name)}"${scope}${flag}>${text}</${prefix}definedName>`;
}
