import { isBlank, type Cell, type Rows } from './cell';
import { inColumnUnit } from './amounts';
import type { ColumnMatch, Doubt, HeaderMatch } from './matchHeaders';
import { withOwnColumns } from './ownColumns';
import { numberReader } from './readColumn';

const LAND = ['landArea', 'ownedArea', 'rentedInArea'] as const;
/** What both tables say of themselves: it pairs their rows and is not said twice. */
const WHO: ReadonlySet<string> = new Set(['sequence', 'enterprise', 'creditCode']);

/** Whether a table's words speak for land and for tax. */
export function amountsSaid(headers: HeaderMatch): { readonly land: boolean; readonly tax: boolean } {
  return { land: LAND.some((id) => says(headers, id)), tax: says(headers, 'taxPaid') };
}

/** Whether one table has the land of enterprises and no tax, and another the tax and no land. */
export function completes(first: HeaderMatch, second: HeaderMatch): boolean {
  const [own, other] = [amountsSaid(first), amountsSaid(second)];
  return own.land && !own.tax && other.tax && !other.land;
}

/** What tells whose a row is, and land and tax, which have a choice of their own. */
const OWN: ReadonlySet<string> = new Set([
  ...['sequence', 'enterprise', 'creditCode', 'parcelId', 'evaluationYear', 'remark'],
  ...['taxPaid', 'taxPerMu', 'rentedOutArea', ...LAND],
]);

/** The fields wanted, a policy's own among them, that a second table has of enterprises and the first lacks. */
export function offered(first: HeaderMatch, second: HeaderMatch, wanted: readonly string[]): string[] {
  const [own, other] = [first, second].map((headers) => withOwnColumns(headers, wanted)) as [HeaderMatch, HeaderMatch];
  return wanted.filter((id) => !OWN.has(id) && !says(own, id) && other.byField.has(id));
}

/** Whether a table's words speak for a column of a field, be it that several do. */
function says({ byField, doubts }: HeaderMatch, id: string): boolean {
  return byField.has(id) || doubts.some(({ field, guessed }) => field.id === id && guessed !== true);
}

/** The columns of a second table that say something of an enterprise which the first does not; of some fields where only these are meant. */
export function attachedColumns(first: HeaderMatch, second: HeaderMatch, fields?: readonly string[]): number[] {
  if (fields) return columnsOf(withOwnColumns(second, fields), fields);
  return second.texts.flatMap((text, column) => {
    const id = second.columns[column]?.field.id;
    const isSaid = id === undefined ? first.texts.includes(text) : WHO.has(id) || says(first, id);
    return text === '' || isSaid ? [] : [column];
  });
}

function columnsOf({ byField }: HeaderMatch, fields: readonly string[]): number[] {
  const matches = fields.flatMap((id) => byField.get(id) ?? []);
  return [...new Set(matches.flatMap(({ column, plus = [] }) => [column, ...plus.map((part) => part.column)]))];
}

/** The first table's columns with some of a second one's behind them, each as its own table understands it. */
export function attachedHeaders(first: HeaderMatch, second: HeaderMatch, columns: readonly number[]): HeaderMatch {
  const width = first.columns.length;
  const moved = (match: ColumnMatch): ColumnMatch[] => {
    const at = (column: number) => columns.indexOf(column) + width;
    const plus = match.plus?.map((part) => ({ ...part, column: at(part.column) }));
    const isHere = [match, ...(match.plus ?? [])].every(({ column }) => columns.includes(column));
    return isHere ? [{ ...match, column: at(match.column), ...(plus ? { plus } : {}) }] : [];
  };
  const behind = <T>(list: readonly T[]) => columns.map((column) => list[column] as T);
  const isNew = (id: string) => !says(first, id);
  const news = [...second.byField.values()].filter(({ field }) => isNew(field.id)).flatMap(moved);
  const asked = second.doubts.flatMap(({ columns: own, ...doubt }): Doubt[] =>
    isNew(doubt.field.id) && says(second, doubt.field.id) ? [{ ...doubt, columns: own.flatMap(moved) }] : [],
  );
  const isOpen = ({ field, guessed }: Doubt) => guessed !== true || !says(second, field.id);
  return {
    ...first,
    columns: [...first.columns, ...behind(second.columns).map((match) => match && moved(match)[0])],
    byField: new Map([...first.byField, ...news.map((match) => [match.field.id, match] as const)]),
    doubts: [...first.doubts.filter(isOpen), ...asked.filter(({ columns: own }) => own.length > 0)],
    apart: new Map([
      ...first.apart,
      ...[...second.apart].flatMap(([column, kind]) =>
        columns.includes(column) ? [[columns.indexOf(column) + width, kind] as const] : [],
      ),
    ]),
    texts: [...first.texts, ...behind(second.texts)],
    units: [...first.units, ...behind(second.units)],
    rows: first.rows.map((row) => [...row, ...columns.map(() => '')]),
  };
}

/** What some rows of one enterprise say together in one column: amounts are added up, words stand where they agree. */
export function saidTogether(rows: Rows, headers: HeaderMatch, column: number): Cell {
  const cells = rows.map((row) => row[column]).filter((cell) => !isBlank(cell));
  if (new Set(cells).size < 2 && rows.length === 1) return cells[0] ?? '';
  const match = readAs(headers, column);
  if (!match) return new Set(cells).size === 1 ? cells[0] : '';
  const read = numberReader(match, { zeroIsBlank: false });
  let sum: number | undefined;
  for (const cell of cells) {
    const reading = read(cell);
    // A part that cannot be read stands for the whole, so that it is told.
    if (reading.kind === 'unreadable') return cell;
    if (reading.kind === 'value') sum = (sum ?? 0) + inColumnUnit(reading.value, match);
  }
  return sum ?? '';
}

/** The amount that a column is, or is a part of. */
function readAs({ columns, byField, doubts }: HeaderMatch, column: number): ColumnMatch | undefined {
  const all = [...byField.values(), ...doubts.flatMap((doubt) => doubt.columns)];
  const isPart = ({ plus = [] }: ColumnMatch) => plus.some((part) => part.column === column);
  const match = columns[column] ?? all.find((one) => one.column === column || isPart(one));
  return match && ADDED.has(match.field.kind) ? match : undefined;
}

const ADDED: ReadonlySet<string> = new Set(['money', 'area', 'floor', 'number']);
