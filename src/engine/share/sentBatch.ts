import type { Rows } from '../ledger/cell';
import type { CopyColumn, CopyPart } from './split';
import type { CodeBook } from './stableCodes';
import { EMPTY_CODES } from './stableCodes';

/** How much a copy can do by itself. */
export type ShareLevel = 'live' | 'classic' | 'values';
const LEVELS: readonly ShareLevel[] = ['live', 'classic', 'values'];

/** A copy sent out. `rows` are rows of the batch. */
export interface SentCopy extends CopyPart {
  readonly id: string;
  readonly level: ShareLevel;
}

/** What was sent out at one time, as it then stood: what returned files are compared with. Kept in the home workbook only. */
export interface SentBatch {
  readonly id: string;
  /** ISO time. */
  readonly time: string;
  readonly ledgerHash: string;
  readonly sheetName: string;
  readonly titles: readonly string[];
  /** The field of every column, '' where it is none's. */
  readonly fields: readonly string[];
  /** The cells at home, by ledger row and column; rows that are not data are []. */
  readonly rows: Rows;
  /** 行码 by ledger row, '' for rows that are not data. */
  readonly rowCodes: readonly string[];
  readonly copies: readonly SentCopy[];
}

/** Everything of sharing that stays at home. */
export interface HomeRecord {
  /** Tells this workbook's copies from those of another. */
  readonly workbook: string;
  readonly codes: CodeBook;
  /** Newest last. */
  readonly batches: readonly SentBatch[];
}

/** Batches kept: older returns are recognised by their stamp and explained, but can no longer be compared. */
const KEPT = 6;

export function withBatch(record: HomeRecord, batch: SentBatch, codes: CodeBook): HomeRecord {
  return { ...record, codes, batches: [...record.batches, batch].slice(-KEPT) };
}

/** Reads a record back from JSON; undefined where it is none. What is in the workbook may have been edited by anybody. */
export function readHomeRecord(value: unknown): HomeRecord | undefined {
  if (!isRecord(value) || typeof value['workbook'] !== 'string' || !Array.isArray(value['batches'])) return undefined;
  const batches = value['batches'].map(readBatch);
  if (batches.some((batch) => batch === undefined)) return undefined;
  return {
    workbook: value['workbook'],
    codes: readCodes(value['codes']) ?? EMPTY_CODES,
    batches: batches.filter((batch) => batch !== undefined),
  };
}

type Unknown = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function readBatch(value: unknown): SentBatch | undefined {
  if (!isRecord(value)) return undefined;
  const { id, time, ledgerHash, sheetName, titles, fields, rows, rowCodes, copies } = value;
  if (![id, time, ledgerHash, sheetName].every(isText) || ![titles, fields, rowCodes].every(isTexts)) return undefined;
  if (!isRows(rows) || !isTexts(titles) || !Array.isArray(copies)) return undefined;
  const read = copies.map((copy) => readCopy(copy, { rows: rows.length, columns: titles.length }));
  if (read.some((copy) => copy === undefined)) return undefined;
  return { ...(value as unknown as SentBatch), copies: read.filter((copy) => copy !== undefined) };
}

function isRows(value: unknown): value is Rows {
  const isCell = (cell: unknown) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell);
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell));
}

function readCopy(value: unknown, size: { readonly rows: number; readonly columns: number }): SentCopy | undefined {
  if (!isRecord(value) || !isText(value['id'])) return undefined;
  const { level, rows, columns, township, department } = value;
  if (!LEVELS.some((known) => known === level) || !isIndexes(rows, size.rows)) return undefined;
  if (!Array.isArray(columns) || !columns.every((column) => isColumn(column, size.columns))) return undefined;
  const optional = [township, department].every((text) => text === undefined || isText(text));
  return optional ? (value as unknown as SentCopy) : undefined;
}

function isIndexes(value: unknown, limit: number): value is number[] {
  return Array.isArray(value) && value.every((index) => isIndex(index, limit));
}

function isIndex(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;
}

const ROLES: readonly CopyColumn['role'][] = ['fill', 'locked', 'masked'];

function isColumn(value: unknown, limit: number): value is CopyColumn {
  return isRecord(value) && isIndex(value['column'], limit) && ROLES.some((role) => role === value['role']);
}

function readCodes(value: unknown): CodeBook | undefined {
  if (!isRecord(value) || !isRecord(value['rows']) || !isRecord(value['masks'])) return undefined;
  const isTextTable = (table: unknown) => isRecord(table) && Object.values(table).every(isText);
  if (!isTextTable(value['rows']) || !Object.values(value['masks']).every(isTextTable)) return undefined;
  return value as unknown as CodeBook;
}
