import type { AssumptionValues } from '../../src/engine/simulate/assumption';
import { chancesOf, type EventPlan, LANES, WIDTH } from '../../src/engine/simulate/uncertain/events';
import { Generator } from '../../src/engine/simulate/uncertain/generator';
import { bitsOf, type Tally } from '../../src/engine/simulate/uncertain/tally';

/** Whether a number, whose bits come one after another, is below a chance in steps of 2^-32. */
function isBelow(chance: number, bitOf: (bit: number) => number): boolean {
  if (chance === 0x1_0000_0000) return true;
  for (let bit = 31; bit >= 0; bit--) {
    const ofChance = (chance >>> bit) & 1;
    if (bitOf(bit) !== ofChance) return ofChance === 1;
  }
  return false;
}

/**
 * The plain form beside `tallyDraw`, with what it is called with: parcel by parcel, year by year, one number each against the chance. The bits of the
 * numbers of a word's parcels come from the same words of the generator, drawn when the first of them needs one.
 */
export function tallyPlainly(plan: EventPlan, values: AssumptionValues, state: Int32Array, to: Tally): void {
  const generator = new Generator(state);
  const years = values.horizon + 1;
  to.fill(0);
  plan.classes.forEach((of, index) => {
    const { ever, pace } = chancesOf(of, values, plan.upgrade);
    for (let word = 0; word < of.words; word++) {
      const toss = (pending: readonly number[], chance: number) => {
        const drawn = new Map<number, number>();
        const bits = (bit: number) => drawn.get(bit) ?? drawn.set(bit, generator.word()).get(bit) ?? 0;
        const all = Array.from({ length: LANES }, (_, lane) => lane);
        if (chance === 0x1_0000_0000) return pending;
        const below = all.filter((lane) => isBelow(chance, (bit) => (bits(bit) >>> lane) & 1));
        return pending.filter((lane) => below.includes(lane));
      };
      const inMask = (lane: number) => (((of.maskOfWord[word] ?? 0) >>> lane) & 1) === 1;
      let pending: readonly number[] = Array.from({ length: LANES }, (_, lane) => lane).filter(inMask);
      if (pending.length > 0) pending = toss(pending, bitsOf(ever));
      for (let year = of.from; year < years && pending.length > 0; year++) {
        const taken = toss(pending, bitsOf(pace));
        pending = pending.filter((lane) => !taken.includes(lane));
        const at = ((index * plan.groups + (of.groupOfWord[word] ?? 0)) * years + year) * WIDTH;
        for (const lane of taken)
          for (let column = 0; column < WIDTH; column++)
            to[at + column] = (to[at + column] ?? 0) + (of.values[(word * LANES + lane) * WIDTH + column] ?? NaN);
      }
    }
  });
}
