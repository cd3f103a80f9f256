import { chooseOption, NONE, type GroupChoice, type ChoiceModel } from './choiceModel';
import { RowChanges } from './rowChanges';

/** Rounds over all groups. */
const ROUNDS = 3;

/** Gives each group in turn the option of greater value that keeps every limit, until nothing changes; the choice is changed. */
export function improve(model: ChoiceModel, choice: GroupChoice): void {
  const changes = new RowChanges(model);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let group = 0; group < model.groups; group++) moved = improveGroup(model, choice, { group, changes }) || moved;
    if (!moved) return;
  }
}

function improveGroup(
  model: ChoiceModel,
  choice: GroupChoice,
  { group, changes }: { readonly group: number; readonly changes: RowChanges },
): boolean {
  const before = choice.option[group] ?? NONE;
  let best = before;
  let worth = before === NONE ? 0 : (model.value[before] ?? 0);
  const consider = (option: number, value: number) => {
    if (value <= worth || !changes.allowed(choice, before, option)) return;
    best = option;
    worth = value;
  };
  if (model.mustChoose[group] !== 1) consider(NONE, 0);
  for (let option = model.firstOption[group] ?? 0; option < (model.firstOption[group + 1] ?? 0); option++) {
    consider(option, model.value[option] ?? 0);
  }
  if (best === before) return false;
  chooseOption(model, choice, group, best);
  return true;
}
