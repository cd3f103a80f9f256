import type { CellModel, PackageModel } from '../../../../package/model';
import type { AddinFormula } from './addinFormulas';
import { fixedArea, parseArea } from '../../../../sheet/address';
import type { Area } from '../../../../sheet/area';
import { sheetBefore } from '../../../../formula/references';
import { tokenize } from '../../../../formula/tokens';

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
  const tokens = tokenize(formula);
  const texts = tokens.map(({ kind, text }, at) => {
    const corner = kind === 'cell' && tokens[at + 1]?.text === '#' ? parseArea(text) : undefined;
    const named = sheetBefore(tokens, at) ?? sheet;
    const spill = corner && spills.find((one) => one.sheet === named && isCorner(one.area, corner));
    return spill ? fixedArea(spill.area) : text;
  });
  return texts.filter((text, at) => text !== '#' || texts[at - 1] === tokens[at - 1]?.text).join('');
}

function isCorner(area: Area, { row, column }: Area): boolean {
  return area.row === row && area.column === column;
}
