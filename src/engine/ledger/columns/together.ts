import type { Candidate } from './candidate';
import { ENOUGH, HIDDEN_COSTS, LEAD } from './candidates';
import type { ColumnInfo } from './columnInfo';
import { ratioOf, type Ratio } from './proofs';

/** The ledger's tax and land with what arithmetic between them adds, best first. */
export interface Together {
  readonly tax: readonly Candidate[];
  readonly area: readonly Candidate[];
}

const MOST_TRIED = 8;
const FACTORS = ((): number[] => {
  const areas = [1, 3 / 2000, 15, 15e-4];
  const monies = [1, 1e-4, 0.1, 1e4];
  return areas.flatMap((area) => monies.flatMap((money) => monies.map((other) => (area * money) / other)));
})();

/** A quotient column lifts the pair that it is the quotient of; never a promise, last year's figures or a part left aside. */
export function together(
  taxes: readonly Candidate[],
  areas: readonly Candidate[],
  infos: readonly ColumnInfo[],
): Together {
  const lifted = new Map<Candidate, number>();
  const quotients = infos.filter(isQuotient);
  const spare = infos.filter(isNameless);
  for (const tax of taxes.slice(0, MOST_TRIED)) {
    for (const area of areas.slice(0, MOST_TRIED)) {
      // 土地使用税 = 单位税额 × 计税面积 says nothing of the tax as a whole.
      if (['plan', 'past', 'lesser', 'part'].includes(tax.kind) || ['plan', 'past'].includes(area.kind)) continue;
      for (const quotient of [...quotients, ...spare]) {
        const lift = liftOf(quotient, tax, area, quotients.includes(quotient));
        if (lift <= 0) continue;
        for (const one of [tax, area]) lifted.set(one, Math.max(lifted.get(one) ?? 0, lift));
      }
    }
  }
  const raised = (candidates: readonly Candidate[]) =>
    candidates
      .map((one): Candidate => {
        const lift = lifted.get(one) ?? 0;
        return lift === 0 ? one : { ...one, score: one.score + lift, proofs: [...one.proofs, 'ratio'] };
      })
      .toSorted((a, b) => b.score - a.score);
  return { tax: raised(taxes), area: raised(areas) };
}

/** A column of 亩均 that is neither promised nor a rate. */
export function isQuotient({ family, kind, profile }: ColumnInfo): boolean {
  return family === 'perMu' && profile.numbers >= 2 && kind !== 'plan' && kind !== 'rate';
}

function isNameless({ family, kind, profile, unit, named }: ColumnInfo): boolean {
  const may = family === 'none' && named === undefined && kind !== 'rate';
  return may && profile.numbers >= 3 && !profile.isSequence && (!unit || unit.dimension === 'perMu');
}

function liftOf(quotient: ColumnInfo, tax: Candidate, area: Candidate, isNamed: boolean): number {
  const ratio = provenRatio(quotient, tax, area);
  const isOfOther = quotient.year !== undefined && tax.year !== undefined && quotient.year !== tax.year;
  if (!ratio || isOfOther) return 0;
  return (ratio.isStrong ? (isNamed ? 5 : 3) : 1) - (quotient.kind === 'past' ? 4 : 0);
}

/** The ratio of a quotient column to a tax and an area, where its factor is one that units explain. */
export function provenRatio(quotient: ColumnInfo, tax: Candidate, area: Candidate): Ratio | undefined {
  const ratio = ratioOf(quotient.profile.values, tax.values, area.values);
  const isExplained =
    ratio &&
    FACTORS.some((factor) => Math.abs(ratio.factor / factor - 1) < 0.01 || Math.abs(ratio.factor * factor - 1) < 0.01);
  return isExplained === true ? ratio : undefined;
}

/** What is decided of an amount: the clear winner, or the candidates that a person must choose from. */
export type AmountDecision =
  | { readonly kind: 'sure'; readonly candidate: Candidate }
  | { readonly kind: 'open'; readonly candidates: readonly Candidate[] };

const MOST_OFFERED = 6;
const LEAST_OFFERED = -4;

/** Nothing is taken, whatever is best; one may be put first. */
export function open(ranked: readonly Candidate[], first?: Candidate): AmountDecision {
  const others = ranked.filter((one) => one !== first && one.score > LEAST_OFFERED);
  return { kind: 'open', candidates: [...(first ? [first] : []), ...others].slice(0, MOST_OFFERED) };
}

/** Takes the best candidate only where it is good enough and far enough ahead of what is not the same amount. */
export function decideAmount(ranked: readonly Candidate[]): AmountDecision {
  const [first] = ranked;
  if (!first) return { kind: 'open', candidates: [] };
  // 用地面积（㎡） beside 用地面积（亩）: one amount in two units; the ledger's own unit is taken.
  const inOwn = (one: Candidate) => one.unit?.times === 1 && one.unit.over === 1;
  const best = ranked.find((one) => inOwn(one) && one.score >= first.score - 1 && isSameAmount(first, one)) ?? first;
  const rivals = ranked.filter((one) => one !== best && !isSameAmount(best, one));
  const lead = best.score - Math.max(-Infinity, ...rivals.map(({ score }) => score));
  const own = best.score + (best.hidden === true ? HIDDEN_COSTS : 0);
  if (own >= ENOUGH && lead >= LEAD) return { kind: 'sure', candidate: best };
  const inOrder = [best, ...ranked.filter((one) => one !== best)];
  const offered = inOrder.filter(({ score }) => score > LEAST_OFFERED);
  // What its words call so is asked about, however poor it is: without a question nothing could be pressed.
  return { kind: 'open', candidates: (offered.length > 0 ? offered : inOrder).slice(0, MOST_OFFERED) };
}

/** The same amounts, written in two units or rounded to whole ones: two figures in one unit that differ by more are two. */
function isSameAmount(a: Candidate, b: Candidate): boolean {
  if (!a.unit || !b.unit || a.unit.dimension !== b.unit.dimension) return false;
  const [factor, other] = [a.unit.times / a.unit.over, b.unit.times / b.unit.over];
  const isSame = factor === other ? isRounded : isClose;
  let [hits, rows] = [0, 0];
  a.values.forEach((value, row) => {
    const twin = b.values[row] ?? NaN;
    if (Number.isNaN(value) && Number.isNaN(twin)) return;
    rows++;
    if (isSame(value * factor, twin * other)) hits++;
  });
  return rows >= 2 && hits === rows;
}

function isClose(value: number, twin: number): boolean {
  return Math.abs(value - twin) <= Math.max(0.02, 0.005 * Math.abs(twin));
}

function isRounded(value: number, twin: number): boolean {
  return Math.abs(value - twin) <= 0.02 || Math.round(value) === twin || Math.round(twin) === value;
}
