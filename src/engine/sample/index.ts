/** The door of this wing: a made-up ledger. */
export { sampleLedger, type SampleLedger } from './sampleLedger';
