import { eachRow, type Steps } from '../../../steps/steps';
import { numberedNotes } from '../layout/noteLines';
import {
  officialTableSteps,
  PLACE,
  type OfficialCell,
  type OfficialColumn,
  type OfficialSpan,
} from '../layout/officialTable';
import type { HeldCells, KeyedTable } from '../rerun/keepTyped';
import type { NewSheet, SheetChoice } from '../../../sheet/sheet';
import { columnVerbs, type ListForm } from './columnVerbs';
import { fittedColumns } from './fitWidths';
import type { LineCells, HeadFigure, TotalCells, TotalLine, ViewColumn, ViewContent, Where } from './list';
import type { ListLine, ViewInput } from './listInput';
import { cellName, columnName, fixedCell } from '../../../sheet/address';
import { sheetsText } from '../../../sheet/whereCellsStand';

/** A list laid out, and what its maker must know to tell people and to run it again. */
export interface ViewSheet {
  readonly model: NewSheet;
  readonly table: KeyedTable;
  readonly lines: number;
  /** Fields that the ledger lacks: their columns are blank. */
  readonly lacking: readonly string[];
}

/** The head of the column, beyond the print area, that tells lines apart from run to run. */
export const KEY_HEAD = '行键';
const SOURCE_ROW_HEAD = '来源行';

/** Whether a sheet is a list of ours, made before: an official's own table may bear the same name. */
export function isMadeList(held: HeldCells): boolean {
  return held[PLACE.head]?.includes(KEY_HEAD) === true;
}

const DAY_LABEL = '截止日';

/** The columns beyond the print area: what the next run and a reader who checks need. */
const OUTSIDE: readonly OfficialColumn[] = [
  { head: KEY_HEAD, width: 120, kind: 'word' },
  { head: SOURCE_ROW_HEAD, width: 56, kind: 'word' },
];

/** Lays a list out on a sheet of a name; every sum, count and warning on it is a classic formula. */
export function* viewSheet(view: ListForm, input: ViewInput, name: string): Steps<ViewSheet> {
  const content = withALine(view.content(input, columnVerbs(input)));
  const { columns, lines, totals = [] } = content;
  const place = placeOf(content);
  const lacking = [...new Set(columns.flatMap(({ lacking: field }) => field ?? []))];
  yield;
  const rows = totals.map((total, index) => totalCells(content, total, { place, row: PLACE.body + index }));
  yield* eachRow(lines, (line, index) => {
    rows.push(lineCells(content, line, { place, input, row: place.first + index }));
  });
  const model = yield* officialTableSteps({
    name,
    title: content.title,
    columns: (yield* fittedColumns(columns, lines)).map(officialColumn),
    outside: OUTSIDE,
    info: figureSpans(content, place),
    rows,
    totals: totals.length,
    notes: numberedNotes([...content.notes, ...lackingNotes(lacking, input), `${input.note}。`]),
    evenRows: true,
  });
  return {
    model: { ...model, choices: choicesOf(content, place) },
    table: tableOf(content),
    lines: lines.filter(({ key }) => key !== '').length,
    lacking,
  };
}

/** An empty list keeps one blank line: its formulas must have cells to count over. */
function withALine(content: ViewContent): ViewContent {
  return content.lines.length > 0 ? content : { ...content, lines: [{ key: '', rows: [] }] };
}

function lackingNotes(lacking: readonly string[], { standing }: ViewInput): string[] {
  return lacking.length === 0 ? [] : [`${sheetsText(standing)}没有以下各列，留空待填：${lacking.join('、')}。`];
}

function officialColumn({ typed, ...column }: ViewColumn): OfficialColumn {
  return { ...column, open: typed === true };
}

/** Where the lines stand: rows from 0, first and last, and the column of each head. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly figures: ReadonlyMap<string, number>;
}

const headOf = ({ parent, head }: ViewColumn) => (parent === undefined ? head : `${parent}/${head}`);

function placeOf({ columns, lines, totals = [], figures = [] }: ViewContent): Place {
  const first = PLACE.body + totals.length;
  return {
    first,
    last: first + Math.max(1, lines.length) - 1,
    columns: new Map(columns.map((column, index) => [headOf(column), index])),
    figures: new Map(figures.map(({ label }, index) => [label, figureColumn(index, columns.length, figures.length)])),
  };
}

/** Figures share the row above the header: a label and a cell each, spread over the columns. */
function figureColumn(index: number, columns: number, figures: number): number {
  const share = Math.max(2, Math.floor(columns / figures));
  return Math.min(columns - 1, index * share + Math.max(1, Math.min(2, share - 1)));
}

function cellsAt(place: Place, row: number): LineCells {
  const columnOf = (head: string) => {
    const column = place.columns.get(head);
    if (column === undefined) throw new Error(`no column "${head}"`);
    return column;
  };
  return {
    cell: (head) => cellName(row, columnOf(head)),
    range: (head) => `${fixedCell(place.first, columnOf(head))}:${fixedCell(place.last, columnOf(head))}`,
    figure: (label) => fixedCell(PLACE.info, place.figures.get(label) ?? 0),
  };
}

function totalCellsAt(place: Place, row: number, own: readonly Where[]): TotalCells {
  const at = cellsAt(place, row);
  const criteria = (where: readonly Where[]) => [...own, ...where].map(({ head, is }) => `${at.range(head)},${is}`);
  return {
    ...at,
    sum: (head, ...where) => {
      const all = criteria(where);
      return all.length === 0 ? `=SUM(${at.range(head)})` : `=SUMIFS(${[at.range(head), ...all].join(',')})`;
    },
    count: (...where) => {
      const all = criteria(where);
      const keys = `$${columnName(place.columns.size)}$${String(place.first + 1)}:$${columnName(place.columns.size)}$${String(place.last + 1)}`;
      return all.length === 0 ? `=COUNTA(${keys})` : `=COUNTIFS(${all.join(',')})`;
    },
  };
}

function totalCells(
  { columns, labelAt }: ViewContent,
  { label, where }: TotalLine,
  { place, row }: { readonly place: Place; readonly row: number },
): OfficialCell[] {
  const at = totalCellsAt(place, row, where);
  const cells = columns.map((column): OfficialCell => {
    if (headOf(column) === labelAt) return { value: label };
    if (column.head === '序号') return { value: '' };
    return column.total ? { value: '', formula: column.total(at) } : { value: '' };
  });
  return [...cells, { value: label }, { value: '' }];
}

function lineCells(
  { columns }: ViewContent,
  line: ListLine,
  { place, input, row }: { readonly place: Place; readonly input: ViewInput; readonly row: number },
): OfficialCell[] {
  const at = cellsAt(place, row);
  const cells = columns.map(({ value, formula }): OfficialCell => {
    const own = value?.(line) ?? '';
    return own === '' && formula ? { value: '', formula: formula(at) } : { value: own };
  });
  const rows = line.rows.map((own) => String(input.standing.label(own)));
  return [...cells, { value: line.key }, { value: rows.join('、') }];
}

function figureSpans({ figures = [], columns }: ViewContent, place: Place): OfficialSpan[] {
  return figures.flatMap((figure, index) => {
    const at = place.figures.get(figure.label) ?? 0;
    const before = index === 0 ? 0 : (place.figures.get(figures[index - 1]?.label ?? '') ?? 0) + 2;
    const label = { value: `${figure.label}：`, look: { horizontal: 'Right' as const } };
    const spans = at > before ? [{ from: before, to: at - 1, cell: label }] : [];
    return at < columns.length
      ? [...spans, { from: at, to: Math.min(at + 1, columns.length - 1), cell: figureCell(figure, place) }]
      : spans;
  });
}

function figureCell({ value, formula, format }: HeadFigure, place: Place): OfficialCell {
  const look = { horizontal: 'Left' as const, ...(format === undefined ? {} : { numberFormat: format }) };
  if (!formula) return { value, look: { ...look, locked: false } };
  return { value, formula: formula(totalCellsAt(place, PLACE.info, [])), look };
}

/** The day up to which things count, in a cell that people may change. */
export function dayFigure(serial: number | ''): HeadFigure {
  return { label: DAY_LABEL, value: serial, format: 'yyyy-mm-dd' };
}

/** The cell of `dayFigure`. */
export const asOfCell = (at: LineCells) => at.figure(DAY_LABEL);

function choicesOf({ columns }: ViewContent, place: Place): SheetChoice[] {
  return columns.flatMap(({ choices = [] }, column) =>
    choices.length === 0
      ? []
      : [{ area: { row: place.first, column, rows: place.last - place.first + 1, columns: 1 }, list: choices }],
  );
}

/** Only typed columns are kept; all others are made anew from the ledger. */
function tableOf({ columns }: ViewContent): KeyedTable {
  return {
    head: PLACE.head,
    body: PLACE.body,
    key: columns.length,
    anew: [...columns.filter(({ typed }) => typed !== true).map(headOf), KEY_HEAD, SOURCE_ROW_HEAD],
    spare: columns.length + OUTSIDE.length,
    end: '\u0000',
  };
}
