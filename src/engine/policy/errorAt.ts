import { isMap, isNode, isScalar, type Document, type LineCounter } from 'yaml';
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

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))
    : undefined;
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** A place in a text of one line, behind its quotation mark if it has one. */
function offsetIn(document: Document, path: readonly PropertyKey[], at: number): number {
  const node: unknown = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || node.value.includes('\n')) return 0;
  return at + (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
