import type { ChoiceModel } from '../model';
import { fitsInline } from '../write/guardParts';
import type { DescribedSheet } from './describedSheet';
import { fixedArea, quoteSheet } from '../../sheet/address';

const NAME = '选项';

/** Sheets whose choices say where their words are. */
export interface WordedSheets {
  readonly sheets: readonly DescribedSheet[];
  readonly choices: readonly (readonly ChoiceModel[])[];
}

/**
 * Lists too long for a rule of their own stand on one more sheet, a column each, hidden and last; a list met twice stands
 * there once.
 */
export function withWordSheet(sheets: readonly DescribedSheet[]): WordedSheets {
  const name = freeName(sheets);
  const columns = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const placed = (list: readonly string[]): string => {
    const key = JSON.stringify(list);
    const column = columns.get(key) ?? lists.push(list) - 1;
    columns.set(key, column);
    return `${quoteSheet(name)}!${fixedArea({ row: 0, column, rows: list.length, columns: 1 })}`;
  };
  const choices = sheets.map((sheet) =>
    (sheet.choices ?? []).map(({ area, list }): ChoiceModel =>
      fitsInline(list) ? { area, list } : { area, source: placed(list) },
    ),
  );
  return lists.length === 0 ? { sheets, choices } : { sheets: [...sheets, wordSheet(name, lists)], choices };
}

function wordSheet(name: string, lists: readonly (readonly string[])[]): DescribedSheet {
  const blocks = lists.map((list, column) => ({ row: 0, column, values: list.map((word) => [word]) }));
  return { name, blocks, freezeRows: 0, hidden: true };
}

function freeName(sheets: readonly DescribedSheet[]): string {
  const taken = new Set(sheets.map(({ name }) => name));
  let name = NAME;
  for (let number = 2; taken.has(name); number++) name = `${NAME}${String(number)}`;
  return name;
}
