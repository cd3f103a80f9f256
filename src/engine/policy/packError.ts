import type { LineCounter } from 'yaml';
import { isNode, type Document } from 'yaml';

/** Why a pack cannot be used: its YAML, its shape, a rule's text, a field nobody knows, values that need each other, what it extends. */
export type PackErrorCode = 'yaml' | 'shape' | 'rule' | 'unknownField' | 'cycle' | 'extends';

/** A pack that cannot be used, with its file, line and column (from 1), the place inside it, and what was expected. */
export class PackError extends Error {
  constructor(
    readonly code: PackErrorCode,
    readonly place: { readonly file: string; readonly line: number; readonly column: number; readonly path: string },
    readonly expected: string,
  ) {
    super(`${place.file}:${String(place.line)}:${String(place.column)} ${place.path}: ${expected}`);
    this.name = 'PackError';
  }
}

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
  { path, expected }: { readonly path: readonly PropertyKey[]; readonly expected: string },
): PackError {
  const { line, col } = lines.linePos(offsetOf(document, path));
  return new PackError(code, { file, line, column: col, path: path.map(String).join('.') }, expected);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
