import { cellText, isBlankArgument, type Cell, type Rows } from '../../ledger/cell';
import { packOfFile, type Fail } from '../loadPack';
import type { PolicyPack } from '../pack';
import { PackError } from '../packError';
import { inCellWords } from './cellWords';
import { cellValue, trimmedText } from './cellValue';
import { partAt, putAt } from './plainFile';
import { HEAD_TITLE, titleOfSection } from './sectionTitle';
import {
  HEAD_HEADERS,
  HEAD_LINES,
  SECTIONS,
  withFixedParts,
  type PackPlace,
  type PackSection,
  type SectionColumn,
} from './sections';

/** Nobody's policy has as many; what a hostile sheet may cost. */
const MOST_ROWS = 5_000;
const HEAD_COLUMNS: readonly SectionColumn[] = Object.values(HEAD_HEADERS).map((header) => ({ header, kind: 'text' }));

/** Reads a whole policy from its cells. Throws PackError with the row and column of the range, from 1. */
export function readPackCells(cells: Rows): PolicyPack {
  const reader = new CellReader(cells);
  reader.read();
  return packOfFile(withFixedParts(reader.file), reader.fail);
}

interface At {
  readonly row: number;
  readonly column: number;
}

/** Where a part of the file stands; a row's own place has no header. */
interface PartPlace extends At {
  readonly header?: string;
}

/** A row of a section, with the columns by their names. */
interface Line {
  readonly row: number;
  readonly headers: ReadonlyMap<string, number>;
}

class CellReader {
  readonly file: Record<string, unknown> = {};
  private readonly places = new Map<string, PartPlace>();
  /** The cell that names a row, by the row's place. */
  private readonly names = new Map<string, At>();
  private readonly titles = new Map<string, At>();
  /** How many rows each list of the file has. */
  private readonly counts = new Map<string, number>();

  constructor(private readonly cells: Rows) {}

  /** What is wrong at a place of the file is wrong in the cell that says it, or in the nearest one around it. */
  readonly fail: Fail = (code, { path, expected, rule, isKey = false }) => {
    const around = path.map((_, at) => path.slice(0, path.length - at)).map((part) => this.places.get(keyOf(part)));
    const named = isKey ? this.names.get(keyOf(path)) : undefined;
    const at = named ?? around.find((place) => place !== undefined) ?? this.titleFor(path);
    return problem(at, inCellWords(expected, path), code, rule);
  };

  read(): void {
    if (this.cells.length > MOST_ROWS) throw problem({ row: 0, column: 0 }, `不超过 ${MOST_ROWS} 行`);
    const starts = this.cells.flatMap((row, at) => (titleOfSection(row[0]) === undefined ? [] : [at]));
    for (const [index, start] of starts.entries()) this.section(start, starts[index + 1] ?? this.cells.length);
  }

  private section(start: number, end: number): void {
    const section = this.sectionAt(start);
    const headers = this.headers(start + 1, section?.columns ?? HEAD_COLUMNS);
    for (let row = start + 2; row < end; row++) {
      if (this.cells[row]?.every(isBlankArgument) ?? true) continue;
      if (section) this.line({ row, headers }, section);
      else this.headLine({ row, headers });
    }
  }

  /** The section whose title stands in a row; undefined for the first one, which is about the whole policy. */
  private sectionAt(row: number): PackSection | undefined {
    const title = titleOfSection(this.cells[row]?.[0]) ?? '';
    const here = { row, column: 0 };
    if (this.titles.has(title)) throw problem(here, `“${title}”前面已有一段，请合在一起`);
    this.titles.set(title, here);
    const section = SECTIONS.find((own) => own.title === title);
    if (section || title === HEAD_TITLE) return section;
    throw problem(here, `没有“${title}”这一段，可写：${SECTIONS.map((own) => own.title).join('、')}`);
  }

  /** The columns of a section by their names, in whatever order somebody put them. */
  private headers(row: number, columns: readonly SectionColumn[]): ReadonlyMap<string, number> {
    const names = columns.map(({ header }) => header);
    const found = new Map<string, number>();
    for (const [column, cell] of (this.cells[row] ?? []).entries()) {
      if (isBlankArgument(cell)) continue;
      const name = cellText(cell);
      if (!names.includes(name)) throw problem({ row, column }, `没有“${name}”这一列，可写：${names.join('、')}`);
      if (found.has(name)) throw problem({ row, column }, `“${name}”这一列写了两次`);
      found.set(name, column);
    }
    return found;
  }

  private headLine({ row, headers }: Line): void {
    const nameAt = { row, column: headers.get(HEAD_HEADERS.name) ?? 0 };
    const valueAt = { row, column: headers.get(HEAD_HEADERS.value) ?? 1 };
    const name = cellText(this.cell(nameAt));
    const { place, kind } = HEAD_LINES.find(({ header }) => header === name) ?? {};
    if (!place || !kind) {
      throw problem(nameAt, `没有“${name}”这一项，可写：${HEAD_LINES.map((own) => own.header).join('、')}`);
    }
    if (this.places.has(keyOf(place))) throw problem(nameAt, `“${name}”写了两次`);
    this.places.set(keyOf(place), { ...valueAt, header: name });
    const value = cellValue(this.cell(valueAt), kind);
    if (value !== undefined) putAt(this.file, place, value);
  }

  private line(line: Line, { rows, columns }: PackSection): void {
    const own = this.placeOf(rows, this.keys(line, columns));
    const at = { row: line.row, column: 0 };
    if (!rows.includes('*') && this.places.has(keyOf(own))) throw problem(at, '前面已有同名的一行');
    this.places.set(keyOf(own), at);
    const name = columns.findLast(({ place, header }) => place === undefined && line.headers.has(header));
    if (name) this.names.set(keyOf(own), { row: line.row, column: line.headers.get(name.header) ?? 0 });
    for (const column of columns) {
      if (column.place === undefined || !line.headers.has(column.header)) continue;
      const place = column.place.map((part, index) => (isOpen(part) ? (own[index] ?? part) : part));
      this.part(place, column, { row: line.row, column: line.headers.get(column.header) ?? 0 });
    }
    if (partAt(this.file, own) !== undefined) return;
    const leaf = columns.find(({ place }) => place?.length === rows.length);
    if (!leaf) putAt(this.file, own, {});
    else if (leaf.kind === 'list') putAt(this.file, own, []);
    else throw problem({ ...at, column: line.headers.get(leaf.header) ?? 0 }, `“${leaf.header}”没有写`);
  }

  /** What a row is told by: its cells in the columns that have no place of their own. */
  private keys({ row, headers }: Line, columns: readonly SectionColumn[]): ReadonlyMap<string, string> {
    const told = columns.filter(({ place }) => place === undefined);
    return new Map(
      told.map(({ header }) => {
        const at = { row, column: headers.get(header) ?? 0 };
        const text = headers.has(header) ? trimmedText(this.cell(at)) : '';
        if (text === '') throw problem(at, `“${header}”没有写`);
        return [`$${header}`, text] as const;
      }),
    );
  }

  /** A row's place with its keys, and the next number of the list that it is in. */
  private placeOf(rows: PackPlace, keys: ReadonlyMap<string, string>): PackPlace {
    const place: string[] = [];
    for (const part of rows) place.push(part === '*' ? String(this.next(place)) : (keys.get(part) ?? part));
    return place;
  }

  private next(list: PackPlace): number {
    const count = this.counts.get(keyOf(list)) ?? 0;
    this.counts.set(keyOf(list), count + 1);
    return count;
  }

  /** What several rows of one name say of it, such as its unit, they say alike or once. */
  private part(place: PackPlace, { header, kind }: SectionColumn, at: At): void {
    const value = cellValue(this.cell(at), kind);
    const said = partAt(this.file, place);
    if (value === undefined) {
      if (!this.places.has(keyOf(place))) this.places.set(keyOf(place), { ...at, header });
      if (kind === 'unit' && said === undefined) putAt(this.file, place, '');
      return;
    }
    if (said !== undefined && said !== '' && said !== value) throw problem(at, `“${header}”与前面同名的行不一致`);
    this.places.set(keyOf(place), { ...at, header });
    putAt(this.file, place, value);
  }

  private cell({ row, column }: At): Cell {
    return this.cells[row]?.[column];
  }

  private titleFor([first = '', second = '']: readonly PropertyKey[]): At {
    const section = SECTIONS.find(({ rows }) => rows[0] === first && (rows[1] === second || isOpen(rows[1] ?? '')));
    return this.titles.get(section?.title ?? HEAD_TITLE) ?? { row: 0, column: 0 };
  }
}

function problem(
  { row, column }: At,
  expected: string,
  code: PackError['code'] = 'shape',
  rule?: PackError['rule'],
): PackError {
  return new PackError(code, { file: '政策全文', line: row + 1, column: column + 1, path: '' }, expected, rule);
}

function isOpen(part: string): boolean {
  return part === '*' || part.startsWith('$');
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\n');
}
