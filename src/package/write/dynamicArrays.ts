import { appendInside, placeInOrder } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf, countOf, flagOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import { addPart } from './editRelations';
import { mainNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const ORDER = 'metadataTypes metadataStrings mdxMetadata futureMetadata cellMetadata valueMetadata extLst'.split(' ');
const FLAGS =
  'copy pasteAll pasteValues merge splitFirst rowColShift clearFormats clearComments assign coerce cellMeta'.split(' ');
const EXTENSION = '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}';
const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';

/** The number dynamic-array formulas carry in their cm attribute ([MS-XLSX] 2.2.4.2); adds the metadata where it is missing. */
export function dynamicArrayMetadata(edit: PackageEdit, workbook: string): number {
  const part = edit
    .relationships(workbook)
    .find(({ type, target }) => type === 'sheetMetadata' && edit.has(target))?.target;
  const path = part ?? addMetadata(edit, workbook);
  const root = edit.tree(path);
  const known = findDynamic(root);
  if (known !== undefined) return known;
  edit.patch(path, addDynamic(edit.text(path), root));
  return (childOf(root, 'cellMetadata')?.children.length ?? 0) + 1;
}

function addMetadata(edit: PackageEdit, workbook: string): string {
  const path = edit.has('xl/metadata.xml') ? edit.freePath('xl/metadata') : 'xl/metadata.xml';
  const text = `${XML_HEAD}<metadata xmlns="${mainNamespace(edit.strict)}"></metadata>`;
  addPart(edit, { path, text, contentType: CONTENT_TYPE, owner: workbook, type: 'sheetMetadata' });
  return path;
}

/** The first cell metadata block that says "dynamic array" and nothing else. */
function findDynamic(root: XmlElement): number | undefined {
  const type = typeNumber(root);
  const future = futureBlocks(root);
  const found = (childOf(root, 'cellMetadata')?.children ?? []).findIndex(({ children }) => {
    const [record] = children;
    const block = future[countOf(record?.attributes ?? {}, 'v') ?? -1];
    return children.length === 1 && countOf(record?.attributes ?? {}, 't') === type && isDynamic(block);
  });
  return found < 0 ? undefined : found + 1;
}

/** The number of the type XLDAPR, counted from 1; 0 where there is none. */
function typeNumber(root: XmlElement): number {
  const types = childrenOf(childOf(root, 'metadataTypes'), 'metadataType');
  return types.findIndex(({ attributes }) => attributes['name'] === 'XLDAPR') + 1;
}

function futureBlocks(root: XmlElement): readonly XmlElement[] {
  return futureOf(root)?.children ?? [];
}

function futureOf(root: XmlElement): XmlElement | undefined {
  return childrenOf(root, 'futureMetadata').find(({ attributes }) => attributes['name'] === 'XLDAPR');
}

function isDynamic(block: XmlElement | undefined): boolean {
  const extensions = childOf(block, 'extLst')?.children ?? [];
  return extensions.some((extension) =>
    flagOf(childOf(extension, 'dynamicArrayProperties')?.attributes ?? {}, 'fDynamic'),
  );
}

function addDynamic(xml: string, root: XmlElement): Splice[] {
  const prefix = prefixOf(root.name);
  const flags = FLAGS.map((flag) => ` ${flag}="1"`).join('');
  const type = typeNumber(root);
  const types = childOf(root, 'metadataTypes')?.children.length ?? 0;
  const record = `t="${String(type === 0 ? types + 1 : type)}" v="${String(futureBlocks(root).length)}"`;
  const properties = `<xda:dynamicArrayProperties xmlns:xda="${NAMESPACE}" fDynamic="1" fCollapsed="0"/>`;
  const extension = `<${prefix}extLst><${prefix}ext uri="${EXTENSION}">${properties}</${prefix}ext></${prefix}extLst>`;
  const typeText = `<${prefix}metadataType name="XLDAPR" minSupportedVersion="120000"${flags}/>`;
  const lists = [
    ...(type === 0 ? [{ local: 'metadataTypes', text: typeText, list: childOf(root, 'metadataTypes') }] : []),
    { local: 'futureMetadata', text: `<${prefix}bk>${extension}</${prefix}bk>`, list: futureOf(root) },
    {
      local: 'cellMetadata',
      text: `<${prefix}bk><${prefix}rc ${record}/></${prefix}bk>`,
      list: childOf(root, 'cellMetadata'),
    },
  ];
  return lists.flatMap((list) => addToList(xml, root, list));
}

function addToList(
  xml: string,
  root: XmlElement,
  { local, text, list }: { local: string; text: string; list: XmlElement | undefined },
): Splice[] {
  const count = String((list?.children.length ?? 0) + 1);
  if (list) return [...setAttributes(xml, list, { count }), appendInside(list, text)];
  const tag = `${prefixOf(root.name)}${local}`;
  const name = local === 'futureMetadata' ? ' name="XLDAPR"' : '';
  const start = placeInOrder(root, local, ORDER);
  return [{ start, end: start, text: `<${tag}${name} count="${count}">${text}</${tag}>` }];
}
