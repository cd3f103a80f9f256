/** A part of a query: what stands between its quotes where it is a name or a text. */
export interface SqlToken {
  readonly kind: 'name' | 'text' | 'number' | 'word' | 'other';
  readonly text: string;
}

/** Comments, names, texts, numbers, words, and anything else sign by sign. */
const TOKEN =
  /--[^\n]*|"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:::DOUBLE)?|[A-Za-z_]\w*|\s+|./gsu;

/** A query that we have written, part by part: together they are the query. */
export function sqlTokens(sql: string): SqlToken[] {
  return [...sql.matchAll(TOKEN)].map(([text]) => tokenOf(text));
}

function tokenOf(text: string): SqlToken {
  const first = text[0] ?? '';
  if (first === '"') return { kind: 'name', text: text.slice(1, -1).replaceAll('""', '"') };
  if (first === "'") return { kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") };
  if (/\d/.test(first)) return { kind: 'number', text: text.replace('::DOUBLE', '') };
  return { kind: /[A-Za-z_]/.test(first) ? 'word' : 'other', text };
}
