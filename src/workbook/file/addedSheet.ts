import { featureChange } from '../../package/sheetsToFile';
import type { CellChoiceModel } from '../../package/model';
import { fixedArea, quoteSheet } from '../../sheet/address';
import type { CellBlock, CellChoice, SheetPlan, WritePlan } from '../port';
import type { FileBook } from './fileBook';
import { FileSheet, type SheetMakeUp } from './fileSheet';

/** A blank sheet with all that a plan sets of it but cells and widths; `names` are those of the plan's sheets. */
export function newSheet(book: FileBook, plan: SheetPlan, own: { name: string; names: readonly string[] }): FileSheet {
  const { name, names } = own;
  const { styles } = book.opened.model;
  return new FileSheet({ id: book.nextId(), name, makeUp: makeUpOf(plan, names), styles, tables: [] });
}

function makeUpOf(plan: SheetPlan, names: readonly string[]): SheetMakeUp {
  const { title: _, more: __, activate: ___, sheet: ____, blocks, choices = [], ...features } = plan as WritePlan;
  const choiceModels = choices.map((choice) => choiceOf(choice, names));
  return { ...featureChange(features), choices: choiceModels, rowHeights: heightsOf(blocks) };
}

function choiceOf(choice: CellChoice, names: readonly string[]): CellChoiceModel {
  if ('list' in choice) return { area: choice.area, list: choice.list };
  const { sheet, area } = choice.words;
  return { area: choice.area, source: `${quoteSheet(names[sheet] ?? '')}!${fixedArea(area)}` };
}

/** Heights of rows in points; the last block to say one counts. */
function heightsOf(blocks: readonly CellBlock[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { area, format } of blocks) {
    if (format?.rowHeight === undefined) continue;
    for (let row = area.row; row < area.row + area.rows; row++) heights.set(row, format.rowHeight);
  }
  return heights;
}
