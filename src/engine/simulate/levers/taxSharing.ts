import { isShare, type Lever } from './lever';

/** A share of the tax of new projects goes to another township. */
export interface TaxSharingLever {
  readonly share: number;
  /** Code of the township that receives. */
  readonly to: number;
}

/** 新项目税收分成. */
export const TAX_SHARING: Lever<TaxSharingLever, 'taxSharing'> = {
  start: { share: 0, to: 1 },
  needs: () => [['township']],
  check: ({ share, to }) => [[isShare(share) && to > 0, 'taxSharing']],
};

/** What a township hands over of the tax of its new projects; the one that receives keeps its own. */
export function handedOver({ share, to }: TaxSharingLever, township: number, tax: number): number {
  return township === to ? 0 : share * tax;
}
