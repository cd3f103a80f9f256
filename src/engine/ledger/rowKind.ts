import { eachRow, finish, type Steps } from '../column/steps';
import { cellText, isBlank, type Cell } from './cell';
import type { HeaderMatch } from './matchHeaders';
import { plainText } from './normalise';
import { readNumber } from './number';

/**
 * What a row under the headers is. Only `data` rows are judged and counted. By a person's choice a row may be counted with
 * another one (`merged`) or not take part (`leftOut`): see the folder entity.
 */
export type RowKind = 'data' | 'blank' | 'total' | 'header' | 'footer' | 'note' | 'merged' | 'leftOut';

const TOTAL =
  /^(?:全[市县区镇省州]|本页|本表|各[镇乡街]\S{0,4}|按\S{1,6})?(?:合计|小计|总计|累计|共计|平均|均值|人均|其中)|^[Σ∑]|(?:合计|小计|总计|共计|平均值|平均)[:：]?(?:[(（].*)?$/;
/** 总计量仪器有限公司 is a company. */
const COMPANY = /(?:公司|厂|集团|合作社|商行|经营部)$/;
/** Lines below a table: 填表人：, 审核：, 注：. */
export const FOOTER =
  /^(?:填表|填报|制表|制单|审核|审批|复核|校核|经办|负责人|单位负责人|分管领导|主要领导|联系人|联系电话|备注|注|说明|数据来源|资料来源|统计口径|截止|截至|打印|日期)[^,，。]{0,8}[:：]/;
/** Columns in which a row says who or what it is. */
const LABELS = ['sequence', 'enterprise', 'township', 'park', 'cluster', 'parcelId', 'creditCode', 'village'] as const;
const KEYS = ['creditCode', 'parcelId'] as const;
const NAMES = ['enterprise', 'creditCode', 'parcelId', 'certificate'] as const;
const SUMMED = ['landArea', 'taxPaid', 'floorArea', 'revenue'] as const;

interface Places {
  readonly labels: readonly number[];
  readonly keys: readonly number[];
  readonly names: readonly number[];
  readonly summed: readonly number[];
}

/**
 * Tells data rows from blank rows, totals, repeated headers, footers and one-cell notes (domain/ledgers.md, quirks 7, 12, 26).
 * In a formula's argument a blank cell arrives as 0, so there (`zeroIsBlank`) a row of zeros is blank.
 */
export function rowKinds(
  rows: readonly (readonly Cell[])[],
  headers: HeaderMatch,
  options: { readonly zeroIsBlank: boolean },
): RowKind[] {
  return finish(rowKindsSteps(rows, headers, options));
}

/** The same in steps of some thousands of rows. */
export function* rowKindsSteps(
  rows: readonly (readonly Cell[])[],
  headers: HeaderMatch,
  options: { readonly zeroIsBlank: boolean },
): Steps<RowKind[]> {
  const places = placesOf(headers);
  const nothing = (cell: Cell) => isBlank(cell) || (options.zeroIsBlank && cell === 0);
  const kinds: RowKind[] = [];
  yield* eachRow(rows, (row) => kinds.push(kindOf(row, headers, places, nothing)));
  return yield* markUnnamedSums(rows, kinds, places, nothing);
}

/** The rows of one kind, in order. */
export function rowsOfKind(kinds: readonly RowKind[], kind: RowKind): number[] {
  const rows: number[] = [];
  kinds.forEach((own, row) => {
    if (own === kind) rows.push(row);
  });
  return rows;
}

function placesOf(headers: HeaderMatch): Places {
  const at = (ids: readonly string[]) =>
    ids.map((id) => headers.byField.get(id)?.column).filter((column) => column !== undefined);
  const labels = at(LABELS);
  return { labels: labels.length > 0 ? labels : [0, 1, 2], keys: at(KEYS), names: at(NAMES), summed: at(SUMMED) };
}

type Nothing = (cell: Cell) => boolean;

function kindOf(row: readonly Cell[], headers: HeaderMatch, places: Places, nothing: Nothing): RowKind {
  let filled = 0;
  let first: Cell;
  let isText = true;
  for (const cell of row) {
    if (nothing(cell)) continue;
    filled++;
    first ??= cell;
    isText &&= typeof cell === 'string';
  }
  if (filled === 0) return 'blank';
  const keyed = places.keys.some((column) => !nothing(row[column]) && !isTotalLabel(row[column]));
  if (!keyed && places.labels.some((column) => isTotalLabel(row[column]))) return 'total';
  if (typeof first === 'string' && /[:：]/.test(first) && FOOTER.test(cellText(first))) return 'footer';
  if (filled === 1 && row.length >= 4) return 'note';
  if (!keyed && isGroupLine(first, row, { places, nothing })) return 'total';
  if (isText && isRepeatedHeader(row, headers, filled)) return 'header';
  return isColumnNumbers(row, filled, nothing) ? 'header' : 'data';
}

function isTotalLabel(cell: Cell): boolean {
  // Most cells are no total: one look for its letters spares them the rest.
  if (typeof cell !== 'string' || !/[计均中Σ∑]/.test(cell)) return false;
  const text = cellText(cell);
  return TOTAL.test(text) && !COMPANY.test(text);
}

/** 二、西镇, （一）规上企业: a line that names a group and gives its sums, in a row that names nobody. */
const GROUP = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)).*[^\d\s]/;

function isGroupLine(
  first: Cell,
  row: readonly Cell[],
  { places, nothing }: { readonly places: Places; readonly nothing: Nothing },
): boolean {
  if (typeof first !== 'string' || !GROUP.test(cellText(first))) return false;
  return places.names.length > 0 && places.names.every((column) => nothing(row[column]));
}

function isRepeatedHeader(row: readonly Cell[], headers: HeaderMatch, filled: number): boolean {
  return headers.rows.some((header) => {
    let same = 0;
    row.forEach((cell, column) => {
      const text = header[column] ?? '';
      if (text !== '' && typeof cell === 'string' && plainText(cell) === text) same++;
    });
    return same >= 2 && same * 2 >= filled;
  });
}

/** 栏次: 1, 2, 3 ... from the first column on, or 甲, 乙, 1, 2 ... */
function isColumnNumbers(row: readonly Cell[], filled: number, nothing: Nothing): boolean {
  if (filled < 4 || !startsAtOne(row)) return false;
  const numbers = row.filter((cell) => !nothing(cell)).map(cellText);
  const first = numbers.findIndex((text) => text === '1');
  if (first < 0 || first > 3) return false;
  const labels = numbers.slice(0, first).every((text) => /^(?:栏次|列次|序号|[甲乙丙丁])$/.test(text));
  // Two numbers behind 甲 and 乙 say enough; bare numbers might be an enterprise's figures.
  const least = first > 0 && labels ? 2 : 4;
  return (
    labels && numbers.length - first >= least && numbers.slice(first).every((text, index) => text === String(index + 1))
  );
}

function startsAtOne(row: readonly Cell[]): boolean {
  for (let column = 0; column < 6; column++) if (row[column] === 1 || row[column] === '1') return true;
  return false;
}

/** A row without a name whose sums equal those of the rows above it is a total that forgot to say so. */
function* markUnnamedSums(
  rows: readonly (readonly Cell[])[],
  kinds: RowKind[],
  places: Places,
  nothing: Nothing,
): Steps<RowKind[]> {
  if (places.names.length === 0 || places.summed.length === 0) return kinds;
  const since = new Sums(places.summed.length);
  const all = new Sums(places.summed.length);
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] === 'total') since.reset();
    if (kinds[index] !== 'data') return;
    const unnamed = places.names.every((column) => nothing(row[column]));
    const given = places.summed.map((column) => amount(row[column]));
    if (unnamed && (since.equal(given) || all.equal(given))) {
      kinds[index] = 'total';
      since.reset();
      return;
    }
    since.add(given);
    all.add(given);
  });
  return kinds;
}

class Sums {
  private readonly sums: number[];
  private count = 0;

  constructor(columns: number) {
    this.sums = new Array<number>(columns).fill(0);
  }

  reset(): void {
    this.sums.fill(0);
    this.count = 0;
  }

  add(given: readonly number[]): void {
    this.count++;
    given.forEach((value, index) => (this.sums[index] = (this.sums[index] ?? 0) + value));
  }

  equal(given: readonly number[]): boolean {
    if (this.count < 2) return false;
    const some = given.some((value) => value !== 0);
    return some && given.every((value, index) => value === 0 || closeTo(value, this.sums[index] ?? 0));
  }
}

function amount(cell: Cell): number {
  const reading = typeof cell === 'number' ? cell : readNumber(cell);
  if (typeof reading === 'number') return Number.isFinite(reading) ? reading : 0;
  return reading.kind === 'value' ? reading.value : 0;
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}
