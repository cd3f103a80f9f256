import type { CarriedPart } from '../model';

const PATHS: readonly (readonly [CarriedPart, RegExp])[] = [
  ['macros', /(?:^|\/)vba\w*\.bin$|^xl\/(?:intl)?macrosheets\//i],
  ['externalLinks', /^xl\/externallinks\/[^/]+\.xml$/i],
  ['connections', /^xl\/(?:connections\.xml$|querytables\/)/i],
  ['embeddings', /^xl\/(?:embeddings|activex)\//i],
];

/** What the parts of a file say that it carries besides cells, whatever it is called: macros may lie in an .xlsx too. */
export function carriedParts(entries: readonly { readonly path: string }[]): CarriedPart[] {
  return PATHS.filter(([, pattern]) => entries.some(({ path }) => pattern.test(path))).map(([part]) => part);
}
