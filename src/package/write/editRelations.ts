import { CONTENT_TYPES } from '../opc/contentTypes';
import { folderOf, relationshipsPath } from '../opc/partPath';
import { escapeAttribute } from '../xml/escapeXml';
import { appendInside } from '../xml/insertElement';
import { prefixOf } from '../xml/xmlElement';
import { relationshipNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';

const EMPTY = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** A part to add: its text, content type and the relationship that leads to it. */
export interface NewPart {
  readonly path: string;
  readonly text: string;
  /** Absent where the extension's default says enough. */
  readonly contentType?: string;
  readonly owner: string;
  /** The last step of the relationship type. */
  readonly type: string;
}

/** Adds a part and returns the id of the relationship to it. */
export function addPart(edit: PackageEdit, part: NewPart): string {
  edit.put(part.path, part.text);
  if (part.contentType !== undefined) addContentType(edit, part.path, part.contentType);
  return addRelationship(edit, part);
}

/** Takes the relationship from one part to another away. */
export function removeRelationship(edit: PackageEdit, owner: string, target: string): void {
  const gone = edit.relationships(owner).filter((one) => one.target.toLowerCase() === target.toLowerCase());
  edit.patch(
    relationshipsPath(owner),
    gone.map(({ element }) => ({ start: element.start, end: element.end, text: '' })),
  );
}

/** Removes a part, its own relationships and its content type. */
export function removePart(edit: PackageEdit, path: string): void {
  edit.remove(path);
  edit.remove(relationshipsPath(path));
  const overrides = edit
    .tree(CONTENT_TYPES)
    .children.filter(({ attributes }) => attributes['PartName']?.toLowerCase() === `/${path.toLowerCase()}`);
  edit.patch(
    CONTENT_TYPES,
    overrides.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

function addContentType(edit: PackageEdit, path: string, contentType: string): void {
  const root = edit.tree(CONTENT_TYPES);
  const known = root.children.some(
    ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${path.toLowerCase()}`,
  );
  if (known) return;
  const name = `${prefixOf(root.name)}Override`;
  const text = `<${name} PartName="${escapeAttribute(`/${path}`)}" ContentType="${contentType}"/>`;
  edit.patch(CONTENT_TYPES, [appendInside(root, text)]);
}

function addRelationship(edit: PackageEdit, { owner, type, path }: NewPart): string {
  const place = relationshipsPath(owner);
  if (!edit.has(place)) edit.put(place, EMPTY);
  const root = edit.tree(place);
  const id = freeId(root.children.map(({ attributes }) => attributes['Id'] ?? ''));
  const target = escapeAttribute(relativePath(folderOf(owner), path));
  const address = `${relationshipNamespace(edit.strict)}/${type}`;
  const name = `${prefixOf(root.name)}Relationship`;
  edit.patch(place, [appendInside(root, `<${name} Id="${id}" Type="${address}" Target="${target}"/>`)]);
  return id;
}

function freeId(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`rId${String(number)}`)) number++;
  return `rId${String(number)}`;
}

/** A path as seen from a folder ("xl/worksheets/" and "xl/tables/table1.xml" give "../tables/table1.xml"). */
function relativePath(folder: string, path: string): string {
  const from = folder.split('/').slice(0, -1);
  const to = path.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
