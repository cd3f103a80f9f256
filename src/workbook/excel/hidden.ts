import type { Area } from '../port';
import { rangeOf } from './ranges';
import { inExcel, portError } from './run';

type Side = 'rowHidden' | 'columnHidden';

interface Span {
  readonly start: number;
  readonly count: number;
}

/** The hidden rows or columns of an area, counted on the sheet; none where Excel cannot tell. */
export async function hiddenIn(sheetId: string, area: Area, side: Side): Promise<readonly number[]> {
  const whole =
    side === 'rowHidden' ? { start: area.row, count: area.rows } : { start: area.column, count: area.columns };
  try {
    return await inExcel((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      return search((span) => rangeOf(sheet, cellsOf(span, area, side)).load(side), { side, context, spans: [whole] });
    });
  } catch (error) {
    if (portError(error).code === 'ApiNotFound') return [];
    throw error;
  }
}

interface Answer {
  readonly span: Span;
  readonly hidden: boolean | null;
}

interface Search {
  readonly side: Side;
  readonly context: Excel.RequestContext;
  readonly spans: readonly Span[];
}

/** Excel says true or false of a span that is all alike, else null: then both halves are asked. */
async function search(load: (span: Span) => Excel.Range, { side, context, spans }: Search): Promise<number[]> {
  if (spans.length === 0) return [];
  const asked = spans.map((span) => ({ span, range: load(span) }));
  await context.sync();
  const answers = asked.map(({ span, range }): Answer => ({ span, hidden: range[side] }));
  const found = answers.flatMap(({ span, hidden }) => (hidden === true ? indexes(span) : []));
  const mixed = answers.flatMap(({ span, hidden }) => (hidden === null ? halves(span) : []));
  return [...found, ...(await search(load, { side, context, spans: mixed }))].sort((a, b) => a - b);
}

function cellsOf({ start, count }: Span, area: Area, side: Side): Area {
  return side === 'rowHidden'
    ? { row: start, rows: count, column: area.column, columns: 1 }
    : { row: area.row, rows: 1, column: start, columns: count };
}

const indexes = ({ start, count }: Span): number[] => Array.from({ length: count }, (_, index) => start + index);

function halves({ start, count }: Span): readonly Span[] {
  if (count < 2) return [];
  const half = Math.floor(count / 2);
  return [
    { start, count: half },
    { start: start + half, count: count - half },
  ];
}
