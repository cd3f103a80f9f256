import { WordBuilder, wordAt, type Column } from '../column/column';
import type { ColumnMatch, HeaderMatch } from '../ledger/matchHeaders';
import type { Ledger } from '../ledger/readLedger';
import type { CopyPart } from './split';

/**
 * Some rows and columns of a ledger as a ledger of its own, every row data, columns counted as in the copy. Cells keep the readings
 * they have at home; a field whose column is left out or masked is blank.
 */
export function subLedger(ledger: Ledger, { rows, columns }: CopyPart): Ledger {
  const placeOf = new Map(
    columns.flatMap(({ column, role }, at) => (role === 'masked' ? [] : [[column, at] as const])),
  );
  const headers = movedHeaders(ledger.headers, placeOf, columns.length);
  const fields = [...ledger.columns.keys()];
  const rowOf = new Map(rows.map((row, at) => [row, at]));
  return {
    rows: rows.length,
    kinds: rows.map(() => 'data' as const),
    headers,
    columns: new Map(
      fields.map((field) => [
        field,
        pickRows(ledger.columns.get(field), isKept(ledger, headers, field) ? rows : rows.map(() => -1)),
      ]),
    ),
    findings: ledger.findings.flatMap((finding) => {
      const [row, column] = [rowOf.get(finding.row), placeOf.get(finding.column)];
      return row === undefined || column === undefined ? [] : [{ ...finding, row, column }];
    }),
    zeroIsBlank: ledger.zeroIsBlank,
  };
}

const PARTS = ['ownedArea', 'rentedInArea', 'rentedOutArea'];

/** An area that the ledger adds up itself is there when its parts are. */
function isKept(ledger: Ledger, { byField }: HeaderMatch, field: string): boolean {
  if (field !== 'landArea' || ledger.headers.byField.has('landArea')) return byField.has(field);
  const parts = PARTS.filter((part) => ledger.headers.byField.has(part));
  return parts.length > 0 && parts.every((part) => byField.has(part));
}

function movedHeaders(headers: HeaderMatch, placeOf: ReadonlyMap<number, number>, width: number): HeaderMatch {
  const texts = new Array<string>(width).fill('');
  const columns = new Array<HeaderMatch['columns'][number]>(width).fill(undefined);
  const units = new Array<HeaderMatch['units'][number]>(width).fill(undefined);
  for (const [from, to] of placeOf) {
    texts[to] = headers.texts[from] ?? '';
    columns[to] = movedMatch(headers.columns[from], placeOf);
    units[to] = headers.units[from];
  }
  const byField = new Map(
    [...headers.byField].flatMap(([field, match]) => {
      const moved = movedMatch(match, placeOf);
      return moved ? [[field, moved] as const] : [];
    }),
  );
  return { columns, byField, doubts: [], texts, units, apart: new Map(), rows: [texts] };
}

/** A column at its new place; a sum of columns goes only where all of them go. */
function movedMatch(match: ColumnMatch | undefined, placeOf: ReadonlyMap<number, number>): ColumnMatch | undefined {
  const column = match && placeOf.get(match.column);
  if (match === undefined || column === undefined) return undefined;
  if (!match.plus) return { ...match, column };
  const plus = match.plus.map((part) => ({ ...part, column: placeOf.get(part.column) ?? -1 }));
  return plus.some((part) => part.column < 0) ? undefined : { ...match, column, plus };
}

function pickRows(column: Column | undefined, rows: readonly number[]): Column {
  if (column?.kind === 'number') {
    return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
  }
  const words = new WordBuilder(rows.length);
  rows.forEach((row, at) => {
    const word = column && row >= 0 ? wordAt(column, row) : undefined;
    if (word !== undefined) words.set(at, word);
  });
  return words.build();
}

/** Whether everything that a judgement of the whole ledger reads is in the part too, so that it can be computed again there. */
export function canRecalculate(ledger: Ledger, part: Ledger, fields: readonly string[]): boolean {
  return fields.every((field) => !isKept(ledger, ledger.headers, field) || isKept(ledger, part.headers, field));
}
