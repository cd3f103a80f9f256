import type { CellValue, WorkbookPort } from '../../src/workbook/port';
import type { Area } from '../../src/sheet/area';

/** A sheet that a contract case starts from: `cells` from A1, a string beginning with "=" being a formula. */
export interface BenchSheet {
  readonly name: string;
  readonly cells?: readonly (readonly CellValue[])[];
  readonly protected?: boolean;
  readonly visible?: boolean;
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly Area[];
  readonly tables?: readonly { readonly name: string; readonly area: Area }[];
  readonly numberFormats?: readonly { readonly area: Area; readonly numberFormat: string }[];
}

/** What a write may set of a sheet, and of one of its cells. */
export interface SetUp {
  readonly merged: boolean;
  readonly font: string;
  readonly size: number;
  readonly vertical: string;
  readonly bordered: boolean;
  readonly rowHeight: number;
  readonly locked: boolean;
  /** The list or the formula that the cell's words come from; '' where there is none. */
  readonly words: string;
  readonly charts: number;
  readonly landscape: boolean;
}

export type Place = readonly [row: number, column: number];

/** A port under test, the workbook behind it, and a person at the keyboard. */
export interface PortBench {
  readonly port: WorkbookPort;
  /** Adds a sheet and gives its id. */
  readonly addSheet: (sheet: BenchSheet) => Promise<string>;
  readonly deleteSheet: (sheetId: string) => Promise<void>;
  /** What cells hold: formulas as their text. */
  readonly held: (sheetId: string, area: Area) => Promise<readonly (readonly CellValue[])[]>;
  readonly look: (sheetId: string, place: Place) => Promise<{ readonly fill: string; readonly width: number }>;
  /** What a sheet is besides its cells. */
  readonly setUp: (sheetId: string, cell: Place) => Promise<SetUp>;
  readonly frozenRows: (sheetId: string) => Promise<number>;
  /** A person, not the add-in, types into a cell. */
  readonly edit: (sheetId: string, place: Place, input: CellValue) => Promise<void>;
  /** A person, not the add-in, selects cells. */
  readonly select: (sheetId: string, area: Area) => Promise<void>;
  /** From now on the host refuses every write that holds this text. */
  readonly refuseText: (text: string, code: string) => void;
  /** Waits until `met`, or fails after some seconds: events arrive when they like. */
  readonly until: (met: () => boolean) => Promise<void>;
}

/** A sentence of the contract and the proof of it: throws when it does not hold. */
export interface ContractCase {
  readonly name: string;
  readonly run: (bench: PortBench) => Promise<void>;
}

/** One area, written shortly. */
export function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

/** Fails unless both are the same JSON, whatever the order of their keys. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [a, b] = [canonical(actual), canonical(expected)];
  if (a !== b) throw new Error(`expected ${b.slice(0, 2_000)}\n but got ${a.slice(0, 2_000)}`);
}

function canonical(value: unknown): string {
  if (value === undefined) return 'undefined';
  const sorted = (_: string, inner: unknown): unknown =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return JSON.stringify(value, sorted);
}
