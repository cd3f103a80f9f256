import fc from 'fast-check';
import type { Cell } from '../../../../src/engine/ledger/cell';
import type { ReturnedFile } from '../../../../src/engine/share/returned';
import type { Made } from './madeCopies';

/** One thing somebody did: in a copy (by number), or at home. Rows and columns are taken round. */
export type Act =
  | {
      readonly kind: 'type';
      readonly file: number;
      readonly row: number;
      readonly column: number;
      readonly value: Cell;
    }
  | { readonly kind: 'typeHome'; readonly row: number; readonly column: number; readonly value: Cell }
  | { readonly kind: 'sort'; readonly file: number; readonly column: number }
  | { readonly kind: 'deleteRow'; readonly file: number; readonly row: number }
  | { readonly kind: 'repeatRow'; readonly file: number; readonly row: number }
  | { readonly kind: 'addRow'; readonly file: number; readonly value: Cell }
  | { readonly kind: 'insertColumn'; readonly file: number; readonly column: number }
  | { readonly kind: 'insertRowAbove'; readonly file: number }
  | { readonly kind: 'renameSheet'; readonly file: number }
  | { readonly kind: 'dropCodes'; readonly file: number }
  | { readonly kind: 'twice'; readonly file: number }
  | { readonly kind: 'sortHome'; readonly column: number }
  | { readonly kind: 'deleteHome'; readonly row: number };

export type History = readonly Act[];

const file = fc.nat(20);
const row = fc.nat(20);
const column = fc.nat(12);
/** What makes a row look like one that is none, wherever it is typed. */
export const NO_ROWS: readonly string[] = [
  '合计',
  '小计：',
  '城东镇小计',
  '注：待核实',
  '填表人：张三',
  '其中：自有',
  '备注：2026年补报',
  '空置',
  '一、城东镇',
];
const value: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell[]>('', '差', '√', '=1+2', '  12', '９９', '待核', '#N/A', true),
  fc.constantFrom(...NO_ROWS),
  fc.integer({ min: -50, max: 500 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.string({ maxLength: 6 }),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('type'), file, row, column, value }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('typeHome'), row, column, value }) },
  ...(['sort', 'insertColumn'] as const).map((kind) => ({
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant(kind), file, column }),
  })),
  ...(['deleteRow', 'repeatRow'] as const).map((kind) => ({
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant(kind), file, row }),
  })),
  ...(['insertRowAbove', 'renameSheet', 'dropCodes', 'twice'] as const).map((kind) => ({
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant(kind), file }),
  })),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('addRow'), file, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sortHome'), column }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deleteHome'), row }) },
);

export const histories: fc.Arbitrary<History> = fc.array(act, { minLength: 1, maxLength: 12 });

/** A cell that somebody gave another value in a copy: the last value, by row code and home column. */
export interface Edit {
  readonly file: number;
  readonly fileRow: number;
  readonly code: string;
  readonly column: number;
  readonly value: Cell;
}

interface Line {
  readonly code: string;
  readonly origin: number;
  readonly cells: Cell[];
}

interface Copy {
  name: string;
  above: number;
  titles: Cell[];
  /** Home column of every column, -1 for the row code and inserted ones. */
  columns: number[];
  lines: Line[];
  twice: boolean;
}

/** Plays a history: the files as they come back, the ledger as it is then, and every edit that must be found again. */
export function edited(sent: Made, history: History) {
  const copies = sent.files.map((returned, index) => copyOf(sent, returned, index));
  let home = sent.home.rows.map((cells, origin) => ({ origin, cells: [...cells] }));
  for (const one of history) {
    if ('file' in one) {
      const copy = copies[one.file % Math.max(1, copies.length)];
      if (copy) playThere(copy, one);
    } else if (one.kind === 'typeHome') {
      const line = home[one.row % Math.max(1, home.length)];
      if (line) line.cells[one.column % line.cells.length] = one.value;
    } else if (one.kind === 'sortHome')
      home = home.toSorted((a, b) => order(a.cells[one.column % 10], b.cells[one.column % 10]));
    else if (home.length > 1) home = home.filter((_, at) => at !== one.row % home.length);
  }
  const files = copies.flatMap((copy, index) => {
    const returned = fileOf(copy, sent.files[index]);
    return copy.twice ? [returned, { ...returned, label: `再次 ${returned.label}` }] : [returned];
  });
  const numbers = copies.map((_, index) => index + copies.slice(0, index).filter(({ twice }) => twice).length);
  const edits = copies.flatMap((copy, index) => editsOf(sent, copy, { index, file: numbers[index] ?? index }));
  return {
    files,
    edits,
    homeRows: home.map(({ cells }) => cells),
    homeRowOf: new Map(home.map(({ origin }, at) => [origin, at])),
  };
}

function copyOf(sent: Made, { sheets }: ReturnedFile, index: number): Copy {
  const [sheet] = sheets;
  const copy = sent.record.batches[0]?.copies[index];
  const [, titles = [], ...body] = sheet?.values ?? [];
  const lines = body.map((cells, at): Line => ({
    code: String(cells[0]),
    origin: copy?.rows[at] ?? -1,
    cells: [...cells],
  }));
  const columns = [-1, ...(copy?.columns.map(({ column: at }) => at) ?? [])];
  return { name: sheet?.name ?? '', above: 1, titles: [...titles], columns, lines, twice: false };
}

function playThere(copy: Copy, one: Extract<Act, { readonly file: number }>): void {
  const { lines, columns } = copy;
  const at = 'row' in one ? one.row % Math.max(1, lines.length) : 0;
  const to = 'column' in one ? 1 + (one.column % Math.max(1, columns.length - 1)) : 0;
  const line = lines[at];
  if (one.kind === 'type' && line && columns[to] !== undefined) line.cells[to] = one.value;
  if (one.kind === 'sort') copy.lines = lines.toSorted((a, b) => order(a.cells[to], b.cells[to]));
  if (one.kind === 'deleteRow') copy.lines = lines.filter((_, index) => index !== at);
  if (one.kind === 'repeatRow' && line) copy.lines = [...lines, { ...line, cells: [...line.cells] }];
  if (one.kind === 'addRow')
    copy.lines = [
      ...lines,
      { code: '', origin: -1, cells: columns.map((_, index) => (index === 0 ? '' : `新${String(one.value)}${index}`)) },
    ];
  if (one.kind === 'insertColumn') insert(copy, to);
  if (one.kind === 'insertRowAbove') copy.above += 1;
  if (one.kind === 'renameSheet') copy.name = '填好了';
  if (one.kind === 'dropCodes') for (const { cells } of lines) cells[copy.titles.indexOf('行码（勿改）')] = '';
  if (one.kind === 'twice') copy.twice = true;
}

function insert(copy: Copy, at: number): void {
  copy.titles.splice(at, 0, '核对人');
  copy.columns.splice(at, 0, -1);
  for (const { cells } of copy.lines) cells.splice(at, 0, '');
}

function order(a: Cell, b: Cell): number {
  return String(a ?? '') < String(b ?? '') ? -1 : 1;
}

function fileOf({ name, above, titles, lines }: Copy, returned: ReturnedFile | undefined): ReturnedFile {
  const values = [
    ...Array.from({ length: above }, () => ['亩均评价台账 填报表'] as Cell[]),
    titles,
    ...lines.map(({ cells }) => cells),
  ];
  const sheet = { name, values, formulas: values.map((cells) => cells.map(() => '')) };
  return { ...(returned as ReturnedFile), sheets: [sheet] };
}

function editsOf(
  sent: Made,
  copy: Copy,
  { index, file: number }: { readonly index: number; readonly file: number },
): Edit[] {
  const part = sent.record.batches[0]?.copies[index];
  const [, , ...body] = sent.files[index]?.sheets[0]?.values ?? [];
  return copy.lines.flatMap(({ code, origin, cells }, line) =>
    copy.columns.flatMap((column, at): Edit[] => {
      const from = part?.rows.indexOf(origin) ?? -1;
      const was = body[from]?.[1 + (part?.columns.findIndex((one) => one.column === column) ?? -1)];
      return column < 0 || from < 0 || Object.is(was, cells[at])
        ? []
        : [{ file: number, fileRow: copy.above + 1 + line, code, column, value: cells[at] }];
    }),
  );
}
