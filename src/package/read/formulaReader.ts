import { PackageError } from '../packageError';
import { readFormula } from '../formula/readFormula';
import { ShiftableFormula } from '../../formula/shiftFormula';
import type { Steps } from '../../steps/steps';
import type { XmlAttributes } from '../xml/xmlHandlers';
import type { SharedGroup } from './sheetLayout';
import { parseArea } from '../../sheet/address';

/** The place of a cell: sheet row and column, its number in the layout, and its model, which is given its formula. */
export interface CellSpot {
  readonly row: number;
  readonly column: number;
  readonly cell: number;
  readonly model: { formula?: string; arrayRange?: string };
}

/** The cells of one shared formula; its text may stand behind cells that lean on it. */
interface Group {
  master?: CellSpot;
  formula?: ShiftableFormula;
  readonly members: CellSpot[];
}

/** What the formulas of all sheets may grow to when shared ones are written out, in characters. */
export interface FormulaBudget {
  readonly limit: number;
  spent: number;
}

/** Cells of shared formulas that are written out at a time. */
const CELLS_A_STEP = 2_000;

/** Reads the formulas of one sheet into the models of its cells; shared ones are counted as they pass, and written out at the end. */
export class FormulaReader {
  readonly #groups = new Map<string, Group>();

  constructor(
    private readonly part: string,
    private readonly addinFunctions: ReadonlySet<string>,
    private readonly budget: FormulaBudget,
  ) {}

  /** Reads one <f>; a cell that leans on another's has '' until finish(). */
  read(attributes: XmlAttributes, text: string, place: CellSpot): void {
    const id = attributes['t'] === 'shared' ? attributes['si'] : undefined;
    if (text !== '' && attributes['t'] !== 'dataTable') place.model.formula = readFormula(text, this.addinFunctions);
    if (id !== undefined) this.#share(id, place);
    const range = attributes['t'] === 'array' ? attributes['ref'] : undefined;
    if (range !== undefined && parseArea(range)) place.model.arrayRange = range;
  }

  /** Writes out what leans on a shared formula; gives the shared formulas for the patcher. */
  *finish(): Steps<SharedGroup[]> {
    const groups: SharedGroup[] = [];
    for (const { master, formula, members } of this.#groups.values()) {
      if (!master || !formula) for (const { model } of members) delete model.formula;
      else {
        groups.push({ master, members });
        yield* this.#writeOut(master, formula, members);
      }
    }
    return groups;
  }

  #share(id: string, place: CellSpot): void {
    const group: Group = this.#groups.get(id) ?? { members: [] };
    this.#groups.set(id, group);
    const { formula } = place.model;
    if (formula === undefined) {
      place.model.formula = '';
      group.members.push(place);
      this.#spend(group.formula?.least ?? 0);
    } else if (!group.formula) {
      group.master = place;
      group.formula = new ShiftableFormula(formula);
      this.#spend(group.formula.least * group.members.length);
    }
  }

  *#writeOut(master: CellSpot, formula: ShiftableFormula, members: readonly CellSpot[]): Steps<void> {
    for (const [at, { row, column, model }] of members.entries()) {
      model.formula = formula.at({ rows: row - master.row, columns: column - master.column });
      this.#spend(model.formula.length - formula.least);
      if (at % CELLS_A_STEP === CELLS_A_STEP - 1) yield;
    }
  }

  /** Refused before anything is written out, a file that is far too large costs no more than a look at its cells. */
  #spend(characters: number): void {
    const { budget, part } = this;
    budget.spent += characters;
    if (budget.spent <= budget.limit) return;
    throw new PackageError('tooLarge', { part, unit: 'characters', limit: budget.limit, found: budget.spent });
  }
}
