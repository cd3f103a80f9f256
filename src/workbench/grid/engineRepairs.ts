import {
  ArrayValueObject,
  CELL_INVERTED_INDEX_CACHE,
  DependencyManagerBaseService,
  ERROR_TYPE_SET,
  functionLookup,
  type BaseFunction,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { BUSY } from '../book/value';

const REPAIRED = new WeakSet<object>();

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

/**
 * Univer 0.25.1 compares a single cell by walking every distinct value of its column once any search has indexed that column:
 * quadratic down a column of formulas. For one cell there is nothing to gain by an index.
 */
export function repairCellCompare(): void {
  const index = CELL_INVERTED_INDEX_CACHE;
  const canUse = index.canUseCache.bind(index);
  index.canUseCache = (...args: Parameters<typeof canUse>) => {
    const [, , , first, last] = args;
    return first === last ? { rowsInCache: [], rowsNotInCache: [] } : canUse(...args);
  };
}

interface RangesOfFormula {
  readonly rangeList: readonly unknown[];
}

/** Univer 0.25.1 makes the list of a shared formula's ranges anew each time it is asked, which is once for each of them: once will do. */
export function repairRangeLists(): void {
  const { prototype } = DependencyManagerBaseService as unknown as {
    readonly prototype: { addDependencyRTreeCache: (tree: RangesOfFormula) => void };
  };
  if (REPAIRED.has(prototype)) return;
  REPAIRED.add(prototype);
  const add = prototype.addDependencyRTreeCache;
  prototype.addDependencyRTreeCache = function (tree): void {
    const isMade = Object.hasOwn(tree, 'rangeList');
    if (!isMade) Object.defineProperty(tree, 'rangeList', { value: tree.rangeList, configurable: true });
    add.call(this, tree);
    if (!isMade) Reflect.deleteProperty(tree, 'rangeList');
  };
}

const SORTING: readonly string[] = ['SORT', 'SORTBY'];

/**
 * Univer 0.25.1 sorts the very array that every other formula over the same range reads in the same run: after SORT an XLOOKUP beside
 * it answers from the sorted rows. The functions get a copy to sort.
 */
export function repairSorting(): void {
  for (const [type, name] of functionLookup as unknown as readonly (readonly [{ prototype: BaseFunction }, string])[]) {
    const { prototype } = type;
    if (!SORTING.includes(name) || REPAIRED.has(prototype)) continue;
    REPAIRED.add(prototype);
    const calculate = Reflect.get<BaseFunction, 'calculate'>(prototype, 'calculate');
    prototype.calculate = function (this: BaseFunction, ...variants: BaseValueObject[]) {
      return calculate.apply(this, variants.map(copied));
    };
  }
}

function copied(value: BaseValueObject): BaseValueObject {
  if (!(value instanceof ArrayValueObject)) return value;
  return ArrayValueObject.create({
    calculateValueList: value.getArrayValue().map((line) => [...line]),
    rowCount: value.getRowCount(),
    columnCount: value.getColumnCount(),
    unitId: value.getUnitId(),
    sheetId: value.getSheetId(),
    row: value.getCurrentRow(),
    column: value.getCurrentColumn(),
  });
}
