import { chooseOption, choiceOf, NONE, type GroupChoice, type ChoiceModel } from './choiceModel';
import type { LinearProgram } from './linearSolver';

/** The part of a model that is open, with every other group fixed. */
export interface Core {
  readonly groups: Int32Array;
  /** The fixed options of the others; those of the core's own groups do not count. */
  readonly fixed: Int32Array;
}

/** A core as a linear program: a column an option, then a column for each limit that may be broken; a row a limit, then a row a group. */
export interface CoreProgram {
  readonly program: LinearProgram;
  /** The option of each of the first columns. */
  readonly optionOf: Int32Array;
}

/** What a core is asked for. */
export interface CoreAsk {
  readonly whole: boolean;
  /** The price of a unit over each limit, Infinity where it must hold; left out, all hold. */
  readonly penalty?: Float64Array;
}

/** Writes the program of a core. */
export function coreProgram(model: ChoiceModel, core: Core, ask: CoreAsk): CoreProgram {
  const rows = model.limit.length;
  const columns = new Columns();
  for (const [at, group] of core.groups.entries()) {
    for (let option = model.firstOption[group] ?? 0; option < (model.firstOption[group + 1] ?? 0); option++) {
      columns.open(model.value[option] ?? 0);
      for (let entry = model.firstEntry[option] ?? 0; entry < (model.firstEntry[option + 1] ?? 0); entry++) {
        columns.entry(model.row[entry] ?? 0, model.coefficient[entry] ?? 0);
      }
      columns.entry(rows + at, 1);
      columns.option.push(option);
    }
  }
  const options = columns.option.length;
  for (const [row, price] of ask.penalty?.entries() ?? []) {
    if (price === Infinity) continue;
    columns.open(-price);
    columns.entry(row, -1);
  }
  const others = fixedActivity(model, core);
  const must = Float64Array.from(core.groups, (group) => Number(model.mustChoose[group] === 1));
  const left = model.limit.map((limit, row) => limit - (others.activity[row] ?? 0));
  return {
    optionOf: Int32Array.from(columns.option),
    program: {
      ...columns.matrix(),
      upper: Float64Array.from({ length: columns.count }, (_, at) => (at < options ? 1 : Infinity)),
      rowLower: Float64Array.from([...new Float64Array(rows).fill(-Infinity), ...must]),
      rowUpper: Float64Array.from([...left, ...new Float64Array(core.groups.length).fill(1)]),
      whole: ask.whole ? options : 0,
    },
  };
}

/** What the groups outside a core add up to. */
export function fixedActivity(model: ChoiceModel, { groups, fixed }: Core): GroupChoice {
  const outside = choiceOf(model, fixed);
  for (const group of groups) chooseOption(model, outside, group, NONE);
  return outside;
}

/** Columns gathered one after another. */
class Columns {
  readonly option: number[] = [];
  private readonly value: number[] = [];
  private readonly first: number[] = [];
  private readonly row: number[] = [];
  private readonly coefficient: number[] = [];

  get count(): number {
    return this.value.length;
  }

  open(value: number): void {
    this.first.push(this.row.length);
    this.value.push(value);
  }

  entry(row: number, coefficient: number): void {
    this.row.push(row);
    this.coefficient.push(coefficient);
  }

  matrix(): Pick<LinearProgram, 'value' | 'first' | 'row' | 'coefficient'> {
    return {
      value: Float64Array.from(this.value),
      first: Int32Array.from([...this.first, this.row.length]),
      row: Int32Array.from(this.row),
      coefficient: Float64Array.from(this.coefficient),
    };
  }
}
