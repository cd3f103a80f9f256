import { numberColumn, WordBuilder, type Column } from '../column/column';
import { finish, type Steps } from '../../steps/steps';
import type { Rows } from './cell';
import { fieldOf } from './fields';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import { askedOfField, hasText, type AskedOfField } from './askedField';
import { withOwnColumns } from './ownColumns';
import { readColumnSteps, type Finding } from './readColumn';
import { readRowsSteps, type RowDoubt, type RowKind } from './rowKind';

/** A ledger's rows as typed columns: land in 亩, money in 万元, yields in 万元/亩, floors in ㎡. */
export interface Ledger {
  readonly rows: number;
  readonly kinds: readonly RowKind[];
  readonly headers: HeaderMatch;
  readonly columns: ReadonlyMap<string, Column>;
  readonly findings: readonly Finding[];
  /** How cells were read: a formula's arguments deliver blanks as 0. */
  readonly zeroIsBlank: boolean;
}

interface ReadLedgerOptions {
  readonly fields: readonly string[];
  readonly zeroIsBlank: boolean;
}

/** Reads the wanted fields of the rows under matched headers. A field without a column of its own is a column of blanks. */
export function readLedger(headers: HeaderMatch, rows: Rows, options: ReadLedgerOptions): Ledger {
  return finish(readLedgerSteps(headers, rows, options));
}

/** The same in steps, a column each. */
export function* readLedgerSteps(understood: HeaderMatch, rows: Rows, options: ReadLedgerOptions): Steps<Ledger> {
  const { zeroIsBlank } = options;
  const headers = withOwnColumns(understood, options.fields);
  const { kinds, doubts } = yield* readRowsSteps(rows, headers, { zeroIsBlank });
  const isData = kinds.map((kind) => kind === 'data');
  const isFirm = withoutHeld(isData, doubts);
  yield;
  const columns = new Map<string, Column>();
  const findings: Finding[] = doubts.map((doubt) => rowFinding(doubt, rows, headers));
  const inParts = options.fields.includes('landArea') && !headers.byField.has('landArea');
  for (const id of new Set([...options.fields, ...(inParts ? AREA_PARTS : [])])) {
    const own = askedOfField(id);
    if (own?.kind === 'called') continue;
    const match = matchAsked(headers, id, own);
    const asked = JUDGED_BY.has(id) ? isFirm : isData;
    const read = match ? yield* readColumnSteps(rows, match, { zeroIsBlank, isData: asked }) : undefined;
    columns.set(id, read?.column ?? blankColumn(id, rows.length));
    for (const finding of read?.findings ?? []) findings.push(finding);
    yield;
  }
  if (inParts) columns.set('landArea', areaOfParts(columns, rows.length));
  const worded = options.fields.map(askedOfField).filter((own) => own?.kind === 'written');
  const known = worded.length === 0 ? findings : findings.filter((finding) => !worded.some(understands(finding)));
  return { rows: rows.length, kinds, headers, columns, findings: known, zeroIsBlank };
}

/** The column of a field, or of what is asked of one: the same cells, read as they are written. */
function matchAsked({ byField }: HeaderMatch, id: string, own: AskedOfField | undefined): ColumnMatch | undefined {
  const match = byField.get(own?.field ?? id);
  return own && match ? { ...match, field: fieldOf(id) } : match;
}

/** Whether a cell that the field itself does not understand is one for which the policy has a word. */
function understands({ code, field, text }: Finding): (own: AskedOfField | undefined) => boolean {
  return (own) => code === 'unreadable' && own?.field === field && hasText(own.texts, text);
}

/** The fields that a row is judged by: while it is in doubt whether the row is one, it has none of them. */
export const JUDGED_BY: ReadonlySet<string> = new Set([
  'landArea',
  'taxPaid',
  'taxPerMu',
  'ownedArea',
  'rentedInArea',
  'rentedOutArea',
]);

function withoutHeld(isData: readonly boolean[], doubts: readonly RowDoubt[]): readonly boolean[] {
  if (doubts.length === 0) return isData;
  const firm = [...isData];
  for (const { row } of doubts) firm[row] = false;
  return firm;
}

function rowFinding({ code, row }: RowDoubt, rows: Rows, { byField }: HeaderMatch): Finding {
  const cells = rows[row] ?? [];
  const column =
    byField.get('enterprise')?.column ?? cells.findIndex((cell) => typeof cell === 'string' && cell !== '');
  return {
    code,
    row,
    column: Math.max(0, column),
    field: 'enterprise',
    text: String(cells[Math.max(0, column)] ?? ''),
  };
}

const AREA_PARTS = ['ownedArea', 'rentedInArea', 'rentedOutArea'] as const;

/** 面积 = 自有 + 租入 - 租出 where the ledger has no column of its own; 0 or less is missing (domain/ledgers.md, quirk 20). */
function areaOfParts(columns: ReadonlyMap<string, Column>, rows: number): Column {
  const area = numberColumn(rows);
  const [owned, rentedIn, rentedOut] = AREA_PARTS.map((id) => columns.get(id));
  const at = (column: Column | undefined, row: number) =>
    column?.kind === 'number' ? (column.values[row] ?? NaN) : NaN;
  for (let row = 0; row < rows; row++) {
    const parts = [at(owned, row), at(rentedIn, row), -at(rentedOut, row)].filter((part) => !Number.isNaN(part));
    const sum = parts.reduce((total, part) => total + part, 0);
    if (sum > 0) area.values[row] = sum;
  }
  return area;
}

const WORD_KINDS: readonly string[] = ['text', 'code', 'choice', 'yesNo', 'date'];

function blankColumn(id: string, rows: number): Column {
  return WORD_KINDS.includes(fieldOf(id).kind) ? new WordBuilder(rows).build() : numberColumn(rows);
}
