import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CellModel, PackageModel, SheetModel } from '../../../src/package/model';
import { openPackage } from '../../../src/package/openPackage';
import { workbookData } from '../../../src/workbench/file/workbookData';

const cell = (value: CellModel['value'], more: Partial<CellModel> = {}): CellModel => ({
  value,
  type: value === null ? 'blank' : (typeof value as 'string' | 'number' | 'boolean'),
  style: 0,
  ...more,
});

function modelOf(cells: SheetModel['cells'], more: Partial<SheetModel> = {}): PackageModel {
  const sheet: SheetModel = {
    id: '7',
    name: '台账',
    state: 'visible',
    rows: 3,
    columns: 3,
    cells,
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    freeze: { rows: 0, columns: 0 },
    protected: false,
    ...more,
  };
  const style = { font: {}, border: {}, alignment: {}, numberFormat: 'General' };
  return { sheets: [sheet], activeSheet: 0, names: [], tables: [], styles: [style], customXml: [] };
}

describe('a file in the grid', () => {
  it('has its cells by type', () => {
    const row = new Map([
      [0, cell('企业')],
      [1, cell(2.5)],
      [2, cell(true)],
      [3, cell('#N/A', { type: 'error', formula: 'A9' })],
    ]);
    const data = workbookData(modelOf(new Map([[0, row]])), '台账').sheets?.['7']?.cellData?.[0];
    expect(data).toEqual({
      0: { v: '企业', t: 1 },
      1: { v: 2.5, t: 2 },
      2: { v: 1, t: 3 },
      3: { f: '=A9', v: '#N/A', t: 1 },
    });
  });

  it('leaves the cells of a spill free, so that it can spill again', () => {
    const cells = new Map([
      [0, new Map([[0, cell('a', { formula: 'F(B1:B2)', arrayRange: 'A1:A2' })]])],
      [1, new Map([[0, cell('b')]])],
    ]);
    const data = workbookData(modelOf(cells), '台账').sheets?.['7']?.cellData;
    expect(data?.[0]?.[0]).toEqual({ f: '=F(B1:B2)' });
    expect(data?.[1]?.[0]).toEqual({});
  });

  it('keeps hidden sheets hidden, and leaves chart sheets out', () => {
    const hidden = modelOf(new Map(), { state: 'veryHidden' });
    expect(workbookData(hidden, 'x').sheets?.['7']?.hidden).toBe(1);
    expect(workbookData(modelOf(new Map(), { cellless: true }), 'x').sheetOrder).toEqual([]);
  });

  it('shows a real ledger: merges, frozen panes, widths, heights of wrapped headings', () => {
    const bytes = readFileSync(new URL('../../fixtures/嵊越市亩均效益评价台账.xlsx', import.meta.url));
    const { model } = openPackage(bytes);
    const sheet = workbookData(model, '台账').sheets?.[model.sheets[0]?.id ?? ''];
    expect(sheet?.mergeData?.length).toBe(model.sheets[0]?.merges.length);
    expect(sheet?.freeze).toMatchObject({ xSplit: 2, ySplit: 4 });
    expect(sheet?.rowData?.[0]?.h).toBe(48);
    expect(sheet?.rowData?.[3]?.ah).toBeGreaterThan(30);
  });
});
