import type { CustomXmlModel, PackageChange } from '../model';
import { PackageError } from '../packageError';
import type { PackageSource } from '../read/packageSource';
import { escapeAttribute } from '../xml/escapeXml';
import { parseXml } from '../xml/parseXml';
import { addPart, removeRelationship } from './editRelations';
import { customXmlNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** Puts and removes custom XML items; the parts of a removed one are pruned with all else nothing leads to. */
export function editCustomXml(
  edit: PackageEdit,
  source: PackageSource,
  { put, removed }: NonNullable<PackageChange['customXml']>,
): void {
  const sameId = (id: string) => source.customXml.find((item) => item.id.toLowerCase() === id.toLowerCase());
  for (const id of removed) {
    const item = sameId(id);
    if (item) removeRelationship(edit, item.owner, item.part);
  }
  for (const item of put) {
    const old = removed.includes(item.id) ? undefined : sameId(item.id);
    if (old) edit.put(old.part, storedXml(item, old.part));
    else addItem(edit, source.workbook, item);
  }
}

function addItem(edit: PackageEdit, workbook: string, item: CustomXmlModel): void {
  if (!/^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(item.id)) {
    throw new PackageError('badChange', { reason: `custom XML id ${item.id}` });
  }
  const path = edit.freePath('customXml/item');
  const properties = edit.freePath('customXml/itemProps');
  addPart(edit, {
    path,
    text: storedXml(item, path),
    owner: workbook,
    type: 'customXml',
    contentType: 'application/xml',
  });
  const text = `${XML_HEAD}<ds:datastoreItem ds:itemID="${escapeAttribute(item.id)}" xmlns:ds="${customXmlNamespace(edit.strict)}"><ds:schemaRefs/></ds:datastoreItem>`;
  addPart(edit, { path: properties, text, contentType: CONTENT_TYPE, owner: path, type: 'customXmlProps' });
}

/** The item checked as any XML from outside; what is ill-formed or has a document type is refused before it is stored. */
function storedXml({ xml }: CustomXmlModel, part: string): string {
  parseXml(xml, part);
  // Its declaration may name an encoding it is not stored in; without one it is UTF-8.
  return xml.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?/, '');
}
