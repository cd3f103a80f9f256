import { numbersOf, type Column } from '../../engine/column/index';

/** A question of a file as it is put in 待答.yaml. */
export interface OpenQuestion {
  readonly text: string;
  readonly answers: readonly string[];
}

/** The rows of a ledger that stand for enterprises, as columns by field; what could not be read is told with its text. */
export interface FileRows {
  readonly count: number;
  readonly sheets: readonly string[];
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<string, Column>;
  /** The ledger's own heads of the fields that it has a column for. */
  readonly heads: ReadonlyMap<string, string>;
  /** Row by row: the fields whose cells could not be read, with what they say. */
  readonly unread: readonly (readonly (readonly [string, string])[])[];
}

/** What became of one file. */
export interface FileRead {
  readonly file: string;
  /** SHA-256 of its bytes. */
  readonly print: string;
  readonly place: string;
  /** The year that its figures are of, where it says so. */
  readonly year?: number | undefined;
  readonly refused?: string;
  readonly rows?: FileRows;
  readonly questions: readonly OpenQuestion[];
  readonly told: readonly string[];
  /** Rows that stand for no enterprise: totals, notes, members of another row. */
  readonly setAside: number;
}

/** What is kept of a file once its rows are in the table: a thousand files take no more memory than one. */
export interface FileKept extends Omit<FileRead, 'rows'> {
  /** How many rows, their land in 亩 and their tax in 万元; blank where there is no figure at all. */
  readonly counted?: { readonly rows: number; readonly area: number | ''; readonly tax: number | '' };
}

/** The same file without its rows. */
export function keptOf({ rows, ...rest }: FileRead): FileKept {
  if (!rows) return rest;
  const held = { columns: rows.columns, rows: rows.count };
  const sum = (id: string) => sumOf(numbersOf(held, id));
  return { ...rest, counted: { rows: rows.count, area: sum('landArea'), tax: sum('taxPaid') } };
}

function sumOf(values: Float64Array): number | '' {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? '' : known.reduce((sum, value) => sum + value, 0);
}

/** Files, each told where it is of another year than most: figures of two years in one table are no cohort. */
export function withOtherYears(files: readonly FileKept[]): readonly FileKept[] {
  const years = files.flatMap(({ year, counted }) => (year !== undefined && counted ? [year] : []));
  const count = (year: number) => years.filter((own) => own === year).length;
  const [most] = [...new Set(years)].sort((a, b) => count(b) - count(a) || b - a);
  const isOther = ({ year, counted }: FileKept) => counted && year !== undefined && year !== most;
  return files.map((file) =>
    isOther(file)
      ? { ...file, told: [`这份是 ${String(file.year)} 年的，别的多是 ${String(most)} 年的`, ...file.told] }
      : file,
  );
}
