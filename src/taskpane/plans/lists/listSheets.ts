import type { SheetFormulas, SheetRef } from '../../../workbook/port';

/** A sheet's cells from A1 on, as an earlier run is read: a formula as its text, else the value. */
export function fromTopLeft({ area, formulas }: SheetFormulas): SheetFormulas['formulas'] {
  const blank = Array.from({ length: area.column }, () => '');
  const above = Array.from({ length: area.row }, () => [] as string[]);
  return [...above, ...formulas.map((line) => [...blank, ...line])];
}

/** The newest sheet of a list, and the name of the next one: 底数清单, then 底数清单_v2. Older ones stay as they are. */
export function nextListVersion(
  base: string,
  sheets: readonly SheetRef[],
): { readonly name: string; readonly earlier?: SheetRef } {
  const versions = sheets.flatMap((sheet) => {
    const version = versionOf(base, sheet.name);
    return version === undefined ? [] : [{ sheet, version }];
  });
  const [newest] = versions.toSorted((a, b) => b.version - a.version);
  if (!newest) return { name: base };
  return { name: `${base}_v${String(newest.version + 1)}`, earlier: newest.sheet };
}

function versionOf(base: string, name: string): number | undefined {
  if (name === base) return 1;
  if (!name.startsWith(`${base}_v`)) return undefined;
  const digits = name.slice(base.length + 2);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

/** Sheets that departments have handed in as lists of problems. */
export function isReportedList({ name, visible }: SheetRef): boolean {
  return visible && name.includes('治理清单');
}
