import { parseUnit } from '../../../engine/quantity/index';
import { fieldOf, type ColumnChoice } from '../../../engine/ledger/index';

/** A person's word on a column of one of several tables, by the table's id and the column's place in it. */
export interface TableWord {
  readonly table: string;
  readonly column: number;
  readonly field?: string | null;
  readonly unit?: string;
  readonly plus?: ColumnChoice['plus'];
}

/** Later words go before earlier ones on the same column, part by part. */
export function withWords(words: readonly TableWord[], more: readonly TableWord[]): TableWord[] {
  const isSame = (a: TableWord) => (b: TableWord) => a.table === b.table && a.column === b.column;
  const kept = words.filter((word) => !more.some(isSame(word)));
  return [...kept, ...more.map((word) => ({ ...words.find(isSame(word)), ...word }))];
}

/** What was said of one table's columns. */
export function choicesOf(words: readonly TableWord[], table: string): Map<number, ColumnChoice> {
  const own = words.filter((word) => word.table === table);
  return new Map(
    own.map(({ column, field, unit, plus }) => {
      const known = unit === undefined ? undefined : parseUnit(unit);
      return [
        column,
        { ...(field === undefined ? {} : { field }), ...(known ? { unit: known } : {}), ...(plus ? { plus } : {}) },
      ];
    }),
  );
}

/** Choices as words that can be kept in a workbook. */
export function tableWordsOf(table: string, choices: ReadonlyMap<number, ColumnChoice>): TableWord[] {
  return [...choices].map(([column, { field, unit, plus }]) => ({
    ...{ table, column },
    ...(field === undefined ? {} : { field }),
    ...(unit ? { unit: unit.text } : {}),
    ...(plus ? { plus } : {}),
  }));
}

/** A word that a workbook kept; none where it is not ours. */
export function readWord(stored: unknown): TableWord[] {
  const { table, column, field, unit, plus } = (stored ?? {}) as Partial<Record<keyof TableWord, unknown>>;
  if (typeof table !== 'string' || typeof column !== 'number') return [];
  const isField = field === null || (typeof field === 'string' && isKnown(field));
  const signed = Array.isArray(plus) ? plus.slice(0, 20).flatMap(readSigned) : [];
  return [
    {
      ...{ table, column },
      ...(isField ? { field } : {}),
      ...(typeof unit === 'string' && parseUnit(unit) ? { unit } : {}),
      ...(signed.length > 0 ? { plus: signed } : {}),
    },
  ];
}

function readSigned(stored: unknown): NonNullable<ColumnChoice['plus']>[number][] {
  const { column, sign } = (stored ?? {}) as { column?: unknown; sign?: unknown };
  return typeof column === 'number' && (sign === 1 || sign === -1) ? [{ column, sign }] : [];
}

function isKnown(field: string): boolean {
  try {
    return fieldOf(field).id === field;
  } catch {
    return false;
  }
}
