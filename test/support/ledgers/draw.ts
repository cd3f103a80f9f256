import { seededRandom } from '../sample/seededRandom';

/** Seeded choices. */
export interface Draw {
  /** Whether something of this chance happens. */
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** Some of a list, each once, in any order. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

/** Choices that are the same for the same seed. */
export function drawFrom(seed: number): Draw {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1));
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)).flat();
  };
  return {
    chance: (probability) => random() < probability,
    whole,
    between: (from, to) => from + random() * (to - from),
    one: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
    some,
  };
}
