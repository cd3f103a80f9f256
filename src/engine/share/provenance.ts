import type { ShareLevel } from './sentBatch';

/** What a workbook's answers stand on. No names of people or enterprises, and no paths of files, have a place in it. */
export interface Provenance {
  readonly workbook: string;
  readonly copy: string;
  readonly level: ShareLevel;
  readonly ledgerHash: string;
  readonly packId?: string;
  readonly packHash?: string;
  readonly asOf?: string;
  /** A fingerprint of the scenario's levers and assumptions, and the seed of its random numbers. */
  readonly scenario?: string;
  readonly seed?: number;
  readonly version: string;
  /** ISO time. */
  readonly time: string;
}

export const PROVENANCE_NAMESPACE = 'urn:mujun:share';

const ORDER = [
  'workbook',
  'copy',
  'level',
  'ledgerHash',
  'packId',
  'packHash',
  'asOf',
  'scenario',
  'seed',
  'version',
  'time',
] as const;

/** The stamp as a custom XML part holds it. */
export function provenanceXml(provenance: Provenance): string {
  const attributes = ORDER.flatMap((name) => {
    const value = provenance[name];
    return value === undefined ? [] : [`${name}="${escaped(String(value))}"`];
  });
  return `<provenance xmlns="${PROVENANCE_NAMESPACE}" ${attributes.join(' ')}/>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u001f]/g, ' ');
}

/** Which workbook and copy a part's text names; undefined for any other part, and for one that names neither. */
export function stampOf(xml: string): { readonly workbook: string; readonly copy: string } | undefined {
  if (xml.length > 10_000 || !xml.includes(PROVENANCE_NAMESPACE)) return undefined;
  const tag = /<(?:[\w-]+:)?provenance\s([^<>]*)>/.exec(xml)?.[1] ?? '';
  const workbook = /(?:^|\s)workbook=["']([0-9a-f]{8})["']/.exec(tag)?.[1];
  const copy = /(?:^|\s)copy=["']([0-9a-f]{8}-[0-9a-f]{12})["']/.exec(tag)?.[1];
  return workbook === undefined || copy === undefined ? undefined : { workbook, copy };
}
