import type { Doubt } from './columns/match';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import { askedOfField } from './askedField';
import type { Field } from './field';
import { fieldOf } from './fields';
import { parseHeader, plainText, unnumbered } from './normalise';
import { isOwnField } from './ownField';
import { saidUnit, type SaidUnit } from './saidUnit';

/**
 * The columns of a policy's own among the headers, and those that its place calls otherwise than others do: by their very names,
 * which go before a name that only has such words around it. A column that a person has decided on stays; of several of one name,
 * and of one in a unit that the policy's is not known to be, a person decides.
 */
export function withOwnColumns(
  headers: HeaderMatch,
  fields: readonly string[],
  setAside: (column: number) => boolean = () => false,
): HeaderMatch {
  const sought = new Set(headers.sought);
  const own = fields.filter((id) => (isOwnField(id) || askedOfField(id)?.kind === 'called') && !sought.has(id));
  if (own.length === 0) return headers;
  for (const id of own) sought.add(id);
  return { ...own.reduce((known, id) => withOwnColumn(known, soughtBy(id), setAside), headers), sought };
}

/** A field, and the names that its column is looked for by. */
interface Sought {
  readonly field: Field;
  readonly names: readonly string[];
}

function soughtBy(id: string): Sought {
  const called = askedOfField(id);
  if (called) return { field: fieldOf(called.field), names: called.texts.map(plainText) };
  const field = fieldOf(id);
  return { field, names: field.headers.map(plainText) };
}

function withOwnColumn(
  headers: HeaderMatch,
  { field, names }: Sought,
  setAside: (column: number) => boolean,
): HeaderMatch {
  const known = headers.byField.get(field.id);
  if (known && (isOwnField(field.id) || known.confidence === 'exact')) return headers;
  const found = headers.texts.flatMap((_, column) => {
    const said = setAside(column) ? undefined : saidBy(headers, column, { field, names });
    return said ? [{ match: matchOf(headers, column, field, said), fits: said.fits }] : [];
  });
  const [only, ...more] = found;
  if (!only) return headers;
  const others = headers.doubts.filter((doubt) => doubt.field.id !== field.id);
  if (more.length > 0 || !only.fits) {
    const byField = new Map([...headers.byField].filter(([id]) => id !== field.id));
    return { ...headers, byField, doubts: [...others, { field, columns: found.map(({ match }) => match) }] };
  }
  return withoutClaimed({ ...withMatch(headers, only.match), doubts: others }, only.match);
}

/**
 * What is left of doubts once a policy says what a column is: no other field's. A doubt between two of which the other one has the
 * very name is settled.
 */
function withoutClaimed(headers: HeaderMatch, { column, field }: ColumnMatch): HeaderMatch {
  if (!isOwnField(field.id)) return headers;
  const isRival = (doubt: Doubt) => doubt.field.id !== field.id && doubt.columns.some((own) => own.column === column);
  return headers.doubts.filter(isRival).reduce((known, doubt) => {
    const others = known.doubts.filter((own) => own !== doubt);
    const left = doubt.columns.filter((own) => own.column !== column);
    const [only, ...more] = left;
    if (!only) return { ...known, doubts: others };
    if (more.length > 0 || only.confidence !== 'exact' || only.plus)
      return { ...known, doubts: [...others, { ...doubt, columns: left }] };
    return { ...withMatch(known, only), doubts: others };
  }, headers);
}

/** The headers with one more column understood, which a field found by less than its name gives up. */
function withMatch(headers: HeaderMatch, match: ColumnMatch): HeaderMatch {
  const before = headers.columns[match.column];
  const gives = before?.confidence === 'contains' && headers.byField.get(before.field.id)?.column === match.column;
  const byField = new Map(headers.byField);
  if (gives) byField.delete(before.field.id);
  const columns = headers.columns.map((own, column) => (column === match.column ? match : own));
  return { ...headers, columns, byField: byField.set(match.field.id, match) };
}

/** What a column's texts say of a field: that it is this one, and in which unit. A unit may stand in a row of its own. */
function saidBy(headers: HeaderMatch, column: number, { field, names }: Sought): SaidUnit | undefined {
  const bottom = headers.texts[column] ?? '';
  if (bottom === '') return undefined;
  const above = headers.rows
    .map((row) => row[column] ?? '')
    .filter((text) => text !== '' && text !== plainText(bottom));
  const behind = behindName(bottom, names);
  if (behind !== undefined) return saidUnit(behind, field);
  const over = behindName(above.at(-1) ?? '', names);
  const said = over === '' ? saidUnit(plainText(bottom), field) : undefined;
  return said?.isUnit === true ? said : undefined;
}

/** What stands behind one of the names in a header without its number; undefined where it has none of them, or is of a year that they do not name. */
function behindName(text: string, names: readonly string[]): string | undefined {
  if (text === '') return undefined;
  if (names.includes(plainText(text))) return '';
  const { name, bracketed, year, unit } = parseHeader(text);
  const whole = unnumbered(text);
  const [longest] = names.filter((one) => whole.startsWith(one)).toSorted((a, b) => b.length - a.length);
  // 承租企业2025年税收（万元） is of a year only where its name does not say so itself.
  const isOfItsYear = year === undefined || longest?.includes(String(year)) === true;
  const behind = longest === undefined || !isOfItsYear ? undefined : whole.slice(longest.length);
  if (behind !== undefined && (/^(?:[(][^()]*[)])*$/.test(behind) || saidUnit(behind).isUnit)) return behind;
  if (year !== undefined) return undefined;
  const isNamed = [bracketed, name].some((one) => names.includes(plainText(one)));
  return isNamed ? (unit?.text ?? '') : undefined;
}

function matchOf(headers: HeaderMatch, column: number, field: Field, { unit }: SaidUnit): ColumnMatch {
  return {
    column,
    header: headers.columns[column]?.header ?? headers.texts[column] ?? '',
    field,
    confidence: 'exact',
    negated: false,
    ...(unit ? { unit } : {}),
  };
}
