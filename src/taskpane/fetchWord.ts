import { part } from './part';

/** Fetches what writes Word documents. Rejects with PartMissing. */
export function fetchWord() {
  return part(() => import(/* webpackChunkName: "word" */ '../word/wordFile'));
}
