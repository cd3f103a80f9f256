import { definedOnly } from '../../engine/column/index';
import type { NewSheet, SheetBlock, SheetChoice } from '../../sheet/sheet';
import { fitPrint } from '../../sheet/fitPrint';
import { type LongLists, longLists } from '../../sheet/wordSheet';
import type { CellBlock, CellChoice, SheetPlan, WritePlan } from '../../workbook/port';

/**
 * The plan for sheets to be written: a new sheet each, written and taken back together, the first one shown; words of long lists
 * stand on one more.
 */
export function planSheets(title: string, sheets: readonly NewSheet[]): WritePlan {
  const { wordSheet, placeOf } = longLists(sheets);
  const all = wordSheet ? [...sheets, wordSheet] : sheets;
  const [first, ...more] = all.map((sheet) => planSheet(sheet, placeOf, sheets.length));
  if (first === undefined) throw new Error('a plan has a sheet');
  return { title, ...first, ...definedOnly({ more: more.length > 0 ? more : undefined }), activate: true };
}

/** `wordSheet`: the place in the plan of the sheet that holds the words of long lists. */
function planSheet(sheet: NewSheet, placeOf: LongLists['placeOf'], wordSheet: number): SheetPlan {
  const { name, blocks, choices, ...features } = fitPrint(sheet);
  const cellChoice = ({ area, list }: SheetChoice): CellChoice => {
    const place = placeOf(list);
    return place ? { area, words: { sheet: wordSheet, area: place } } : { area, list };
  };
  return {
    ...features,
    sheet: { newName: name },
    blocks: blocks.map(cellBlock),
    ...definedOnly({ choices: choices?.map(cellChoice) }),
  };
}

function cellBlock({ row, column, values, formulas, filled, format }: SheetBlock): CellBlock {
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
  return { area, values, ...definedOnly({ formulas, filled, format }) };
}
