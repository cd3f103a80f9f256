import type { DraftColumn } from '../draft';
import { rounded, type Enterprise } from '../enterprises';

/** A number in [0, 1) that an enterprise always has for the same salt. */
export function vary({ code }: Enterprise, salt: string): number {
  const mixed = [...code, ...salt].reduce(
    (hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0,
    0x811c9dc5,
  );
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) / 4_294_967_296;
}

/** A column of amounts that are a varying part of the tax, or of the land. */
export function partColumn(
  kind: 'land' | 'tax',
  header: readonly string[],
  part: (enterprise: Enterprise) => number,
  given: Partial<DraftColumn> = {},
): DraftColumn {
  const unit = given.unit === '' ? {} : { unit: kind === 'tax' ? '万元' : '亩' };
  const cell = (one: Enterprise) => rounded((kind === 'tax' ? one.tax : one.land) * part(one));
  return { key: header.join('|'), kind, header, cell, sums: true, ...unit, ...without(given) };
}

function without({ unit, ...rest }: Partial<DraftColumn>): Partial<DraftColumn> {
  return unit === '' || unit === undefined ? rest : { unit, ...rest };
}

/** A column of words. */
export function wordColumn(
  header: string,
  cell: (enterprise: Enterprise, index: number) => string | number,
): DraftColumn {
  return { key: header, header: [header], cell };
}

/** Shares of a whole for several parts, different for every enterprise, that add up exactly in hundredths. */
export function sharesOf(whole: number, parts: number, enterprise: Enterprise): number[] {
  let left = Math.round(whole * 100);
  const shares = Array.from({ length: parts - 1 }, (_, at) => {
    const share = Math.round((left * (0.25 + 0.5 * vary(enterprise, `share${at}`))) / 1);
    left -= share;
    return share / 100;
  });
  return [...shares, left / 100];
}
