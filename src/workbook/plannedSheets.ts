import type { SheetPlan, SheetReceipt, WritePlan, WriteReceipt } from './port';

/** The sheets of a write, the first one first. */
export function plannedSheets(plan: WritePlan): readonly SheetPlan[] {
  return [plan, ...(plan.more ?? [])];
}

/** The receipts of a write's sheets, the first one first. */
export function sheetReceipts(receipt: WriteReceipt): readonly SheetReceipt[] {
  return [receipt, ...(receipt.more ?? [])];
}

/** The receipt of a write of these sheets. */
export function writeReceipt(title: string, [first, ...more]: readonly SheetReceipt[]): WriteReceipt {
  if (first === undefined) throw new Error('a write has a sheet');
  return { title, ...first, ...(more.length === 0 ? {} : { more }) };
}
