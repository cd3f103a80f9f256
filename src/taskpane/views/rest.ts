import '../../text/laterWords';

/** The screens behind 台账 and 判定, and the lists: fetched as one part with what they do. */
export { ListOffers } from '../components/ledger/ListOffers';
export { AboutView as about } from './AboutView';
export { PolicyView as policy } from './PolicyView';
export { ShareView as share } from './ShareView';
export { SimulationView as simulation } from './SimulationView';
export { TargetView as targets } from './TargetView';
