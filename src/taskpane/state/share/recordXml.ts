import { readHomeRecord, type HomeRecord } from '../../../engine/index';

/** The XML part that holds what stays at home; every copy of the workbook itself leaves it out. */
export const SENT_NAMESPACE = 'urn:mujun:sent';

/** The record as an XML part: JSON inside one element. */
export function recordXml(record: HomeRecord): string {
  const text = JSON.stringify(record).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<sent xmlns="${SENT_NAMESPACE}">${text}</sent>`;
}

/** Reads it back; undefined where the part is no record. */
export function recordOfXml(xml: string): HomeRecord | undefined {
  const text = /<(?:[\w-]+:)?sent\b[^>]*>([\s\S]*)<\/(?:[\w-]+:)?sent>/.exec(xml)?.[1] ?? '';
  const json = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  try {
    return readHomeRecord(JSON.parse(json));
  } catch {
    return undefined;
  }
}
