import { isBlank, type Rows } from '../cell';
import { LOOKED_AT } from './bounds';
import { unitsInNote } from './unitNotes';

/** A sheet by its name. */
export interface NamedCells {
  readonly name: string;
  readonly cells: Rows;
}

/** What a sentence of another sheet says of one: the units, and where it stands. */
export interface NotedUnits {
  readonly units: readonly string[];
  /** The sheet that says so. */
  readonly by: string;
}

/**
 * 附表1单位：亩、万元；附表2、附表3单位：平方米、元: the units that sentences of other sheets name for a sheet by its name, else those of
 * a sheet of nothing but sentences (填表说明), which are for all.
 */
export function unitsByName(sheets: readonly NamedCells[]): ReadonlyMap<string, NotedUnits> {
  const found = new Map<string, NotedUnits>();
  const names = sheets.map(({ name }) => name);
  if (names.length < 2) return found;
  for (const { name: own, cells } of sheets) {
    const others = names.filter((name) => name !== own);
    const general: string[] = [];
    for (const clause of sentencesIn(cells).flatMap((text) => text.split(/[;；。]/))) {
      const units = clause.includes('单位') ? unitsInNote([clause]) : [];
      if (units.length === 0) continue;
      const meant = others.filter((name) => name.length > 1 && isNamed(clause, name));
      for (const name of meant) found.set(name, { units, by: own });
      if (meant.length === 0) general.push(...units);
    }
    if (general.length === 0 || !isProse(cells)) continue;
    for (const name of others) if (!found.has(name)) found.set(name, { units: [...new Set(general)], by: own });
  }
  return found;
}

/** No row has two texts: nothing stands in columns. */
function isProse(cells: NamedCells['cells']): boolean {
  return cells.every((row) => row.filter((cell) => typeof cell === 'string' && !isBlank(cell)).length < 2);
}

/** The texts that stand alone in their rows. */
function sentencesIn(cells: NamedCells['cells']): string[] {
  return cells.slice(0, LOOKED_AT.body).flatMap((row) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return filled.length === 1 && typeof filled[0] === 'string' ? [filled[0]] : [];
  });
}

/** 附表1 is not in 附表12. */
function isNamed(clause: string, name: string): boolean {
  const at = clause.indexOf(name);
  return at >= 0 && !(/\d$/.test(name) && /\d/.test(clause[at + name.length] ?? ''));
}
