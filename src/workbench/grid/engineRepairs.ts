import { CELL_INVERTED_INDEX_CACHE, ERROR_TYPE_SET } from '@univerjs/engine-formula';
import { BUSY } from '../book/value';

/** Excel's #BUSY! is unknown to Univer 0.25.1; its exported set of error values decides what propagates as an error. */
export function teachBusyError(): void {
  (ERROR_TYPE_SET as Set<string>).add(BUSY);
}

/**
 * Univer 0.25.1 looks for a row's old value among all distinct values of its column on every result written, which is
 * quadratic. A row that no search has indexed yet needs no entry: it is read when its column is first searched.
 */
export function repairValueIndex(): void {
  const index = CELL_INVERTED_INDEX_CACHE;
  const set = index.set.bind(index);
  index.set = (...args: Parameters<typeof set>): void => {
    const [unit, sheet, column, , row, isForceUpdate] = args;
    if (isForceUpdate === true && index.shouldContinueBuildingCache(unit, sheet, column, row)) return;
    set(...args);
  };
}
