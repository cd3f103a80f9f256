import type { XmlElement } from '../xml/xmlElement';
import type { PartReader } from './partReader';
import { relationshipsPath, resolveTarget } from './partPath';

/** A relationship to another part of the package. */
export interface Relationship {
  readonly id: string;
  /** The last step of the type's address ("worksheet"): the same in transitional and strict files. */
  readonly type: string;
  /** The part's path inside the package. */
  readonly target: string;
  readonly element: XmlElement;
}

/** What a part ("" = the package) refers to inside the package; external targets are left out. */
export function readRelationships(parts: PartReader, part: string): Relationship[] {
  const path = relationshipsPath(part);
  return parts.has(path) ? relationshipsOf(parts.tree(path), part) : [];
}

/** The relationships in a parsed .rels part of `part`. */
export function relationshipsOf(root: XmlElement, part: string): Relationship[] {
  return root.children
    .filter(({ local, attributes }) => local === 'Relationship' && attributes['TargetMode'] !== 'External')
    .map((element) => ({
      id: element.attributes['Id'] ?? '',
      type: typeOf(element),
      target: resolveTarget(part, element.attributes['Target'] ?? ''),
      element,
    }));
}

function typeOf({ attributes }: XmlElement): string {
  const type = attributes['Type'] ?? '';
  return type.slice(type.lastIndexOf('/') + 1);
}
