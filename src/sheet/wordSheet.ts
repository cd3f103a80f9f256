import type { Area } from './area';
import { freeName } from './freeName';
import type { NewSheet } from './sheet';

/** Excel's limit for a list that stands in the rule itself. */
const LIST_LENGTH = 255;
const NAME = '选项';

/** Whether a list can stand in the rule itself: short, and no word with the comma that parts them or with quotes. */
export function fitsInline(list: readonly string[]): boolean {
  return list.join(',').length <= LIST_LENGTH && !list.some((word) => /[",]/.test(word));
}

/** Where the words of long lists stand: the sheet they are on, if any has to be made, and the cells of each list. */
export interface LongLists {
  readonly wordSheet: NewSheet | undefined;
  /** Undefined for a list that stands in the rule itself. */
  readonly placeOf: (list: readonly string[]) => Area | undefined;
}

/**
 * Lists too long for a rule of their own stand on one more sheet, a column each, hidden and last; a list met twice stands
 * there once.
 */
export function longLists(sheets: readonly NewSheet[]): LongLists {
  const long = sheets
    .flatMap(({ choices = [] }) => choices.map(({ list }) => list))
    .filter((list) => !fitsInline(list));
  const byKey = new Map(long.map((list) => [JSON.stringify(list), list]));
  const keys = [...byKey.keys()];
  const placeOf = (list: readonly string[]): Area | undefined => {
    const column = keys.indexOf(JSON.stringify(list));
    return column < 0 ? undefined : { row: 0, column, rows: list.length, columns: 1 };
  };
  return { wordSheet: keys.length === 0 ? undefined : wordSheet(sheets, [...byKey.values()]), placeOf };
}

function wordSheet(sheets: readonly NewSheet[], lists: readonly (readonly string[])[]): NewSheet {
  const name = freeName(
    NAME,
    (name) => sheets.some((sheet) => sheet.name === name),
    (number) => `${NAME}${String(number)}`,
  );
  const blocks = lists.map((list, column) => ({ row: 0, column, values: list.map((word) => [word]) }));
  return { name, blocks, freezeRows: 0, hidden: true };
}
