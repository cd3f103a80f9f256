import type { CustomXmlModel } from '../model';
import type { PartReader } from '../opc/partReader';
import { readRelationships } from '../opc/relationships';
import type { CustomXmlSource } from './packageSource';

/** The custom XML items the workbook or the package refers to, in that order. */
export function readCustomXml(
  parts: PartReader,
  workbook: string,
): { model: CustomXmlModel; source: CustomXmlSource }[] {
  const seen = new Set<string>();
  return [workbook, ''].flatMap((owner) =>
    readRelationships(parts, owner)
      .filter(({ type, target }) => type === 'customXml' && parts.has(target) && !seen.has(target) && seen.add(target))
      .map(({ target }) => readItem(parts, owner, target)),
  );
}

function readItem(parts: PartReader, owner: string, part: string): { model: CustomXmlModel; source: CustomXmlSource } {
  const properties = readRelationships(parts, part).find(
    ({ type, target }) => type === 'customXmlProps' && parts.has(target),
  );
  const id = (properties && itemId(parts, properties.target)) ?? part;
  // The tree is read for its checks: what is handed on is well-formed and has no document type.
  parts.tree(part);
  const xml = parts.xml(part).text.replace(/^\uFEFF/, '');
  return { model: { id, xml }, source: { id, part, owner, ...(properties && { properties: properties.target }) } };
}

function itemId(parts: PartReader, properties: string): string | undefined {
  const { attributes } = parts.tree(properties);
  const name = Object.keys(attributes).find((key) => key.endsWith('itemID'));
  return name === undefined ? undefined : attributes[name];
}
