import type { CellValue, ReadProgress } from '../port';
import { PortError } from '../portError';
import { rangeOf } from './ranges';
import { breathe, rowsAtOnce } from './rowChunks';
import { inExcel, portError } from './run';
import { type Area, boundingArea } from '../../sheet/area';

/**
 * More is no ledger: a stray cell far away makes the used range as big as that. Excel's own limit, 5,000,000 cells, is one
 * of each request, and requests are far smaller.
 */
const MOST_CELLS = 10_000_000;

type Rows = readonly (readonly CellValue[])[];

/**
 * What to read of each cell: its value, its formula (for a constant the same as the value), the formula or else what another
 * cell spilled there, or its number format.
 */
export type CellField = 'values' | 'formulas' | 'held' | 'numberFormat';

/** Cells of a sheet to be read. */
export interface ReadRequest {
  readonly sheetId: string;
  readonly area: Area;
  readonly field: CellField;
  readonly progress?: ReadProgress | undefined;
}

/** Reads cells in chunks of rows, each its own request; undefined when stopped. */
export async function readCells(request: ReadRequest): Promise<CellValue[][] | undefined> {
  const { area, field, progress } = request;
  if (area.rows * area.columns > MOST_CELLS) throw new PortError('RangeExceedsLimit', 'too many cells to read');
  const lines: CellValue[][] = [];
  let most = rowsAtOnce(area.columns * (field === 'held' ? 2 : 1));
  while (lines.length < area.rows) {
    if (progress?.stop() === true) return undefined;
    const rows = Math.min(most, area.rows - lines.length);
    const chunk = await readChunk(request, { ...area, row: area.row + lines.length, rows });
    if (chunk === 'tooBig') most = Math.ceil(rows / 2);
    else {
      for (const line of chunk) lines.push([...line]);
      progress?.onProgress(lines.length, area.rows);
    }
    await breathe();
  }
  return lines;
}

/** One chunk, or that its answer passes what Excel on the web sends at once (long texts). */
async function readChunk({ sheetId, field }: ReadRequest, area: Area): Promise<Rows | 'tooBig'> {
  try {
    return await inExcel(async (context) => {
      const fields = field === 'held' ? 'formulas, values' : field;
      const range = rangeOf(context.workbook.worksheets.getItem(sheetId), area).load(fields);
      await context.sync();
      return field === 'held' ? heldOf(range) : (range[field] as Rows);
    });
  } catch (error) {
    if (portError(error).code !== 'ResponsePayloadSizeLimitExceeded' || area.rows === 1) throw error;
    return 'tooBig';
  }
}

function heldOf({ formulas, values }: Excel.Range): Rows {
  return (formulas as CellValue[][]).map((line, row) =>
    line.map((formula, column) => (formula === '' ? ((values as CellValue[][])[row]?.[column] ?? '') : formula)),
  );
}

/** Areas of a few cells that are asked for in one request. */
const AT_ONCE = 200;
const SMALL = 100;

/** What the cells of several areas hold; areas that lie together are read at once. */
export async function heldIn(sheetId: string, areas: readonly Area[]): Promise<CellValue[][][]> {
  const whole = boundingArea(areas);
  if (
    whole === undefined ||
    areas.length === 1 ||
    cellsOf(whole) > areas.reduce((sum, area) => sum + cellsOf(area), SMALL) * 2
  ) {
    return heldApart(sheetId, areas);
  }
  const lines = (await readCells({ sheetId, area: whole, field: 'formulas' })) ?? [];
  return areas.map(({ row, column, rows, columns }) =>
    lines
      .slice(row - whole.row, row - whole.row + rows)
      .map((line) => line.slice(column - whole.column, column - whole.column + columns)),
  );
}

const cellsOf = ({ rows, columns }: Area): number => rows * columns;

/** What the cells of areas hold, each read by itself; those of a few cells share requests, for fixes are many and scattered. */
export async function heldApart(sheetId: string, areas: readonly Area[]): Promise<CellValue[][][]> {
  const held: CellValue[][][] = [];
  for (let start = 0; start < areas.length;) {
    const small = areas.slice(start, start + AT_ONCE);
    const big = small.findIndex(({ rows, columns }) => rows * columns > SMALL);
    const together = big < 0 ? small : small.slice(0, Math.max(big, 1));
    const [area] = together;
    if (area && big === 0) held.push((await readCells({ sheetId, area, field: 'formulas' })) ?? []);
    else held.push(...(await readTogether(sheetId, together)));
    start += together.length;
  }
  return held;
}

async function readTogether(sheetId: string, areas: readonly Area[]): Promise<CellValue[][][]> {
  if (areas.length === 0) return [];
  await breathe();
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const ranges = areas.map((area) => rangeOf(sheet, area).load('formulas'));
    await context.sync();
    return ranges.map(({ formulas }) => formulas as CellValue[][]);
  });
}
