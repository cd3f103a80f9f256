import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Pair, type YAMLMap } from 'yaml';
import { PackError, type PackErrorCode, type Trouble } from './packError';

/** A document read with its lines, so that what is wrong can be found in it. */
export interface PackSource {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The error for a place inside a document; where the place is not written, the nearest one around it. */
export function errorAt(
  code: PackErrorCode,
  { file, document, lines }: PackSource,
  { path, expected, isKey = false, rule }: Trouble,
): PackError {
  const start = (isKey ? keyOffset(document, path) : undefined) ?? offsetOf(document, path);
  const { line, col } = lines.linePos(start + (rule ? offsetIn(document, path, rule.at) : 0));
  return new PackError(code, { file, line, column: col, path: path.map(String).join('.') }, expected, rule);
}

const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

/** What stands behind a key; a map is looked through once, or a thousand faults in it would take their square. */
function pairOf(map: YAMLMap, key: PropertyKey): Pair | undefined {
  const pairs =
    PAIRS.get(map) ?? new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : NaN, pair]));
  PAIRS.set(map, pairs);
  return pairs.get(String(key));
}

function nodeAt({ contents }: Document, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (isMap(node) ? pairOf(node, key)?.value : isSeq(node) ? node.items[Number(key)] : undefined),
    contents,
  );
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const key = isMap(parent) ? pairOf(parent, path.at(-1) ?? '')?.key : undefined;
  return isScalar(key) ? key.range?.[0] : undefined;
}

/** A place in a text of one line, behind its quotation mark if it has one. */
function offsetIn(document: Document, path: readonly PropertyKey[], at: number): number {
  const node = nodeAt(document, path);
  if (!isScalar(node) || typeof node.value !== 'string' || node.value.includes('\n')) return 0;
  return at + (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
