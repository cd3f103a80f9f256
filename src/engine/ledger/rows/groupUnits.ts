import { convert, parseUnit, type Unit } from '../../quantity/unit';
import { isBlank, type Cell, type Rows } from '../cell';
import type { HeaderMatch } from '../matchHeaders';
import { dimensionOf } from '../readColumn';
import { unitsInNote } from '../sheet/unitNotes';

/** A table's rows in one unit each for land and money, and those units; the lines between them named several. */
export interface OneUnit {
  readonly rows: Rows;
  readonly units: readonly string[];
}

interface Group {
  readonly from: number;
  readonly units: readonly Unit[];
  readonly texts: readonly string[];
}

/**
 * 一、规上企业（单位：亩、万元） over some of the rows and 二、规下企业（单位：平方米、元） over others: a line that names units speaks of the
 * rows below it. They are put into the units of the first line; undefined where no line names any.
 */
export function inOneUnit(rows: Rows, headers: HeaderMatch, above: readonly string[]): OneUnit | undefined {
  const named = rows.flatMap((row, from) => groupAt(row, from));
  const [first] = named;
  if (!first) return undefined;
  const isLed = rows.slice(0, first.from).every((row) => row.every(isBlank));
  const lead = isLed ? first : { from: 0, texts: above, units: unitsOf(above) };
  const amounts = amountsIn(headers);
  const result = rows.map((row, at) => {
    const own = named.findLast(({ from }) => from <= at) ?? lead;
    return own === lead ? row : row.map((cell, column) => inUnits(cell, amounts.get(column), [own, lead]));
  });
  return { rows: result, units: lead.texts };
}

function groupAt(row: readonly Cell[], from: number): Group[] {
  const filled = row.filter((cell) => !isBlank(cell));
  if (filled.length !== 1 || typeof filled[0] !== 'string') return [];
  const texts = unitsInNote(filled, { titles: true });
  return texts.length === 0 ? [] : [{ from, texts, units: unitsOf(texts) }];
}

function unitsOf(texts: readonly string[]): Unit[] {
  return texts.flatMap((text) => parseUnit(text) ?? []);
}

/** The columns of land and money whose unit no name says. */
function amountsIn({ columns, byField, doubts, units }: HeaderMatch): Map<number, Unit['dimension']> {
  const found = new Map<number, Unit['dimension']>();
  const matches = [...columns, ...byField.values(), ...doubts.flatMap((doubt) => doubt.columns)];
  for (const match of matches) {
    const dimension = match && match.field.kind !== 'floor' ? dimensionOf(match.field) : undefined;
    if (!match || (dimension !== 'area' && dimension !== 'money')) continue;
    for (const { column } of [match, ...(match.plus ?? [])]) if (!units[column]) found.set(column, dimension);
  }
  return found;
}

/** A bare number in the units of the first group; where a group names two units of a kind nobody can tell. */
function inUnits(
  cell: Cell,
  dimension: Unit['dimension'] | undefined,
  [own, lead]: readonly [Pick<Group, 'units'>, Pick<Group, 'units'>],
): Cell {
  const value = typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : cell;
  if (dimension === undefined || typeof value !== 'number') return cell;
  const [from, into] = [own, lead].map(({ units }) => {
    const fitting = units.filter((unit) => unit.dimension === dimension);
    return fitting.length === 1 ? fitting[0] : undefined;
  });
  if (!from || !into || from.text === into.text) return cell;
  return (convert(value, from) * into.over) / into.times;
}
