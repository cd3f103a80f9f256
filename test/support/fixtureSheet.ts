import { readFileSync } from 'node:fs';
import type { Cell } from '../../src/engine/ledger/index';
import { openPackage } from '../../src/package/openPackage';

/** The cells of a fixture workbook's sheet as the pane reads them: '' for blanks. */
export function fixtureSheet(file: string, sheet = 0): Cell[][] {
  const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/${file}.xlsx`, import.meta.url)));
  const model = openPackage(bytes).model.sheets[sheet];
  if (!model) throw new Error(`no sheet ${sheet} in ${file}`);
  return Array.from({ length: model.rows }, (_, row) =>
    Array.from({ length: model.columns }, (_, column) => model.cells.get(row)?.get(column)?.value ?? ''),
  );
}

/** A row of a truth file (test/fixtures): `row` is the sheet's row number; 待核实 stands for any 待核实：缺 … answer. */
export interface TruthRow {
  readonly row: number;
  readonly area: number | null;
  readonly tax: number | null;
  readonly tier?: string | null;
  readonly path?: string;
}

export function truthFile(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${file}.truth.json`, import.meta.url), 'utf8'));
}

export function truthRows(file: string): TruthRow[] {
  return (truthFile(file) as { rows: TruthRow[] }).rows;
}

/** An answer as the truth files write it. */
export function asTruth(answer: string | undefined): string | undefined {
  return answer?.startsWith('待核实：') ? '待核实' : answer;
}

export const SHENGYUE = '嵊越市亩均效益评价台账';
export const TAIPU = '太浦市产业载体底数清单';
export const XUYUE = '许越市低效用地处置台账';
