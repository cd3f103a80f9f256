import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import { fieldOf } from './fields';
import { parseHeader, plainText } from './normalise';
import { isOwnField } from './ownField';

/**
 * The columns of a policy's own among the headers: by their very names, which go before a name that only has such words around
 * it. A column that a person has decided on stays; of several of one name a person decides.
 */
export function withOwnColumns(
  headers: HeaderMatch,
  fields: readonly string[],
  setAside: (column: number) => boolean = () => false,
): HeaderMatch {
  const sought = new Set(headers.sought);
  const own = fields.filter((id) => isOwnField(id) && !sought.has(id));
  if (own.length === 0) return headers;
  for (const id of own) sought.add(id);
  const open = own.filter((id) => !headers.byField.has(id));
  return { ...open.reduce((known, id) => withOwnColumn(known, id, setAside), headers), sought };
}

function withOwnColumn(headers: HeaderMatch, id: string, setAside: (column: number) => boolean): HeaderMatch {
  const field = fieldOf(id);
  const names = new Set(field.headers.map(plainText));
  const found = headers.texts.flatMap((text, column) =>
    isNamed(text, names) && !setAside(column) ? [matchOf(headers, column, id)] : [],
  );
  const [only, ...more] = found;
  if (!only) return headers;
  if (more.length > 0) return { ...headers, doubts: [...headers.doubts, { field, columns: found }] };
  const before = headers.columns[only.column];
  const gives = before?.confidence === 'contains' && headers.byField.get(before.field.id)?.column === only.column;
  const byField = new Map(headers.byField);
  if (gives) byField.delete(before.field.id);
  const columns = headers.columns.map((match, column) => (column === only.column ? only : match));
  return { ...headers, columns, byField: byField.set(id, only) };
}

function isNamed(text: string, names: ReadonlySet<string>): boolean {
  const { name, bracketed, year } = parseHeader(text);
  const texts = year === undefined ? [text, bracketed, name] : [text];
  return text !== '' && texts.some((one) => names.has(plainText(one)));
}

function matchOf(headers: HeaderMatch, column: number, id: string): ColumnMatch {
  const unit = headers.units[column];
  return {
    column,
    header: headers.columns[column]?.header ?? headers.texts[column] ?? '',
    field: fieldOf(id),
    confidence: 'exact',
    negated: false,
    ...(unit ? { unit } : {}),
  };
}
