import type { AssumptionValues } from '../assumption';
import { chancesOf, type EventPlan, KIND, LANES, WIDTH } from './events';

/**
 * What happened in one draw: for each class, group and year, four sums over the parcels taken then, at
 * ((class * groups + group) * years + year) * 4.
 */
export type Tally = Float64Array;

/** The length of a tally. */
export function tallyLength({ classes, groups }: EventPlan, years: number): number {
  return classes.length * groups * years * WIDTH;
}

/**
 * Tosses every parcel of a draw, 32 at a time: a word of bits that are 1 with a chance p comes from comparing 32 random
 * numbers with p bit by bit, most significant first, until all 32 are decided: about seven random words instead of 32.
 * The chance is exact to 2^-32. Held equal to `tallyPlainly`.
 */
export function tallyDraw(plan: EventPlan, values: AssumptionValues, state: Int32Array, to: Tally): void {
  const years = values.horizon + 1;
  let [a = 0, b = 0, c = 0, d = 0] = state;
  to.fill(0);
  for (let index = 0; index < plan.classes.length; index++) {
    const of = plan.classes[index];
    if (!of) continue;
    const { ever, pace } = chancesOf(of, values, plan.upgrade);
    const [everBits, paceBits] = [bitsOf(ever), bitsOf(pace)];
    const { maskOfWord, groupOfWord, values: numbers } = of;
    for (let word = 0; word < of.words; word++) {
      let pending = maskOfWord[word] ?? 0;
      const base = (index * plan.groups + (groupOfWord[word] ?? 0)) * years;
      for (let year = of.from - 1; year < years && pending !== 0; year++) {
        // The first toss decides who is ever taken, the others who begins in a year.
        const chance = year < of.from ? everBits : paceBits;
        let taken = pending;
        if (chance !== 0x1_0000_0000) {
          taken = 0;
          let open = -1;
          for (let bit = 31; bit >= 0 && open !== 0; bit--) {
            const sum = (a + d) | 0;
            const random = (((sum << 7) | (sum >>> 25)) + a) | 0;
            const shifted = b << 9;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = (d << 11) | (d >>> 21);
            // Bits of the numbers against a bit of the chance: less decides for, more against, equal leaves open.
            const one = -((chance >>> bit) & 1);
            taken |= open & one & ~random;
            open &= ~(one ^ random);
          }
          taken &= pending;
        }
        if (year < of.from) {
          pending = taken;
          continue;
        }
        pending &= ~taken;
        addTaken(numbers, word, taken, to, (base + year) * WIDTH);
        if (of.kind === KIND.dispose) addPrices(numbers, word, taken, to, (base + year) * WIDTH);
      }
    }
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** Adds the first three numbers of the lanes whose bits are set: small enough to be part of the loop that calls it. */
function addTaken(numbers: Float64Array, word: number, lanes: number, to: Tally, target: number): void {
  const start = word * LANES * WIDTH;
  let [first, second, third] = [0, 0, 0];
  for (let left = lanes; left !== 0; left &= left - 1) {
    const at = start + WIDTH * (31 - Math.clz32(left & -left));
    first += numbers[at] ?? 0;
    second += numbers[at + 1] ?? 0;
    third += numbers[at + 2] ?? 0;
  }
  to[target] = (to[target] ?? 0) + first;
  to[target + 1] = (to[target + 1] ?? 0) + second;
  to[target + 2] = (to[target + 2] ?? 0) + third;
}

/** Adds the fourth, which only those have that are disposed of: what they pay above the common prices. */
function addPrices(numbers: Float64Array, word: number, lanes: number, to: Tally, target: number): void {
  const start = word * LANES * WIDTH + 3;
  let sum = 0;
  for (let left = lanes; left !== 0; left &= left - 1)
    sum += numbers[start + WIDTH * (31 - Math.clz32(left & -left))] ?? 0;
  to[target + 3] = (to[target + 3] ?? 0) + sum;
}

/** A chance in steps of 2^-32; 2^32 is certainty. */
export function bitsOf(chance: number): number {
  return Math.min(0x1_0000_0000, Math.max(0, Math.floor(chance * 0x1_0000_0000)));
}
