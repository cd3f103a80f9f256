import type { PackFile } from './schema';

/** The line that no number reaches, for groups of which the document says a floor alone. */
export const NO_CEILING = '不设上限';
/** How rules would call it. */
export const READ_CEILING = '本组上限';

type Bands = NonNullable<NonNullable<PackFile['tiers']>['bands']>;

/** A file whose groups all have two lines: one that the document leaves out is a line that no number reaches. */
export function withCeilings(file: PackFile): PackFile {
  const { tiers, values, published } = file;
  if (!tiers?.bands || !lacksCeiling(tiers.bands)) return file;
  const { groups, ceiling = READ_CEILING, ...rest } = tiers.bands;
  const lines = Object.entries(groups).map(
    ([name, group]) => [name, { ...group, ceiling: group.ceiling ?? NO_CEILING }] as const,
  );
  const line = {
    unit: '万元/亩',
    dated: [{ value: Infinity, from: published, assumption: '原文只有下限，没有上限' }],
  };
  return {
    ...file,
    tiers: { ...tiers, bands: { ...rest, ceiling, groups: Object.fromEntries(lines) } },
    values: { [NO_CEILING]: line, ...values },
  };
}

function lacksCeiling({ groups }: Bands): boolean {
  return Object.values(groups).some(({ ceiling }) => ceiling === undefined);
}
