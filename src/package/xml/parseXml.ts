import { DEFAULT_CAPS } from '../caps';
import { PackageError } from '../packageError';
import { scanXml } from './scanXml';
import { XmlTreeBuilder, type XmlElement } from './xmlElement';

/** Reads a whole part into a tree. Throws PackageError 'dtd', 'damaged' or 'tooLarge' (too many elements). */
export function parseXml(xml: string, part: string, elements = DEFAULT_CAPS.elements): XmlElement {
  const builder = new XmlTreeBuilder(xml, elementCap(part, elements));
  scanXml(xml, part, builder);
  if (!builder.root) throw new PackageError('damaged', { part, reason: 'no root element' });
  return builder.root;
}

/** Throws 'tooLarge' once the count of elements passes the limit. */
export function elementCap(part: string, limit: number): (count: number) => void {
  return (count) => {
    if (count > limit) throw new PackageError('tooLarge', { part, unit: 'elements', limit, found: count });
  };
}
