/** Units in which a tax and an area may have been given for 万元 and 亩, where only that explains their 亩均. */
export interface UnitDoubt {
  readonly tax?: '元';
  readonly area?: '公顷' | '平方米';
}

/** What an enterprise of a county usually has: 万元/亩 and 亩. */
const USUAL = { perMu: [0.3, 100], area: [0.5, 1500] } as const;
/** Beyond these only another unit explains a figure: no land yields more, and none so large yields so little. */
const IMPOSSIBLE = { perMu: 1000, area: 1500, yield: 0.05 } as const;

/** What an enterprise has in the middle; a second change must explain this much more. */
const MIDDLE = { perMu: 8, area: 20, second: 2 } as const;

/** What the figures are multiplied by. */
const READINGS: readonly (UnitDoubt & { readonly times: readonly [tax: number, area: number] })[] = [
  { tax: '元', times: [1e-4, 1] },
  { area: '平方米', times: [1, 3 / 2000] },
  { area: '公顷', times: [1, 15] },
  { tax: '元', area: '公顷', times: [1e-4, 15] },
  { tax: '元', area: '平方米', times: [1e-4, 3 / 2000] },
];

/** The units that bring an impossible 亩均 back to where land usually lies; undefined where none does or nothing is odd. */
export function unitDoubt(tax: number, area: number): UnitDoubt | undefined {
  const perMu = tax / area;
  const isOdd = perMu > IMPOSSIBLE.perMu || (area > IMPOSSIBLE.area && perMu > 0 && perMu < IMPOSSIBLE.yield);
  if (!isOdd || !Number.isFinite(perMu)) return undefined;
  const found = READINGS.map(({ times: [ofTax, ofArea], ...units }) => {
    const [mu, wan] = [area * ofArea, tax * ofTax];
    const fits = isWithin(mu, USUAL.area) && isWithin(wan / mu, USUAL.perMu);
    return { units, far: fits ? farOff(wan / mu, mu) + (Object.keys(units).length - 1) * MIDDLE.second : Infinity };
  });
  const [best] = found.toSorted((a, b) => a.far - b.far);
  return best && best.far < Infinity ? best.units : undefined;
}

/** How far figures lie from the middle, land counting half. */
function farOff(perMu: number, area: number): number {
  return Math.abs(Math.log(perMu / MIDDLE.perMu)) + Math.abs(Math.log(area / MIDDLE.area)) / 2;
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
