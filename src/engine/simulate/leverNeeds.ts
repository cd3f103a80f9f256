import type { Levers } from './levers';
import type { ParcelColumns } from './scenario';

/** The name of a lever. */
export type LeverName = keyof Levers;

/** A column that a lever cannot do without; where a list is given, any of it will do. */
export interface LeverNeed {
  readonly lever: LeverName;
  readonly columns: readonly (keyof ParcelColumns)[];
}

/** Whether a column says something of at least one parcel. */
export function isGiven(parcels: ParcelColumns, column: keyof ParcelColumns): boolean {
  const cells = parcels[column];
  if (!cells) return false;
  const isCode = !(cells instanceof Float64Array);
  return cells.some((cell: number) => (isCode ? cell !== 0 : !Number.isNaN(cell)));
}

/** What the chosen levers need of the ledger. */
function needsOf(levers: Levers): LeverNeed[] {
  const { plotRatio, disposal, prices, taxSharing } = levers;
  const need = (lever: LeverName, ...columns: (keyof ParcelColumns)[]): LeverNeed => ({ lever, columns });
  return [
    ...(plotRatio ? [need('plotRatio', 'plotRatio', 'floorArea')] : []),
    ...(plotRatio?.parkBalance ? [need('plotRatio', 'park')] : []),
    ...((plotRatio?.parkBalance?.greenRatio ?? 0) > 0 ? [need('plotRatio', 'greenRatio')] : []),
    ...((plotRatio?.mixedShare ?? 0) > 0 ? [need('plotRatio', 'industrialFloorArea')] : []),
    ...(disposal ? [need('disposal', 'inefficient')] : []),
    ...(prices ? [need('prices', 'grade')] : []),
    ...(prices?.electricity ? [need('prices', 'electricity')] : []),
    ...(prices?.water ? [need('prices', 'water')] : []),
    ...(taxSharing ? [need('taxSharing', 'township')] : []),
  ];
}

/** The needs of the chosen levers that the ledger does not meet: the lever is to be disabled, and the column named. */
export function unmetNeeds(levers: Levers, parcels: ParcelColumns): readonly LeverNeed[] {
  return needsOf(levers).filter(({ columns }) => !columns.some((column) => isGiven(parcels, column)));
}
