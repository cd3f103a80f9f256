import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { CellChange, CellModel, PackageModel, SheetChange } from '../../../src/package/model';

export const LEDGERS = ['嵊越市亩均效益评价台账', '太浦市产业载体底数清单', '许越市低效用地处置台账'] as const;

export function ledger(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/${name}.xlsx`, import.meta.url));
}

/** A zip's parts as another reader inflates them. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, path: string): string {
  const part = partsOf(bytes)[path];
  if (!part) throw new Error(`no part ${path}`);
  return strFromU8(part);
}

/** Paths of the parts that differ between two packages, added and removed ones included. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const paths = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...paths].filter((path) => !Buffer.from(old[path] ?? []).equals(Buffer.from(now[path] ?? []))).sort();
}

export function cellAt(
  model: PackageModel,
  sheet: number,
  [row, column]: readonly [number, number],
): CellModel | undefined {
  return model.sheets[sheet]?.cells.get(row)?.get(column);
}

/** Cell changes from a list of [row, column, change]. */
export function cells(list: readonly (readonly [number, number, CellChange])[]): NonNullable<SheetChange['cells']> {
  const rows = new Map<number, Map<number, CellChange>>();
  for (const [row, column, change] of list) {
    rows.set(row, (rows.get(row) ?? new Map<number, CellChange>()).set(column, change));
  }
  return rows;
}

export const text = (value: string): CellChange => ({ value, type: 'string' });
export const number = (value: number): CellChange => ({ value, type: 'number' });
