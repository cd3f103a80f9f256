import { cellText, isBlank, type Cell, type Rows } from './cell';
import { fieldOf } from './fields';
import type { HeaderMatch } from './matchHeaders';
import { readNumber } from './number';

/** Cells of one column merged over several rows; `row` and `column` count from 0 in the rows read. */
export interface MergedSpan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** A table's rows with what merged cells say written out, and the merged cells that hold one amount for several rows. */
export interface Unmerged {
  readonly rows: Rows;
  /** The row whose cell holds what a cell of `rows` says: its own, but for merged cells. */
  readonly standsAt: (row: number, column: number) => number;
  readonly amounts: readonly MergedSpan[];
  /** Enterprises of several lines, a parcel each: name, land and tax are merged over the same rows. */
  readonly enterprises: readonly MergedSpan[];
}

const AMOUNTS: readonly string[] = ['area', 'floor', 'money', 'perMu', 'number', 'percent'];

/**
 * What a merged cell says holds for each of its rows: a township, an enterprise, a grade, a date. An amount does not: it is
 * one number for all of them, so it stays where it is, and the rows below are told of (domain/ledgers.md, quirks 1 and 18).
 */
export function unmerged(rows: Rows, spans: readonly MergedSpan[], headers: HeaderMatch): Unmerged {
  const tall = spans.filter((span) => span.rows > 1 && !isBlank(rows[span.row]?.[span.column]));
  const isAmount = (span: MergedSpan) => holdsAmount(headers, span.column, rows[span.row]?.[span.column]);
  const words = tall.filter((span) => !isAmount(span));
  if (tall.length === 0) return { rows, standsAt: (row) => row, amounts: [], enterprises: [] };
  const enterprises = enterprisesIn(tall, headers);
  const starts = new Map(
    words.flatMap((span) => below(span).map((row) => [place(row, span.column), span.row] as const)),
  );
  return {
    rows: asOneLine(writtenOut(rows, words), enterprises),
    standsAt: (row, column) => starts.get(place(row, column)) ?? row,
    amounts: tall.filter(isAmount),
    enterprises,
  };
}

/** Where every merged name has its land and its tax merged over the same rows, its lines are one enterprise's. */
function enterprisesIn(tall: readonly MergedSpan[], { byField }: HeaderMatch): MergedSpan[] {
  const of = (id: string) => tall.filter(({ column }) => column === byField.get(id)?.column);
  const names = of('enterprise');
  const isOfAll = (amounts: readonly MergedSpan[]) =>
    amounts.length === names.length &&
    names.every((name) => amounts.some(({ row, rows }) => row === name.row && rows === name.rows));
  return ['landArea', 'taxPaid'].every((id) => isOfAll(of(id))) ? names : [];
}

/** The first line stands for all, the others say nothing. */
function asOneLine(rows: Rows, enterprises: readonly MergedSpan[]): Rows {
  const followers = new Set(enterprises.flatMap(below));
  return followers.size === 0 ? rows : rows.map((row, at) => (followers.has(at) ? [] : row));
}

/** By the column's field where it has one; a column of another kind is an amount where its cell reads as a number. */
function holdsAmount(headers: HeaderMatch, column: number, cell: Cell): boolean {
  const match = headers.columns[column];
  if (match) return AMOUNTS.includes(fieldOf(match.field.id).kind);
  return typeof cell === 'number' || readNumber(cellText(cell)).kind === 'value';
}

function writtenOut(rows: Rows, spans: readonly MergedSpan[]): Rows {
  const changed = new Map<number, Cell[]>();
  for (const span of spans) {
    for (const row of below(span)) {
      const own = rows[row];
      if (!own) continue;
      const cells = changed.get(row) ?? [...own];
      cells[span.column] = rows[span.row]?.[span.column];
      changed.set(row, cells);
    }
  }
  return rows.map((row, index) => changed.get(index) ?? row);
}

const below = ({ row, rows }: MergedSpan): number[] => Array.from({ length: rows - 1 }, (_, index) => row + 1 + index);

const place = (row: number, column: number): string => `${row},${column}`;
