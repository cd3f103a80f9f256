import { readXmlPart, xmlPart } from '../../../state/xmlPart';
import type { CellValue } from '../../../../workbook/port';
import type { Area } from '../../../../sheet/area';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../sheet/address';

/** What stands in a copy in place of one of our formulas. */
export interface Replacement {
  readonly sheet: string;
  readonly area: Area;
  /** The formula it was, with "=". */
  readonly formula: string;
  readonly kind: 'classic' | 'value';
  readonly clause: string;
  /** What each cell holds instead: a classic formula with "=", or a value; no rows where there is no record of it. */
  readonly written: readonly (readonly CellValue[])[];
  /** What each cell showed when the copy was made. */
  readonly shown: readonly (readonly CellValue[])[];
}

/** The XML part in which a copy keeps what was replaced in it, so that the functions can come back. */
export const REPLACED_NAMESPACE = 'urn:mujun:replaced';

/** The replacements as an XML part. */
export function replacedXml(replacements: readonly Replacement[]): string {
  return xmlPart('replaced', REPLACED_NAMESPACE, replacements);
}

/** Reads them back; undefined where the part is none of ours. Anybody may have edited it. */
export function replacementsOfXml(xml: string): readonly Replacement[] | undefined {
  const read = readXmlPart('replaced', xml);
  return Array.isArray(read) && read.every(isReplacement) ? read : undefined;
}

function isReplacement(value: unknown): value is Replacement {
  if (typeof value !== 'object' || value === null) return false;
  const { sheet, area, formula, kind, clause, written, shown } = value as Readonly<Record<string, unknown>>;
  const isText = [sheet, clause].every((text) => typeof text === 'string');
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  if (!isText || (kind !== 'classic' && kind !== 'value') || !isArea(area)) return false;
  return [written, shown].every((grid) => isGrid(grid, area));
}

const MOST = 100_000;

function isArea(value: unknown): value is Area {
  if (typeof value !== 'object' || value === null) return false;
  const { row, column, rows, columns } = value as Readonly<Record<string, unknown>>;
  const counts = [row, column, rows, columns];
  if (!counts.every((count) => Number.isInteger(count) && Number(count) >= 0)) return false;
  const [top = 0, left = 0, high = 0, wide = 0] = counts.map(Number);
  return high >= 1 && wide >= 1 && high * wide <= MOST && top + high <= MAX_ROWS && left + wide <= MAX_COLUMNS;
}

function isGrid(value: unknown, { rows, columns }: Area): boolean {
  const isCell = (cell: unknown) => ['string', 'number', 'boolean'].includes(typeof cell);
  const isLine = (line: unknown) => Array.isArray(line) && line.length === columns && line.every(isCell);
  return Array.isArray(value) && value.length === rows && value.every(isLine);
}
