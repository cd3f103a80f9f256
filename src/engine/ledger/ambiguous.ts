import { cellText, isBlank, isMissingMark, type Cell, type Rows } from './cell';
import { fieldOf } from './fields';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import { parseHeader } from './normalise';
import { readNumber, unitOfCell } from './number';
import { readChoice, readYear, readYesNo } from './word';

/** A column whose header may mean several fields, likeliest first; `sure` where its cells leave no doubt. */
export interface Ambiguity {
  readonly column: number;
  readonly header: string;
  readonly fields: readonly string[];
  readonly sure: boolean;
}

/** Headers that say too little by themselves (synonyms of the domain: ambiguous_headers), with what they may mean. */
const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  类型: ['stockType', 'grade', 'landRight', 'tenure', 'carrierType'],
  类别: ['grade', 'stockType', 'landZone', 'carrierType'],
  面积: ['landArea', 'floorArea'],
  编号: ['sequence', 'parcelId'],
  完成情况: ['closeOut', 'completedValue', 'progress'],
  状态: ['enterpriseStatus', 'closeOut'],
  年限: ['grantTerm', 'evaluationYear'],
};
const MOST_CELLS = 500;
/** So much of a column must read as one field, and so little as any other, for its cells to speak for themselves. */
const SURE = { own: 0.8, others: 0.3 } as const;

type Fit = (text: string, cell: Cell) => boolean;

/** What a cell of each candidate looks like. */
const FITS: Readonly<Record<string, Fit>> = {
  stockType: (text) => isChoice(text, 'stockType'),
  grade: (text) => isChoice(text, 'grade'),
  landZone: (text) => isChoice(text, 'landZone'),
  landRight: (text) => /国有|集体|划拨|出让/.test(text),
  tenure: (text) => /自有|租/.test(text),
  carrierType: (text) => /载体|园区|厂房|楼宇|孵化|众创|基地|中心/.test(text),
  sequence: (text) => /^\d{1,5}$/.test(text),
  parcelId: (text) => /^(?=.*\d)[0-9A-Z-]{6,}$/i.test(text) || /^[A-Z\u4e00-\u9fff]+-?\d{2,}/i.test(text),
  closeOut: (text, cell) => readYesNo(cell, NO_BLANKS).kind === 'value' || /^(?:已|未)?(?:销号|完成|办结)$/.test(text),
  completedValue: (text) => readNumber(text).kind === 'value',
  progress: (text) => text.length >= 5 && readNumber(text).kind !== 'value',
  enterpriseStatus: (text) => /正常|注销|吊销|迁|停|存续|在业|[开营歇]业|破产|投产|在建/.test(text),
  grantTerm: (text) => isBetween(text, 1, 100),
  evaluationYear: (text) => readYear(text).kind === 'value',
};
const NO_BLANKS = { zeroIsBlank: false } as const;

function isChoice(text: string, field: string): boolean {
  return readChoice(text, field, NO_BLANKS).kind === 'value';
}

function isBetween(text: string, least: number, most: number): boolean {
  const reading = readNumber(text.replace(/年$/, ''));
  return reading.kind === 'value' && reading.value >= least && reading.value <= most;
}

/** The columns whose bare header leaves open what they hold, and what their cells say of it. */
export function ambiguities(headers: HeaderMatch, rows: Rows): Ambiguity[] {
  return headers.columns.flatMap((match): Ambiguity[] => {
    const fields = match ? candidatesOf(match) : undefined;
    if (!match || !fields) return [];
    const { column, header } = match;
    if (header === '面积' || parseHeader(header).name === '面积') return areaCase(match, headers, rows);
    const free = fields.filter((id) => !isTaken(headers, id, column));
    const ranked = rankedByCells(
      free,
      rows.map((row) => row[column]),
    );
    const [first, second] = ranked;
    const sure = first !== undefined && first.fit >= SURE.own && (second?.fit ?? 0) <= SURE.others;
    return ranked.length === 0 ? [] : [{ column, header, fields: ranked.map(({ id }) => id), sure }];
  });
}

function candidatesOf({ header, unit }: ColumnMatch): readonly string[] | undefined {
  // A parent or a unit has spoken already.
  if (header.includes('/') || unit) return undefined;
  return CANDIDATES[parseHeader(header).name];
}

/** Another column says plainly that it is this field. */
function isTaken(headers: HeaderMatch, id: string, column: number): boolean {
  const other = headers.byField.get(id);
  return other?.confidence === 'exact' && other.column !== column;
}

/** 面积 beside 建筑面积 is land, beside 用地面积 floors; alone it must be asked, unless it is in a unit that no floor is measured in. */
function areaCase(match: ColumnMatch, headers: HeaderMatch, rows: Rows): Ambiguity[] {
  const { column, header, field } = match;
  const has = (id: string) => headers.columns.some((other) => other?.column !== column && other?.field.id === id);
  const [land, floors] = [has('landArea'), has('floorArea')];
  if (land && floors) return [];
  const likeliest = land ? ['floorArea', 'landArea'] : ['landArea', 'floorArea'];
  const sure = land || floors || isInMu(match, rows);
  return fieldOf(field.id).kind === 'area' ? [{ column, header, fields: likeliest, sure }] : [];
}

const OF_LAND = /亩|公顷/;

/** 面积（亩）, or 60.51亩 in nearly every cell. */
function isInMu({ column, unit }: ColumnMatch, rows: Rows): boolean {
  if (unit) return OF_LAND.test(unit.text);
  const known = rows.map((row) => row[column]).filter((cell) => !isBlank(cell) && !isMissingMark(cellText(cell)));
  const inMu = known.filter((cell) => typeof cell === 'string' && OF_LAND.test(unitOfCell(cell)?.text ?? ''));
  return inMu.length > 0 && inMu.length >= known.length * SURE.own;
}

function rankedByCells(fields: readonly string[], cells: readonly Cell[]): { id: string; fit: number }[] {
  const known = cells.filter((cell) => !isBlank(cell) && !isMissingMark(cellText(cell))).slice(0, MOST_CELLS);
  const fitOf = (id: string) =>
    known.length === 0 ? 0 : known.filter((cell) => FITS[id]?.(cellText(cell), cell)).length / known.length;
  return fields.map((id) => ({ id, fit: fitOf(id) })).toSorted((a, b) => b.fit - a.fit);
}
