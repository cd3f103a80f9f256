import { readHomeRecord, type HomeRecord, type SentBatch } from '../../../engine/share/index';
import { pressed, unpressed } from '../../../package/zip/pressedText';
import { readXmlPart, xmlPart } from '../../state/xmlPart';

/** The XML part that holds what stays at home; every copy of the workbook itself leaves it out. */
export const SENT_NAMESPACE = 'urn:mujun:sent';

/** Characters of all batches together: Excel on the web takes 5 MB in one request. */
const MOST_CHARACTERS = 3_000_000;

/** A record as it is kept, and those of its batches that are: the newest always, older ones as far as there is room. */
interface KeptRecord {
  readonly xml: string;
  readonly batches: readonly SentBatch[];
}

/** The record as an XML part, its batches pressed; the oldest are left out where all would pass `most` characters. */
export function recordXml({ workbook, codes, batches }: HomeRecord, most = MOST_CHARACTERS): KeptRecord {
  const texts = batches.map((batch) => pressed(JSON.stringify(batch)));
  const first = firstKept(texts, most);
  const value = { workbook, codes: pressed(JSON.stringify(codes)), batches: texts.slice(first) };
  return { xml: xmlPart('sent', SENT_NAMESPACE, value), batches: batches.slice(first) };
}

function firstKept(texts: readonly string[], most: number): number {
  let room = most;
  const full = texts.findLastIndex((text, index) => {
    room -= text.length;
    return room < 0 && index < texts.length - 1;
  });
  return full + 1;
}

/** Reads it back, also as versions before wrote it, unpressed; undefined where the part is no record. */
export function recordOfXml(xml: string): HomeRecord | undefined {
  const value = readXmlPart('sent', xml);
  if (typeof value !== 'object' || value === null || !('batches' in value) || !Array.isArray(value.batches))
    return undefined;
  const codes = 'codes' in value ? plain(value.codes) : undefined;
  return readHomeRecord({ ...value, codes, batches: value.batches.map(plain) });
}

function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(unpressed(value) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
