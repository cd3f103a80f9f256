import { cellText } from '../../ledger/cell';
import type { PolicyPack } from '../pack';
import type { ParameterTable } from '../parameterTable';
import { headChanges } from '../policyHead';
import { INCLUDES_LINE } from '../includesLine';
import { entryOn } from '../standing';
import type { Day } from '../../quantity/day';
import type { RangeCell, ReadTableLine, ReadTable } from './readDecisionTable';
import { LINE_HEADERS, tableLines, type TableKind, type TableLine } from './tableLines';

/** How a workbook's own policy differs from the built-in one, each with its cell; `number` is the built-in line's. */
export type PolicyDifference =
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly unit: string;
      readonly before: number;
      readonly after: number;
      readonly place: RangeCell;
    }
  /** What the workbook says of the document itself: its title, status, first and last day. */
  | {
      readonly kind: 'head';
      readonly name: string;
      readonly before: string;
      readonly after: string;
      readonly place: RangeCell;
    }
  /** Whether 以下 and 以上 include the number. */
  | {
      readonly kind: 'convention';
      readonly name: string;
      readonly before: boolean;
      readonly after: boolean;
      readonly place: RangeCell;
    }
  | {
      readonly kind: 'cell';
      readonly table: TableKind;
      readonly number: number;
      readonly header: string;
      readonly before: string;
      readonly after: string;
      readonly place: RangeCell;
    }
  | { readonly kind: 'added'; readonly table: TableKind; readonly answer: string; readonly place: RangeCell }
  | { readonly kind: 'removed'; readonly table: TableKind; readonly number: number; readonly answer: string }
  | { readonly kind: 'moved'; readonly table: TableKind; readonly number: number; readonly place: RangeCell };

/** The values that a workbook sets otherwise than the document. */
export function valueDifferences(pack: PolicyPack, table: ParameterTable, asOf: Day | undefined): PolicyDifference[] {
  return [...table.values].flatMap(([name, after]): PolicyDifference[] => {
    const value = pack.values.get(name);
    const place = table.places.get(name);
    if (!value || !place) return [];
    const before = entryOn(value, asOf).value;
    return before === after ? [] : [{ kind: 'value', name, unit: value.unit, before, after, place }];
  });
}

/** The document named otherwise than the policy has it. */
export function headDifferences(pack: PolicyPack, { head, places }: ParameterTable): PolicyDifference[] {
  return headChanges(pack, head ?? {}).flatMap((change): PolicyDifference[] => {
    const place = places.get(change.name);
    return place ? [{ kind: 'head', ...change, place }] : [];
  });
}

/** 以下 and 以上 read otherwise than the document has it. */
export function conventionDifference(
  { includesLine: before = true }: PolicyPack,
  table: ParameterTable,
): PolicyDifference[] {
  const { includesLine: after = before, places } = table;
  const place = places.get(INCLUDES_LINE);
  if (before === after || !place) return [];
  return [{ kind: 'convention', name: INCLUDES_LINE, before, after, place }];
}

/** The lines that a workbook's table has otherwise, cell by cell; a line is told by its 序号. */
export function lineDifferences(pack: PolicyPack, { lines, columns }: ReadTable): PolicyDifference[] {
  const { lines: builtIn, columns: conditions } = tableLines(pack);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const before = builtIn.filter((line) => line.kind === kind);
    const first = (number: number) => own.find((line) => line.number === number);
    const changed = own.flatMap((line): PolicyDifference[] => {
      const old = before.find(({ number }) => number === line.number);
      if (!old || first(line.number) !== line) return [added(line, columns)];
      return cellDifferences(line, old, { columns, conditions: conditions.map(({ name }) => name) });
    });
    const gone = before.filter(({ number }) => !first(number));
    const removed = gone.map(({ number, answer }): PolicyDifference => ({
      kind: 'removed',
      table: kind,
      number,
      answer,
    }));
    return [...changed, ...removed, ...moves(own, kind, columns)];
  });
}

function added({ kind, answer, row }: ReadTableLine, columns: ReadTable['columns']): PolicyDifference {
  return {
    kind: 'added',
    table: kind,
    answer,
    place: { row, column: columns.get(cellText(LINE_HEADERS.answer)) ?? 0 },
  };
}

function cellDifferences(
  line: ReadTableLine,
  before: TableLine,
  { columns, conditions }: { readonly columns: ReadTable['columns']; readonly conditions: readonly string[] },
): PolicyDifference[] {
  const pairs: readonly (readonly [header: string, before: string, after: string])[] = [
    ...conditions.map((name) => [name, before.cells.get(name) ?? '', line.cells.get(name) ?? ''] as const),
    [LINE_HEADERS.other, before.other, line.other],
    [LINE_HEADERS.answer, before.answer, line.answer],
    [LINE_HEADERS.place, before.place, line.place],
    [LINE_HEADERS.quote, before.quote, line.quote],
    [LINE_HEADERS.note, before.note, line.note],
  ];
  return pairs
    .filter(([, old, now]) => cellText(old) !== cellText(now))
    .map(([header, old, now]) => ({
      kind: 'cell' as const,
      table: line.kind,
      number: line.number,
      header,
      before: old,
      after: now,
      place: { row: line.row, column: columns.get(cellText(header)) ?? 0 },
    }));
}

/** Lines that stand below one they stood above: the first match decides, so order is part of the rules. */
function moves(own: readonly ReadTableLine[], table: TableKind, columns: ReadTable['columns']): PolicyDifference[] {
  const numbered = own.filter(({ number }) => !Number.isNaN(number));
  const late = numbered.filter((line, index) => numbered.slice(0, index).some(({ number }) => number > line.number));
  const column = columns.get(cellText(LINE_HEADERS.number)) ?? 0;
  return late.map(({ number, row }) => ({ kind: 'moved', table, number, place: { row, column } }));
}
