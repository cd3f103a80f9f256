import { definedOnly } from '../../engine/column/index';
import type { SheetBlock, SheetChoice, SheetModel } from '../../engine/report/index';
import type { CellBlock, CellChoice, SheetPlan, WritePlan } from '../../workbook/port';

/** Excel's limit for a list that stands in the rule itself. */
const LIST_LENGTH = 255;
const WORDS = '选项';

/**
 * The plan for sheet models: a new sheet each, written and taken back together, the first one shown. Lists too long for
 * Excel's own rule stand on one more sheet, hidden, a column each.
 */
export function planSheets(title: string, models: readonly SheetModel[]): WritePlan {
  const words = longLists(models);
  const sheets = models.map((model) => planSheet(model, { words, wordSheet: models.length }));
  const [first, ...more] = words.length === 0 ? sheets : [...sheets, wordSheet(words)];
  if (first === undefined) throw new Error('a plan has a sheet');
  return { title, ...first, ...(more.length === 0 ? {} : { more }), activate: true };
}

interface Words {
  readonly words: readonly (readonly string[])[];
  /** The place in the plan of the sheet they stand on. */
  readonly wordSheet: number;
}

function planSheet(model: SheetModel, words: Words): SheetPlan {
  const { merges, choices, charts, print, protect, hidden } = model;
  return {
    sheet: { newName: model.name },
    blocks: model.blocks.map(cellBlock),
    freezeRows: model.freezeRows,
    ...definedOnly({ merges }),
    ...(choices ? { choices: choices.map((choice) => cellChoice(choice, words)) } : {}),
    ...definedOnly({ charts, print, protect, hidden }),
  };
}

function cellBlock({ row, column, values, formulas, format }: SheetBlock): CellBlock {
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
  return { area, values, ...definedOnly({ formulas, format }) };
}

function cellChoice({ area, list }: SheetChoice, { words, wordSheet }: Words): CellChoice {
  if (isShort(list)) return { area, list };
  const column = words.findIndex((other) => isSame(other, list));
  return { area, words: { sheet: wordSheet, area: { row: 0, column, rows: list.length, columns: 1 } } };
}

/** Commas part the words of a rule, and some readers lose its quotation marks. */
function isShort(list: readonly string[]): boolean {
  return list.join(',').length <= LIST_LENGTH && !list.some((word) => /[",]/.test(word));
}

function longLists(models: readonly SheetModel[]): readonly (readonly string[])[] {
  const lists = models.flatMap(({ choices = [] }) => choices.map(({ list }) => list)).filter((list) => !isShort(list));
  return lists.filter((list, index) => lists.findIndex((other) => isSame(other, list)) === index);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function wordSheet(words: readonly (readonly string[])[]): SheetPlan {
  const blocks = words.map((list, column) => ({
    area: { row: 0, column, rows: list.length, columns: 1 },
    values: list.map((word) => [word]),
  }));
  return { sheet: { newName: WORDS }, blocks, hidden: true };
}
