import type { Basis, PolicyPack } from './pack';

/** Something of a pack that stands on a basis. */
interface Grounded {
  readonly basis: Basis;
}

/** A pack with every basis in it put anew; `entry` is what stands on it, a value's with its name. */
export function mapBases(pack: PolicyPack, basisOf: (entry: Grounded) => Basis): PolicyPack {
  const { values, tiers, paths, grading, measures, waiver } = pack;
  const own = <Entry extends Grounded>(entry: Entry): Entry => ({ ...entry, basis: basisOf(entry) });
  const dated = [...values].map(([name, value]) => {
    const { unit } = value;
    const named = (entry: Grounded) => {
      const whole = { ...entry, name, unit };
      return basisOf(whole);
    };
    return [name, { ...value, dated: value.dated.map((entry) => ({ ...entry, basis: named(entry) })) }] as const;
  });
  return {
    ...pack,
    values: new Map(dated),
    ...(tiers ? { tiers: tiers.map(own) } : {}),
    ...(paths ? { paths: paths.map(own) } : {}),
    ...(grading
      ? {
          grading: {
            ...grading,
            indicators: grading.indicators.map(own),
            cohorts: grading.cohorts.map(own),
            outright: grading.outright.map(own),
            ...(grading.total ? { total: own(grading.total) } : {}),
            after: grading.after.map(own),
          },
        }
      : {}),
    ...(measures ? { measures: measures.map((one) => ({ ...one, lines: one.lines.map(own) })) } : {}),
    ...(waiver ? { waiver: basisOf({ basis: waiver }) } : {}),
  };
}
