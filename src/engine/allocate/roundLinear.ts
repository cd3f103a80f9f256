import { NONE, type ChoiceModel } from './choiceModel';
import type { Core } from './coreProgram';

/** The whole options of a core's answer, laid over the fixed ones; groups split between options are left out and listed. */
export function roundLinear(
  model: ChoiceModel,
  { groups, fixed }: Core,
  { x, optionOf }: { readonly x: Float64Array; readonly optionOf: Int32Array },
): { readonly option: Int32Array; readonly undecided: readonly number[] } {
  const option = fixed.slice();
  const undecided: number[] = [];
  let column = 0;
  for (const group of groups) {
    const end = model.firstOption[group + 1] ?? 0;
    option[group] = NONE;
    let split = false;
    for (; column < optionOf.length && (optionOf[column] ?? 0) < end; column++) {
      const part = x[column] ?? 0;
      if (part > 1 - 1e-6) option[group] = optionOf[column] ?? NONE;
      else if (part > 1e-6) split = true;
    }
    if (split) undecided.push(group);
  }
  return { option, undecided };
}
