import { readHomeRecord, type HomeRecord } from '../../../engine/share/index';
import { readXmlPart, xmlPart } from '../../state/xmlPart';

/** The XML part that holds what stays at home; every copy of the workbook itself leaves it out. */
export const SENT_NAMESPACE = 'urn:mujun:sent';

/** The record as an XML part. */
export function recordXml(record: HomeRecord): string {
  return xmlPart('sent', SENT_NAMESPACE, record);
}

/** Reads it back; undefined where the part is no record. */
export function recordOfXml(xml: string): HomeRecord | undefined {
  return readHomeRecord(readXmlPart('sent', xml));
}
