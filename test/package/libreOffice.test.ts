import { beforeAll, describe, expect, it } from 'vitest';
import { createPackage } from '../../src/package/createPackage';
import type { CellModel, PackageModel } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { readByLibreOffice, rewrittenByLibreOffice } from './support/libreOffice';
import { cells, ledger, LEDGERS, number, partsOf, text } from './support/parts';

type Grid = Map<string, string[][]>;
const at = (grid: Grid, sheet: string, [row, column]: readonly [number, number]) =>
  grid.get(sheet)?.[row]?.[column] ?? '';

/** The text LibreOffice gives for a cell of ours; dates come formatted, so that they are left to the number format. */
function agrees({ value, type, formula }: CellModel, found: string): boolean {
  // A formula stored without its value: LibreOffice calculates it, we do not.
  if (value === null) return found === '' || formula !== undefined;
  if (type === 'boolean') return found === (value === true ? 'TRUE' : 'FALSE');
  if (typeof value === 'number') return Math.abs(Number(found) - value) <= 1e-9 * Math.max(1, Math.abs(value));
  return found === value;
}

function disagreements({ sheets, styles }: PackageModel, grid: Grid): string[] {
  return sheets.flatMap(({ name, cells: own }) =>
    [...own].flatMap(([row, line]) =>
      [...line].flatMap(([column, cell]) => {
        const isDay = /y/.test(styles[cell.style]?.numberFormat ?? '') && typeof cell.value === 'number';
        const found = at(grid, name, [row, column]);
        const same = isDay ? /^\d{4}-\d\d-\d\d$/.test(found) : agrees(cell, found);
        return same ? [] : [`${name} ${String(row)},${String(column)}: ${String(cell.value)} is ${found}`];
      }),
    ),
  );
}

/** What a careless writer loses, counted in the XML itself. */
function census(bytes: Uint8Array): Record<string, number> {
  const parts = partsOf(bytes);
  const all = (pattern: RegExp) => Object.keys(parts).filter((path) => pattern.test(path));
  const xml = all(/^xl\/(?:workbook\.xml|worksheets\/sheet\d+\.xml|comments.*|tables\/.*)$/).map((path) =>
    Buffer.from(parts[path] ?? []).toString(),
  );
  const count = (pattern: RegExp) => xml.reduce((sum, body) => sum + (body.match(pattern)?.length ?? 0), 0);
  return {
    merges: count(/<mergeCell /g),
    validations: count(/<dataValidation /g),
    conditionalFormats: count(/<cfRule /g),
    comments: count(/<comment /g),
    charts: all(/charts\/chart\d+\.xml$/).length,
    hiddenSheets: count(/state="(?:hidden|veryHidden)"/g),
    names: count(/<definedName /g),
    panes: count(/<pane /g),
    pageSetups: count(/<pageSetup /g),
    hiddenColumns: count(/<col [^>]*hidden="(?:1|true)"/g),
    tables: count(/<tableColumns /g),
    customXml: all(/^customXml\/item\d+\.xml$/).length,
  };
}

describe.each(LEDGERS)('%s', (name) => {
  const bytes = ledger(name);
  const opened = openPackage(bytes);
  const first = opened.model.sheets[0]?.name ?? '';
  const changed = [
    [6, 0, number(4242.5)],
    [6, 1, text('=不是公式')],
    [2000, 3, text('末行')],
  ] as const;
  const saved = savePackage(opened, { sheets: [{ id: opened.model.sheets[0]?.id ?? '', cells: cells(changed) }] });
  let before: Grid;
  let after: Grid;
  beforeAll(() => {
    before = readByLibreOffice(bytes);
    after = readByLibreOffice(saved);
  }, 240_000);

  it('is read by us as LibreOffice reads it, cell by cell', () => {
    expect([...before.keys()].sort()).toEqual(opened.model.sheets.map((sheet) => sheet.name).sort());
    expect(disagreements(opened.model, before)).toEqual([]);
  });

  it('reads in LibreOffice, once saved, as before but for what was changed', () => {
    expect(changed.map(([row, column]) => at(after, first, [row, column]))).toEqual(['4242.5', '=不是公式', '末行']);
    expect(disagreements(openPackage(saved).model, after)).toEqual([]);
    const grid = after.get(first) ?? [];
    for (const [row, column] of changed) if (grid[row]) grid[row][column] = at(before, first, [row, column]);
    const rows = before.get(first)?.length ?? 0;
    expect(grid.slice(0, rows - 1).map((line) => line.join('\t').trimEnd())).toEqual(
      before
        .get(first)
        ?.slice(0, rows - 1)
        .map((line) => line.join('\t').trimEnd()),
    );
    for (const [sheet, lines] of before) if (sheet !== first) expect(after.get(sheet)).toEqual(lines);
  });

  it('loses nothing, by our count and in what LibreOffice writes again', () => {
    expect(census(saved)).toEqual(census(bytes));
    expect(census(rewrittenByLibreOffice(saved))).toEqual(census(rewrittenByLibreOffice(bytes)));
  }, 240_000);

  it('is read as LibreOffice writes it', () => {
    const rewritten = openPackage(rewrittenByLibreOffice(bytes)).model;
    expect(rewritten.sheets.map((sheet) => sheet.name)).toEqual(opened.model.sheets.map((sheet) => sheet.name));
    expect(disagreements(rewritten, before)).toEqual([]);
    // Converting without a window, LibreOffice drops frozen panes of any file; the count of panes is in the test above.
    expect(rewritten.sheets.map(({ merges }) => merges)).toEqual(opened.model.sheets.map(({ merges }) => merges));
  }, 240_000);
});

describe('a new workbook', () => {
  const style = {
    font: { bold: true, name: '黑体' },
    fill: '#DDEBF7',
    border: {},
    alignment: {},
    numberFormat: '0.00',
  };
  const table = {
    id: 'n',
    name: '表甲',
    sheetId: 'new-2',
    area: { row: 0, column: 0, rows: 3, columns: 2 },
    columns: ['甲', '乙'],
    totals: false,
  };
  const bytes = createPackage({
    sheets: [
      {
        id: 'new-1',
        added: { name: '结果' },
        cells: cells([
          [0, 0, { ...text('合计'), style }],
          [0, 1, { value: null, type: 'blank', formula: "SUM('数据 表'!B2:B3)" }],
          [1, 1, { value: null, type: 'blank', formula: '亩均线*2' }],
        ]),
        merges: [{ row: 3, column: 0, rows: 1, columns: 2 }],
        freeze: { rows: 1, columns: 0 },
        columnWidths: new Map([[0, 20]]),
      },
      {
        id: 'new-2',
        added: { name: '数据 表' },
        cells: cells([
          [1, 0, text('a')],
          [1, 1, number(1.25)],
          [2, 0, text('b')],
          [2, 1, number(2)],
        ]),
      },
    ],
    names: { put: [{ name: '亩均线', formula: "'数据 表'!$B$3", hidden: false }], removed: [] },
    tables: { added: [table] },
  });

  it('opens and calculates in LibreOffice', () => {
    const grid = readByLibreOffice(bytes);
    expect([...grid.keys()].sort()).toEqual(['数据 表', '结果']);
    expect([at(grid, '结果', [0, 0]), at(grid, '结果', [0, 1]), at(grid, '结果', [1, 1])]).toEqual([
      '合计',
      '3.25',
      '4',
    ]);
    expect(at(grid, '数据 表', [0, 1])).toBe('乙');
  }, 120_000);

  it('keeps its names, merges, table and styles when LibreOffice writes it again', () => {
    const { model } = openPackage(rewrittenByLibreOffice(bytes));
    expect(model.names).toEqual([{ name: '亩均线', formula: "'数据 表'!$B$3", hidden: false }]);
    expect(model.sheets[0]?.merges).toEqual([{ row: 3, column: 0, rows: 1, columns: 2 }]);
    expect(model.tables.map(({ name, area, columns }) => ({ name, area, columns }))).toEqual([
      { name: '表甲', area: table.area, columns: ['甲', '乙'] },
    ]);
    const look = model.styles[model.sheets[0]?.cells.get(0)?.get(0)?.style ?? 0];
    // LibreOffice puts a font it has in place of 黑体.
    expect(look).toMatchObject({ font: { bold: true }, fill: '#DDEBF7', numberFormat: '0.00' });
  }, 120_000);
});
