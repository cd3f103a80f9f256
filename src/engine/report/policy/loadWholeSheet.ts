import type { PolicyPack } from '../../policy/pack';
import type { NamedSheet, PolicySheetWords } from './policySheets';

/** The sheet 政策全文; fetched when it is written. */
export async function loadWholeSheet(pack: PolicyPack, words: PolicySheetWords): Promise<NamedSheet> {
  const { wholeSheet } = await import(/* webpackChunkName: "reading" */ './wholeSheet');
  return wholeSheet(pack, words);
}
