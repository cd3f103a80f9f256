import { LineCounter, parseDocument } from 'yaml';
import { PackError, type PackSource } from './packError';

/** Larger texts are no pack; a pack of ours has some 20,000 characters. */
const MOST_CHARACTERS = 400_000;

/** Reads a pack's YAML, keeping its lines. Throws PackError; aliases are not followed, as a small text of them can be endless. */
export function readSource(text: string, file: string): PackSource {
  const lines = new LineCounter();
  if (text.length > MOST_CHARACTERS) {
    throw new PackError(
      'yaml',
      { file, line: 1, column: 1, path: '' },
      `at most ${String(MOST_CHARACTERS)} characters`,
    );
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new PackError('yaml', { file, line, column: col, path: '' }, error.message);
  }
  return { file, document, lines };
}

/** The plain values of a document. */
export function plainOf({ document, file }: PackSource): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new PackError('yaml', { file, line: 1, column: 1, path: '' }, error instanceof Error ? error.message : '');
  }
}
