import { ReaderMissing } from '../rule/read/parser';
import type * as Parts from './readingParts';

let here: typeof Parts | undefined;

/** Fetches what reads policies that do not ship and rules that people type; from then on both are read at once. */
export async function fetchReading(): Promise<void> {
  here ??= await import(/* webpackChunkName: "reading" */ './readingParts');
}

/** What reads policies that do not ship. Throws ReaderMissing where it has not been fetched yet. */
export function reading(): typeof Parts {
  if (!here) throw new ReaderMissing('the reader of policies has not been fetched');
  return here;
}
