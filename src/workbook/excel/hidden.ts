import { rangeOf } from './ranges';
import { breathe } from './rowChunks';
import { inExcel, portError } from './run';
import type { Area } from '../../sheet/area';

/** Which of the two may be hidden. */
export type Side = 'rowHidden' | 'columnHidden';

interface Span {
  readonly start: number;
  readonly count: number;
}

interface Answer {
  readonly span: Span;
  readonly hidden: boolean | null;
}

/** Spans asked about in one request: under 100 ms of the pane's thread. */
const AT_ONCE = 200;

/** Into how many parts a mixed span is cut: a filter leaves many short runs, which few rounds must find. */
const PARTS = 16;

/** Rows or columns of a sheet to look at; `stop` is asked between requests. */
export interface HiddenRequest {
  readonly sheetId: string;
  readonly area: Area;
  readonly side: Side;
  readonly stop?: (() => boolean) | undefined;
}

/** The hidden rows or columns of an area, counted on the sheet; none where Excel cannot tell; undefined when stopped. */
export async function hiddenIn(request: HiddenRequest): Promise<readonly number[] | undefined> {
  const { area, side } = request;
  const [start, count] = side === 'rowHidden' ? [area.row, area.rows] : [area.column, area.columns];
  const found: number[] = [];
  try {
    const open: Span[] = [{ start, count }];
    while (open.length > 0) {
      if (request.stop?.() === true) return undefined;
      for (const { span, hidden } of await ask(request, open.splice(0, AT_ONCE))) {
        if (hidden === true) for (const index of indexes(span)) found.push(index);
        if (hidden === null) open.push(...parts(span));
      }
      await breathe();
    }
  } catch (error) {
    if (portError(error).code === 'ApiNotFound') return [];
    throw error;
  }
  return found.sort((a, b) => a - b);
}

/** Excel says true or false of a span that is all alike, else null. */
function ask({ sheetId, area, side }: HiddenRequest, spans: readonly Span[]): Promise<readonly Answer[]> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const asked = spans.map((span) => ({ span, range: rangeOf(sheet, cellsOf(span, area, side)).load(side) }));
    await context.sync();
    return asked.map(({ span, range }) => ({ span, hidden: range[side] }));
  });
}

function cellsOf({ start, count }: Span, area: Area, side: Side): Area {
  return side === 'rowHidden'
    ? { row: start, rows: count, column: area.column, columns: 1 }
    : { row: area.row, rows: 1, column: start, columns: count };
}

function parts({ start, count }: Span): readonly Span[] {
  if (count < 2) return [];
  const size = Math.ceil(count / PARTS);
  const number = Math.ceil(count / size);
  return Array.from({ length: number }, (_, index) => {
    const from = index * size;
    return { start: start + from, count: Math.min(size, count - from) };
  });
}

const indexes = ({ start, count }: Span): number[] => Array.from({ length: count }, (_, index) => start + index);
