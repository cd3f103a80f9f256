import type { Firm } from './firms';
import { NearCodes } from './nearCodes';

/** What says that enterprises of two years are one. */
export type PairedBy = 'code' | 'brokenCode' | 'name';

/** One enterprise in two years, by its places in the lists of both. */
export interface FirmPair {
  readonly before: number;
  readonly after: number;
  readonly by: PairedBy;
  /** It has another name now. */
  readonly renamed: boolean;
}

/** Enterprises whose land shows that several became one, or one several. */
export interface Regrouped {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Why it stays open what became of an enterprise: one name under two codes, one name or one broken code for several, a code and a
 * name that point to different ones, or the same land under another name where no code tells them apart.
 */
export type OpenReason = 'otherCode' | 'several' | 'contradiction' | 'sameLand';

/** Enterprises that may be one; they are left out of what is learnt. */
export interface OpenPair {
  readonly reason: OpenReason;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Two years' enterprises: each of either year is in exactly one of these. */
export interface FirmPairing {
  readonly pairs: readonly FirmPair[];
  readonly regrouped: readonly Regrouped[];
  readonly gone: readonly number[];
  readonly added: readonly number[];
  readonly open: readonly OpenPair[];
}

/**
 * Finds the enterprises of one year again in another: by whole code, then a code that is broken in one of the years, then the name in
 * any spelling; land tells what was merged or divided. Unlike `matchRows` of a copy that comes back, rows of an enterprise may have changed in number,
 * and nobody is asked: what is not sure is told and not used.
 */
export function pairFirms(before: readonly Firm[], after: readonly Firm[]): FirmPairing {
  const found = new Pairing(before, after);
  found.byCode();
  found.byBrokenCode();
  found.byName();
  found.byLand();
  return found.result();
}

type Sides = readonly [before: readonly Firm[], after: readonly Firm[]];
type Side = 0 | 1;

class Pairing {
  private readonly sides: Sides;
  private readonly pairs: FirmPair[] = [];
  private readonly regrouped: Regrouped[] = [];
  private readonly open: OpenPair[] = [];
  private readonly settled: readonly [Set<number>, Set<number>] = [new Set(), new Set()];

  constructor(...sides: Sides) {
    this.sides = sides;
  }

  byCode(): void {
    const [before, after] = ([0, 1] as const).map((side) => this.index(side, ({ codes }) => codes));
    for (const [code, here] of before ?? []) {
      const there = after?.get(code) ?? [];
      this.settle(here, there, 'code');
    }
  }

  byBrokenCode(): void {
    const found = new Map<string, { before: Set<number>; after: Set<number> }>();
    for (const side of [0, 1] as const) {
      const near = new NearCodes();
      for (const [code, firms] of this.index(side, ({ codes }) => codes))
        for (const firm of firms) near.add(code, firm);
      const other = side === 0 ? 1 : 0;
      for (const [code, firms] of this.index(other, ({ broken }) => broken)) {
        const [here, there] = [new Set(firms), near.of(code)];
        found.set(
          `${String(side)}${code}`,
          side === 0 ? { before: new Set(there), after: here } : { before: here, after: new Set(there) },
        );
      }
    }
    // The same broken code in both years is the same mistake carried on.
    const [before, after] = ([0, 1] as const).map((side) => this.index(side, ({ broken }) => broken));
    for (const [code, firms] of before ?? []) {
      const there = after?.get(code);
      if (there) found.set(`=${code}`, { before: new Set(firms), after: new Set(there) });
    }
    for (const { before: here, after: there } of found.values()) this.settle([...here], [...there], 'brokenCode');
  }

  byName(): void {
    const [before, after] = ([0, 1] as const).map((side) => this.index(side, ({ names }) => names));
    for (const [name, here] of before ?? []) this.settle(here, after?.get(name) ?? [], 'name');
  }

  /** Land that several enterprises had and one has now, or the other way round. */
  byLand(): void {
    for (const side of [0, 1] as const) {
      const other = side === 0 ? 1 : 0;
      const owners = new Map<string, number>();
      this.sides[other].forEach(({ parcels }, firm) => {
        for (const parcel of parcels) owners.set(parcel, firm);
      });
      this.sides[side].forEach(({ parcels }, firm) => {
        const at = new Set(parcels.map((parcel) => owners.get(parcel)));
        const [one] = at;
        if (this.settled[side].has(firm) || one === undefined || at.size !== 1) return;
        this.onLandOf(side, firm, one);
      });
    }
  }

  result(): FirmPairing {
    const rest = (side: Side) => this.sides[side].flatMap((_, firm) => (this.settled[side].has(firm) ? [] : [firm]));
    const { pairs, regrouped, open } = this;
    return { pairs, regrouped, open, gone: rest(0), added: rest(1) };
  }

  private onLandOf(side: Side, firm: number, one: number): void {
    const other = side === 0 ? 1 : 0;
    const partner = this.pairs.findIndex(({ before, after }) => (side === 0 ? after : before) === one);
    const [mine, theirs] = [this.sides[side][firm], this.sides[other][one]];
    if (partner >= 0) {
      const [pair] = this.pairs.splice(partner, 1);
      if (pair) this.regroup(side, firm, pair);
    } else if (!this.settled[other].has(one) && !(mine?.codes.length && theirs?.codes.length)) {
      const [here, there] = side === 0 ? [firm, one] : [one, firm];
      this.leaveOpen('sameLand', [here], [there]);
    }
  }

  /** An enterprise whose land another has now, beside that other in both years: together they are compared, or not at all. */
  private regroup(side: Side, firm: number, { before, after }: FirmPair): void {
    this.settled[side].add(firm);
    this.regrouped.push(
      side === 0 ? { before: [before, firm], after: [after] } : { before: [before], after: [after, firm] },
    );
  }

  /** The enterprises that are not settled yet by what they are known by. */
  private index(side: Side, textsOf: (firm: Firm) => readonly string[]): Map<string, number[]> {
    const found = new Map<string, number[]>();
    this.sides[side].forEach((firm, at) => {
      if (this.settled[side].has(at)) return;
      for (const text of textsOf(firm)) {
        const known = found.get(text);
        if (known) known.push(at);
        else found.set(text, [at]);
      }
    });
    return found;
  }

  /** Takes enterprises that share something for one, where nothing speaks against it. */
  private settle(here: readonly number[], there: readonly number[], by: PairedBy): void {
    const [before, after] = [
      here.filter((at) => !this.settled[0].has(at)),
      there.filter((at) => !this.settled[1].has(at)),
    ];
    const [first, second] = [before[0], after[0]];
    if (first === undefined || second === undefined) return;
    if (before.length > 1 || after.length > 1) this.leaveOpen('several', before, after);
    else if (by === 'name' && this.haveOtherCodes(first, second)) this.leaveOpen('otherCode', before, after);
    else if (by === 'brokenCode' && this.isNamedElsewhere(first, second))
      this.leaveOpen('contradiction', before, after);
    else this.pair(first, second, by);
  }

  private pair(before: number, after: number, by: PairedBy): void {
    const [was, is] = [this.sides[0][before]?.names ?? [], this.sides[1][after]?.names ?? []];
    const renamed = was.length > 0 && is.length > 0 && !was.some((name) => is.includes(name));
    this.pairs.push({ before, after, by, renamed });
    this.settled[0].add(before);
    this.settled[1].add(after);
  }

  private leaveOpen(reason: OpenReason, before: readonly number[], after: readonly number[]): void {
    this.open.push({ reason, before, after });
    for (const at of before) this.settled[0].add(at);
    for (const at of after) this.settled[1].add(at);
  }

  private haveOtherCodes(before: number, after: number): boolean {
    const [was, is] = [this.sides[0][before]?.codes ?? [], this.sides[1][after]?.codes ?? []];
    return was.length > 0 && is.length > 0;
  }

  /** Whether the name of one of two stands on another enterprise of the other year: the code or the name is a slip. */
  private isNamedElsewhere(before: number, after: number): boolean {
    const names = (side: Side, at: number) => this.sides[side][at]?.names ?? [];
    const [was, is] = [names(0, before), names(1, after)];
    if (was.some((name) => is.includes(name))) return false;
    return this.isKnown(1, was) || this.isKnown(0, is);
  }

  private isKnown(side: Side, texts: readonly string[]): boolean {
    this.named[side] ??= new Set(this.sides[side].flatMap(({ names }) => names));
    return texts.some((text) => this.named[side]?.has(text));
  }

  private readonly named: [ReadonlySet<string> | undefined, ReadonlySet<string> | undefined] = [undefined, undefined];
}
