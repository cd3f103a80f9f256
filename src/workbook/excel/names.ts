import { sheetRange } from '../../sheet/address';
import type { NameTarget, Selection } from '../port';
import { rangeOf } from './ranges';
import { inExcel } from './run';

/** The cells that a name of the workbook stands for, or undefined. */
export function namedCells(name: string): Promise<Selection | undefined> {
  return inExcel(async (context) => {
    if ((await formulaNow(context, name)) === undefined) return undefined;
    const range = context.workbook.names.getItem(name).getRangeOrNullObject();
    range.load('rowIndex, columnIndex, rowCount, columnCount, worksheet/id');
    await context.sync();
    if (range.isNullObject) return undefined;
    const area = {
      ...{ row: range.rowIndex, column: range.columnIndex },
      ...{ rows: range.rowCount, columns: range.columnCount },
    };
    return { sheetId: range.worksheet.id, area };
  });
}

/** Lets a name stand for cells, a formula, or nothing; gives the formula it stood for before. */
export function setName(name: string, target: NameTarget | undefined): Promise<string | undefined> {
  return inExcel(async (context) => {
    const before = await formulaNow(context, name);
    const { names } = context.workbook;
    if (target !== undefined && before === undefined) await addName(context, name, target);
    else if (target !== undefined) await changeName(context, name, target);
    else if (before !== undefined) names.getItem(name).delete();
    await context.sync();
    return before;
  });
}

async function formulaNow(context: Excel.RequestContext, name: string): Promise<string | undefined> {
  const item = context.workbook.names.getItemOrNullObject(name).load('formula');
  await context.sync();
  return item.isNullObject ? undefined : String(item.formula);
}

async function addName(context: Excel.RequestContext, name: string, target: NameTarget): Promise<void> {
  const { names, worksheets } = context.workbook;
  if ('formula' in target) names.add(name, target.formula);
  else names.add(name, rangeOf(worksheets.getItem(target.sheetId), target.area));
  await context.sync();
}

async function changeName(context: Excel.RequestContext, name: string, target: NameTarget): Promise<void> {
  const formula = await formulaOf(context, target);
  context.workbook.names.getItem(name).formula = formula;
}

async function formulaOf(context: Excel.RequestContext, target: NameTarget): Promise<string> {
  if ('formula' in target) return target.formula;
  const sheet = context.workbook.worksheets.getItem(target.sheetId).load('name');
  await context.sync();
  return `=${sheetRange(sheet.name, target.area)}`;
}
