import { parseUnit, type Unit } from '../quantity/unit';
import { cellText, type Cell } from './cell';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';

/** 面积以亩为单位, 税收单位为万元: how notes above a table say it. */
const IN_WORDS = /以([^,，。;；、]{1,6})为单位|单位[为是]([^,，。;；、]{1,6})/g;

/** The units that lines such as 单位：亩、万元 name, in their order. */
export function unitsInNote(cells: readonly Cell[]): string[] {
  const notes = cells.filter((cell) => typeof cell === 'string').map((cell) => cellText(cell));
  // 填报单位：某办 and 单位：亩、万元 may share a cell; the last 单位 is the one that names units.
  const named = notes.flatMap((note) => /.*单位[:：]([^:：]+)/.exec(note)?.[1]?.split(/[,，、;；]/) ?? []);
  const told = notes.flatMap((note) => [...note.matchAll(IN_WORDS)].map(([, one, other]) => one ?? other ?? ''));
  return [...named, ...told].filter((text) => parseUnit(text) !== undefined);
}

/** A header row with cells such as 单位：亩、万元 left blank: a unit line that was taken along with the headers. */
export function withoutUnitNotes(row: readonly Cell[]): Cell[] {
  return row.map((cell) => (typeof cell === 'string' && unitsInNote([cell]).length > 0 ? '' : cell));
}

/** A person's word on a column: another field, none, or another unit. */
export interface ColumnChoice {
  readonly field?: string | null;
  readonly unit?: Unit;
}

/** Gives columns without a unit of their own the one unit that the note names for their kind; two units for a kind give none. */
export function withUnitNotes(headers: HeaderMatch, notes: readonly string[]): HeaderMatch {
  const units = notes.map(parseUnit).filter((unit) => unit !== undefined);
  const only = (dimension: Unit['dimension']) => {
    const found = units.filter((unit) => unit.dimension === dimension);
    return found.length === 1 ? found[0] : undefined;
  };
  const byKind: Partial<Record<string, Unit | undefined>> = { area: only('area'), money: only('money') };
  return mapColumns(headers, (match) => {
    const unit = match.unit ?? byKind[match.field.kind];
    return unit === undefined ? match : { ...match, unit };
  });
}

/** Changes matched columns and keeps the best column of each field in step. */
export function mapColumns(headers: HeaderMatch, change: (match: ColumnMatch) => ColumnMatch | undefined): HeaderMatch {
  const changed = new Map<ColumnMatch, ColumnMatch | undefined>();
  for (const match of headers.columns) if (match) changed.set(match, change(match));
  const byField = new Map<string, ColumnMatch>();
  for (const match of headers.byField.values()) {
    const now = changed.get(match);
    if (now) byField.set(now.field.id, now);
  }
  const columns = headers.columns.map((match) => (match ? changed.get(match) : undefined));
  return { ...headers, columns, byField };
}
