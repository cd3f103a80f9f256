import fc from 'fast-check';
import { seedOf } from './seeds';

// Before every file of the node project: properties draw from this seed, unless one says otherwise.
fc.configureGlobal({ seed: seedOf(20_260_101) });
