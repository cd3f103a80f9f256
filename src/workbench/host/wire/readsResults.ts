import { ACTION, type WireRequest } from './messages';

/** Properties that formulas decide about, and calls whose answer depends on where values are. */
const RESULTS = /(^|\/)(values|text|formulas|valueTypes|hasSpill|calculationState|\*)$/i;
const RESULT_CALLS = /UsedRange|Spill/;

/** Whether a request looks at anything a calculation may change; others need not wait for one. */
export function readsResults({ Actions, ObjectPaths }: WireRequest): boolean {
  if (Object.values(ObjectPaths).some(({ Name }) => RESULT_CALLS.test(Name))) return true;
  return Actions.some(({ ActionType, QueryInfo }) => {
    if (ActionType !== ACTION.query && ActionType !== ACTION.queryAsJson) return false;
    const select = QueryInfo?.Select ?? [];
    return select.length === 0 || select.some((name) => RESULTS.test(name));
  });
}
