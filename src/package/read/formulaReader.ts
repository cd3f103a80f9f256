import { PackageError } from '../packageError';
import { readFormula } from '../formula/readFormula';
import { ShiftableFormula } from '../../formula/shiftFormula';
import type { XmlAttributes } from '../xml/xmlHandlers';
import type { SharedGroup } from './sheetLayout';
import { parseArea } from '../../sheet/address';

/** The place of a cell: sheet row and column, and its number in the layout. */
export interface CellSpot {
  readonly row: number;
  readonly column: number;
  readonly cell: number;
}

/** What a cell's <f> element gives its model. */
export interface FormulaParts {
  formula?: string;
  arrayRange?: string;
}

interface Group {
  readonly master: CellSpot;
  readonly formula: ShiftableFormula;
  readonly members: CellSpot[];
}

/** What the formulas of all sheets may grow to when shared ones are written out, in characters. */
export interface FormulaBudget {
  readonly limit: number;
  spent: number;
}

/** Reads the formulas of one sheet; shared ones are written out for every cell. */
export class FormulaReader {
  readonly #groups = new Map<string, Group>();
  readonly #waiting: { id: string; place: CellSpot; parts: FormulaParts }[] = [];

  constructor(
    private readonly part: string,
    private readonly addinFunctions: ReadonlySet<string>,
    private readonly budget: FormulaBudget,
  ) {}

  /** Reads one <f>; `parts.formula` of a cell that stands before its master is filled in by finish(). */
  read(attributes: XmlAttributes, text: string, place: CellSpot): FormulaParts {
    const parts: FormulaParts = {};
    const id = attributes['si'];
    if (attributes['t'] === 'shared' && id !== undefined) this.#readShared({ id, text, place, parts });
    else if (attributes['t'] !== 'dataTable' && text !== '') parts.formula = readFormula(text, this.addinFunctions);
    const range = attributes['t'] === 'array' ? attributes['ref'] : undefined;
    if (range !== undefined && parseArea(range)) parts.arrayRange = range;
    return parts;
  }

  /** Resolves what waited; returns the shared formulas for the patcher. */
  finish(): SharedGroup[] {
    for (const { id, place, parts } of this.#waiting) {
      const group = this.#groups.get(id);
      if (group) parts.formula = this.#join(group, place);
    }
    return [...this.#groups.values()];
  }

  #readShared({ id, text, place, parts }: { id: string; text: string; place: CellSpot; parts: FormulaParts }): void {
    const group = this.#groups.get(id);
    if (text !== '') {
      parts.formula = readFormula(text, this.addinFunctions);
      if (!group) this.#groups.set(id, { master: place, formula: new ShiftableFormula(parts.formula), members: [] });
    } else if (group) parts.formula = this.#join(group, place);
    else this.#waiting.push({ id, place, parts });
  }

  #spend(characters: number): void {
    const { budget, part } = this;
    budget.spent += characters;
    if (budget.spent <= budget.limit) return;
    throw new PackageError('tooLarge', { part, unit: 'characters', limit: budget.limit, found: budget.spent });
  }

  #join(group: Group, place: CellSpot): string {
    group.members.push(place);
    const formula = group.formula.at({
      rows: place.row - group.master.row,
      columns: place.column - group.master.column,
    });
    this.#spend(formula.length);
    return formula;
  }
}
