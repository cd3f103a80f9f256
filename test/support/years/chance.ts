import { seededRandom } from '../sample/seededRandom';

/** Seeded draws from the distributions that a made-up county is made of, by textbook methods that the engine does not use. */
export interface Chance {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly beta: (a: number, b: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly below: (count: number) => number;
}

/** The same draws for the same seed. */
export function chanceOf(seed: number): Chance {
  const uniform = seededRandom(Math.imul(seed + 1, 0x9e3779b1));
  // Box and Muller.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  // Marsaglia and Tsang.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return {
    uniform,
    normal,
    beta: (a, b) => {
      const first = gamma(a);
      return first / (first + gamma(b));
    },
    happens: (probability) => uniform() < probability,
    below: (count) => Math.floor(uniform() * count),
  };
}
