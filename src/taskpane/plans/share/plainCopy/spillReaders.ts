import { areaName, parseArea } from '../../../../package/cellReference';
import type { AreaModel, CellModel, PackageModel } from '../../../../package/model';
import type { AddinFormula } from './addinFormulas';

/** A formula that reads what one of ours had spilled (AB5#): there is no spill any more, so it reads the cells themselves. */
export interface SpillReader {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: CellModel;
  /** Both with "=". */
  readonly before: string;
  readonly after: string;
}

const TEXT_OR_SPILL = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})#/gu;

/** Every such formula of the workbook that is none of ours. */
export function spillReaders({ sheets }: PackageModel, found: readonly AddinFormula[]): SpillReader[] {
  const spills = found.filter(({ area }) => area.rows * area.columns > 1);
  const own = new Set(found.map(({ sheetId, area }) => `${sheetId} ${String(area.row)} ${String(area.column)}`));
  return sheets.flatMap(({ id, name, cells }) =>
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, cell]): SpillReader[] => {
        const { formula } = cell;
        if (formula?.includes('#') !== true || own.has(`${id} ${String(row)} ${String(column)}`)) return [];
        const after = withoutSpills(formula, name, spills);
        if (after === formula) return [];
        return [{ sheetId: id, sheet: name, row, column, cell, before: `=${formula}`, after: `=${after}` }];
      }),
    ),
  );
}

function withoutSpills(formula: string, sheet: string, spills: readonly AddinFormula[]): string {
  return formula.replace(TEXT_OR_SPILL, (text, prefix: string | undefined, corner: string | undefined) => {
    const at = corner === undefined ? undefined : parseArea(corner);
    const named = prefix === undefined ? sheet : prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    const spill = at && spills.find((one) => one.sheet === named && isCorner(one.area, at));
    return spill ? `${prefix ?? ''}${fixed(spill.area)}` : text;
  });
}

function isCorner(area: AreaModel, { row, column }: AreaModel): boolean {
  return area.row === row && area.column === column;
}

function fixed(area: AreaModel): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
