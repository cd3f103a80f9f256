import type { XmlElement } from '../xml/xmlElement';

/** The first line of every part we write. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STRICT = 'http://purl.oclc.org/ooxml/';

/** Whether a workbook element is of the strict kind (ISO 29500 strict). */
export function isStrict(workbook: XmlElement): boolean {
  return Object.entries(workbook.attributes).some(
    ([name, value]) => name.startsWith('xmlns') && value === `${STRICT}spreadsheetml/main`,
  );
}

/** The namespace of sheets, tables and styles. */
export function mainNamespace(strict: boolean): string {
  return strict ? `${STRICT}spreadsheetml/main` : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
}

/** The namespace of r:id, and the folder of relationship types. */
export function relationshipNamespace(strict: boolean): string {
  return strict
    ? `${STRICT}officeDocument/relationships`
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
}

/** The namespace of custom XML properties. */
export function customXmlNamespace(strict: boolean): string {
  return strict
    ? `${STRICT}officeDocument/customXml`
    : 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
}
