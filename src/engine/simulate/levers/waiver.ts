import type { WaiverBasis } from '../waiverGate';
import { isShare, type Lever } from './lever';

/** Waives a share (0..1) of the land price on the added floor, where the gate is open. */
export interface WaiverLever {
  readonly share: number;
  readonly basis?: WaiverBasis;
}

/** 免收增容地价; `waiverGate` tells for whom. */
export const WAIVER: Lever<WaiverLever, 'waivedShare'> = {
  start: { share: 0 },
  check: ({ share }) => [[isShare(share), 'waivedShare']],
};
