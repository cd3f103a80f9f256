import type { Entry } from '../entry';
import { ABOUT } from './about';
import { ASSUMPTION_WORDS } from './assumptions';
import { BRIEF } from './brief';
import { LISTS } from './lists';
import { PARCELS } from './parcels';
import { PAST_YEARS } from './pastYears';
import { PLAIN_COPY } from './plainCopy';
import { POLICY } from './policy';
import { SCENARIO } from './scenario';
import { SHARE } from './share';
import { SIMULATION } from './simulation';
import { TARGETS } from './targets';
import { YEARS } from './years';

/** What only the screens behind 台账 and 判定 and their commands say: it comes with them, not in the first script. */
export const LATER = {
  ...ABOUT,
  ...ASSUMPTION_WORDS,
  ...BRIEF,
  ...LISTS,
  ...PARCELS,
  ...PAST_YEARS,
  ...PLAIN_COPY,
  ...POLICY,
  ...SCENARIO,
  ...SHARE,
  ...SIMULATION,
  ...TARGETS,
  ...YEARS,
} as const satisfies Record<string, Entry>;

export type LaterWords = typeof LATER;
