import { plainTitle } from './sharedLedger';

/** Words of the copies that reading them back depends on. */
export const ROW_CODE_TITLE = '行码（勿改）';
export const STAMP_TITLE = '副本编号';
export const TIER_TITLE = '档位（研判）';
export const PATH_TITLE = '路径（研判）';
export const CLAUSE_TITLE = '依据条款';

const RESULTS = [TIER_TITLE, PATH_TITLE, CLAUSE_TITLE].map(plainTitle);

/** Whether a column of a copy holds our results: it is computed, not filled in. */
export function isResultTitle(title: string): boolean {
  return RESULTS.includes(plainTitle(title));
}
