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

/** 附表1单位：亩、万元；附表2、附表3单位：平方米、元: the units that sentences of other sheets name for a sheet by its name. */
export function unitsByName(sheets: readonly NamedCells[]): ReadonlyMap<string, NotedUnits> {
  const found = new Map<string, NotedUnits>();
  const names = sheets.map(({ name }) => name).filter(({ length }) => length > 1);
  if (names.length < 2) return found;
  for (const { name: own, cells } of sheets) {
    for (const clause of sentencesIn(cells).flatMap((text) => text.split(/[;；。]/))) {
      const units = clause.includes('单位') ? unitsInNote([clause]) : [];
      if (units.length === 0) continue;
      for (const name of names) if (name !== own && isNamed(clause, name)) found.set(name, { units, by: own });
    }
  }
  return found;
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
