import { definedOnly } from '../../../engine/column/index';
import type { DisposalQuestion, StockRow } from '../../../engine/allocate/index';
import { rulingKey, type ParcelSettings, type Ruling } from '../../state/targetState';

/** Names as codes from 1 in order of their first place; a blank is 0. */
export function codesOf(words: readonly string[]): { readonly names: readonly string[]; readonly codes: Uint16Array } {
  const names = [...new Set(words.filter((word) => word !== ''))];
  const place = new Map(names.map((name, index) => [name, index + 1]));
  return { names, codes: Uint16Array.from(words, (word) => place.get(word) ?? 0) };
}

interface LimitInput {
  readonly parcels: ParcelSettings;
  readonly clusters: Uint16Array;
}

/** What a person has set for parcels one by one, for units and clusters, and for the year's money and cases. */
export function parcelLimits(rows: readonly StockRow[], { parcels, clusters }: LimitInput): Partial<DisposalQuestion> {
  const { fund, cases, perCluster, othersFrom, pilots, ruled } = parcels;
  const unit = codesOf(parcels.wholeUnits ? rows.map((row) => row.unit) : []);
  return {
    ...definedOnly({ fund, cases }),
    ...(perCluster === undefined ? {} : { clusters: { codes: clusters, least: perCluster } }),
    ...(unit.names.length > 0 ? { unit: Uint32Array.from(unit.codes) } : {}),
    ...(othersFrom > 0
      ? { earliest: Uint8Array.from(rows, ({ township }) => (pilots.includes(township) ? 0 : othersFrom)) }
      : {}),
    ...(Object.keys(ruled).length > 0
      ? { ruling: Uint8Array.from(rows, (row) => rulingOf(ruled[rulingKey(row)])) }
      : {}),
  };
}

/** A ruling as the engine has it. */
export function rulingOf(ruling: Ruling | undefined): number {
  return ruling === undefined ? 0 : ruling === 'must' ? 1 : 2;
}
