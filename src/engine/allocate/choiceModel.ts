import { staysWithin } from '../quantity/reaches';

/**
 * A multiple-choice model: of each group's options at most one (exactly one where it must) is chosen so that the sum of values
 * is greatest and every row's sum of coefficients is at most its limit. Options and their coefficients lie one after another.
 */
export interface ChoiceModel {
  readonly groups: number;
  /** The options of group g are firstOption[g] .. firstOption[g + 1]. */
  readonly firstOption: Int32Array;
  readonly mustChoose: Uint8Array;
  readonly value: Float64Array;
  /** The coefficients of option o are firstEntry[o] .. firstEntry[o + 1]. */
  readonly firstEntry: Int32Array;
  readonly row: Int32Array;
  readonly coefficient: Float64Array;
  readonly limit: Float64Array;
}

/** Nothing chosen of a group. */
export const NONE = -1;

/** A choice of one option a group (NONE for nothing), with what it adds up to. */
export interface GroupChoice {
  readonly option: Int32Array;
  /** Sum of coefficients of each row. */
  readonly activity: Float64Array;
  value: number;
}

/** Nothing chosen at all. */
export function emptyChoice({ groups, limit }: ChoiceModel): GroupChoice {
  return { option: new Int32Array(groups).fill(NONE), activity: new Float64Array(limit.length), value: 0 };
}

/** The choice that these options make, added up afresh. */
export function choiceOf(model: ChoiceModel, option: Int32Array): GroupChoice {
  const choice = emptyChoice(model);
  for (let group = 0; group < model.groups; group++) chooseOption(model, choice, group, option[group] ?? NONE);
  return choice;
}

/** Changes the option of one group. */
export function chooseOption(model: ChoiceModel, choice: GroupChoice, group: number, option: number): void {
  const before = choice.option[group] ?? NONE;
  if (before === option) return;
  add(model, choice, before, -1);
  add(model, choice, option, 1);
  choice.option[group] = option;
}

function add(
  { value, firstEntry, row, coefficient }: ChoiceModel,
  choice: GroupChoice,
  option: number,
  sign: 1 | -1,
): void {
  if (option === NONE) return;
  choice.value += sign * (value[option] ?? 0);
  const end = firstEntry[option + 1] ?? 0;
  for (let entry = firstEntry[option] ?? 0; entry < end; entry++) {
    const at = row[entry] ?? 0;
    choice.activity[at] = (choice.activity[at] ?? 0) + sign * (coefficient[entry] ?? 0);
  }
}

/** Whether every row keeps its limit and every group that must is chosen. */
export function isFeasible(model: ChoiceModel, choice: GroupChoice): boolean {
  return (
    model.limit.every((limit, row) => staysWithin(choice.activity[row] ?? 0, limit)) &&
    model.mustChoose.every((must, group) => must === 0 || choice.option[group] !== NONE)
  );
}
