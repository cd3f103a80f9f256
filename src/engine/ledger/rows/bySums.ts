import { eachRow, type Steps } from '../../../steps/steps';
import { cellText, isMissingMark, type Cell, type Rows } from '../cell';
import { SURE_COMPANY } from '../sheet/headerness';
import { isCount, A_PLACE } from './byWords';
import type { Figures } from './figures';
import type { RowDoubt, RowKind } from './kinds';
import { isListNumber, type Look, type Summed } from './look';

const SUM_WORD = /[合小总累共]\s*计|汇总|总[数和额]|^共\d|^全[部体市县区镇省州]|[户平]均|均值|[Σ∑]|total|sum/i;
/** 某集团（合并4户）: of whom there are several below. */
const COUNTED = /[(（](?:共|合并|含|下属)?\d+[户家个]\S{0,2}[)）]$/;

/** A table whose totals are looked for. */
export interface SumsGiven {
  readonly rows: Rows;
  readonly look: Look;
  readonly figures: Figures;
  readonly kinds: RowKind[];
  readonly doubts: RowDoubt[];
}

/**
 * A row that equals the sum of the rows above it, or is followed by its own parts, says so without a word: it is a total where
 * nothing shows it to be an enterprise. One that is like a sum and says neither stays, and is told of.
 */
export function* totalsBySums(given: SumsGiven): Steps<void> {
  const { rows, look, figures, kinds } = given;
  if (look.summed.length === 0) return;
  const labels = yield* labelsOf(given);
  const since = new Sums(look.summed);
  const all = new Sums(look.summed);
  const bare: number[] = [];
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] === 'total') since.reset();
    if (kinds[index] !== 'data') return;
    if (!labels.isProper(row)) {
      const said = labels.of(row);
      if (!said.isOne && isSum(given, index, { said, sums: [since, all] })) {
        kinds[index] = 'total';
        since.reset();
        return;
      }
      if (said.says >= 0 && !said.isOne) bare.push(index);
    }
    since.add(figures, index);
    all.add(figures, index);
  });
  for (const index of bare) if (isOfAll(given, index, all)) kinds[index] = 'total';
  totalsAbove(given, labels);
}

interface Said {
  /** 1: it calls itself a sum or a township; 0: nothing; -1: something else. */
  readonly says: -1 | 0 | 1;
  readonly label: string;
  /** A number of its own in the list: an enterprise, whatever its figures are. */
  readonly isOne: boolean;
  readonly isUnnumbered: boolean;
}

interface Labels {
  /** A code or a company's name: an enterprise as well, and nearly every row. */
  readonly isProper: (row: readonly Cell[]) => boolean;
  /** Of the others. */
  readonly of: (row: readonly Cell[]) => Said;
}

function* labelsOf({ rows, look, kinds }: SumsGiven): Steps<Labels> {
  const { name, code, sequence, town, nothing } = look;
  let [numbered, data] = [0, 0];
  const towns = new Set<string>();
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] !== 'data') return;
    data++;
    if (sequence !== undefined && !nothing(row[sequence])) numbered++;
    if (town !== undefined && towns.size < 500) towns.add(String(row[town] ?? '').trim());
  });
  towns.delete('');
  const isNumbered = sequence !== undefined && numbered >= data * 0.6;
  const isProper = (row: readonly Cell[]) => {
    const own = name === undefined ? undefined : row[name];
    if (typeof own === 'string' && SURE_COMPANY.test(own.trim()) && !COUNTED.test(own)) return true;
    return code !== undefined && !nothing(row[code]) && String(row[code] ?? '').trim() !== '' && !isCount(row[code]);
  };
  const of = (row: readonly Cell[]): Said => {
    const own = name === undefined ? undefined : row[name];
    const isUnnumbered = isNumbered && !isListNumber(row[sequence]);
    const label = labelOf(row, look);
    // A township in the place of a name, or alone in its row, is a sum's label; in its own column it is everybody's.
    const isTown =
      name !== undefined &&
      (nothing(own) || label === String(own).trim()) &&
      (towns.has(label) || A_PLACE.test(label)) &&
      !hasWords(row, label, look);
    const says = label === '' ? 0 : SUM_WORD.test(label) || isTown ? 1 : -1;
    const isOne =
      isNumbered &&
      !isUnnumbered &&
      !COUNTED.test(label) &&
      (says <= 0 || !(/汇总|^共\d|^全|total/i.test(label) || isTown));
    return { says, label, isOne, isUnnumbered };
  };
  return { isProper, of };
}

/** 智能小镇 | 化工 | 自有 among rows with such words: a township's sum has no trade of its own. */
function hasWords(row: readonly Cell[], label: string, { usual, nothing }: Look): boolean {
  return usual.some((column) => {
    const cell = row[column];
    return typeof cell === 'string' && !nothing(cell) && !isMissingMark(cellText(cell)) && cell.trim() !== label;
  });
}

function labelOf(row: readonly Cell[], { labels, name, sequence }: Look): string {
  const places = [name, sequence, ...labels].filter((column) => column !== undefined);
  const cell = places.map((column) => row[column]).find((one) => typeof one === 'string' && /[^\d\s.,]/.test(one));
  return typeof cell === 'string' ? cell.trim() : '';
}

interface Tried {
  readonly said: Said;
  readonly sums: readonly Sums[];
}

function isSum({ rows, look, figures, doubts }: SumsGiven, index: number, { said, sums }: Tried): boolean {
  const { says, label, isUnnumbered } = said;
  const row = rows[index] ?? [];
  const some = figures.filled(index);
  for (const sum of sums) {
    const isOf = (at: number) =>
      sum.agrees(figures.at(index, at), at) || (/均/.test(label) && sum.isMean(figures.at(index, at), at));
    const hits = some.filter(isOf);
    const isTold = hits.some((at) => isTelling(figures.at(index, at)));
    const isHit = isAll(hits, some, sum, says >= 0 && isTold) || (hits.length >= 2 && agree(hits, some, sum));
    if (!isHit || sum.count < 1 || (some.length < 2 && look.summed.length > 1 && says <= 0)) continue;
    if ((says > 0 && (sum.count >= 2 || some.length >= 2)) || (says === 0 && sum.count >= 2)) return true;
    // A row of its own that is 0.6 and 10 after rows of 0.6 and 10 is no sum for that.
    if (sum.count >= 2 && hits.some((at) => isTelling(figures.at(index, at))))
      doubts.push({ code: 'equalsSum', row: index });
    return false;
  }
  // It says so, stands without a number and has nothing of its own: a sum that somebody got wrong, or typed later.
  const isBare = look.usual.every((column) => look.nothing(row[column]) || row[column] === label);
  return says > 0 && SUM_WORD.test(label) && isUnnumbered && isBare;
}

/** A row is as much as all others together, above and below it: a total that was left where the list once ended. */
function isOfAll({ figures }: SumsGiven, index: number, all: Sums): boolean {
  const some = figures.filled(index);
  const isTold = some.filter((at) => isTelling(figures.at(index, at))).length >= 2;
  return isTold && all.count > 2 && some.every((at) => all.agrees(2 * figures.at(index, at), at));
}

/**
 * Most of a sum's figures are those of its rows, for one of them may be wrong; of a single row it has them all, for more of the
 * same enterprise repeats some.
 */
function agree(hits: readonly number[], some: readonly number[], { count }: Sums): boolean {
  return hits.length >= some.length * (count > 1 ? 0.6 : 1);
}

/** All figures of a row are a sum's; of one that says so or says nothing, a column in which a row lacks a figure says nothing either. */
function isAll(hits: readonly number[], some: readonly number[], sum: Sums, saysSo: boolean): boolean {
  return hits.length > 0 && some.every((at) => hits.includes(at) || (saysSo && sum.lacks(at)));
}

/** Sums that stand above their rows: 一 甘霖镇, and its enterprises below. */
function totalsAbove({ rows, look, figures, kinds }: SumsGiven, labels: Labels): void {
  const saying = new Set<number>();
  const open = kinds.flatMap((kind, index) => {
    if (kind !== 'data' || labels.isProper(rows[index] ?? [])) return [];
    const said = labels.of(rows[index] ?? []);
    if (said.says > 0 && said.isUnnumbered) saying.add(index);
    const isNameless = look.name !== undefined && look.nothing(rows[index]?.[look.name]);
    const isLike = said.isUnnumbered || isNameless || said.says > 0 || COUNTED.test(said.label);
    return isLike && !said.isOne ? [index] : [];
  });
  // From the bottom up: a county's line adds up what is left once those of its townships are known.
  const opened = new Set(open);
  const isBound = (kind: RowKind, row: number) => opened.has(row) || (kind !== 'data' && kind !== 'blank');
  const bounds = [...kinds.flatMap((kind, row) => (isBound(kind, row) ? [row] : [])), kinds.length];
  for (const index of open.toReversed()) {
    const some = figures.filled(index);
    const sums = new Sums(look.summed);
    const next = bounds.findIndex((bound) => bound > index);
    let row = index + 1;
    for (const end of bounds.slice(next, next + MOST_PARTS)) {
      for (; row < end; row++) if (kinds[row] === 'data') sums.add(figures, row);
      const hits = some.filter((at) => sums.agrees(figures.at(index, at), at));
      const isMost = hits.length >= Math.min(2, look.summed.length) && agree(hits, some, sums);
      const isTotal = sums.count > 0 && (isMost || (saying.has(index) && isAll(hits, some, sums, true)));
      if (isTotal) kinds[index] = 'total';
      if (isTotal) break;
    }
  }
}

/**
 * An enterprise that is the sum of those right below it in all of its figures (a group and its members, numbered like any other)
 * would count twice: it is told and held.
 */
export function doubtSumsAbove({ look, figures, kinds, doubts }: SumsGiven): void {
  if (look.summed.length < 2) return;
  const sums = new Sums(look.summed);
  kinds.forEach((kind, index) => {
    if (kind !== 'data') return;
    sums.reset();
    for (let row = index + 1; row <= index + MOST_PARTS && kinds[row] === 'data'; row++) {
      sums.add(figures, row);
      if (sums.isOver(figures, index)) return;
      if (sums.count < 2) continue;
      const some = figures.filled(index);
      if (some.length >= 2 && !some.every((at) => sums.agrees(figures.at(index, at), at))) continue;
      if (some.filter((at) => isTelling(figures.at(index, at))).length >= 2)
        doubts.push({ code: 'equalsSum', row: index });
      return;
    }
  });
}

/** Round figures come out as each other's sums by chance: 30 is 10 and 20. */
function isTelling(value: number): boolean {
  return (
    String(Math.abs(value))
      .replace('.', '')
      .replace(/^0+|0+$/g, '').length >= 3
  );
}

/** So many lines that may be sums are looked past for the rows that one of them adds up. */
const MOST_PARTS = 30;

class Sums {
  private readonly sums: number[];
  private readonly lacking = new Set<number>();
  count = 0;

  constructor(private readonly columns: readonly Summed[]) {
    this.sums = new Array<number>(columns.length).fill(0);
  }

  reset(): void {
    this.sums.fill(0);
    this.lacking.clear();
    this.count = 0;
  }

  add(figures: Figures, row: number): void {
    this.count++;
    for (let at = 0; at < this.sums.length; at++) {
      const value = figures.at(row, at);
      if (value === 0) this.lacking.add(at);
      else this.sums[at] = (this.sums[at] ?? 0) + value;
    }
  }

  /** Some row that was added has no figure there. */
  lacks(at: number): boolean {
    return this.lacking.has(at);
  }

  agrees(value: number, at: number): boolean {
    return this.isClose(value, this.sums[at] ?? 0, at);
  }

  /** Added up they are more already than one of a row's amounts. */
  isOver(figures: Figures, row: number): boolean {
    for (let at = 0; at < this.sums.length; at++) {
      const value = figures.at(row, at);
      if (value !== 0 && (this.sums[at] ?? 0) > value && !this.agrees(value, at)) return true;
    }
    return false;
  }

  isMean(value: number, at: number): boolean {
    return this.count >= 3 && this.isClose(value, (this.sums[at] ?? 0) / this.count, at);
  }

  private isClose(value: number, sum: number, at: number): boolean {
    const rounding = this.columns[at]?.rounding ?? 0;
    return Math.abs(value - sum) <= Math.max(1e-6 * Math.abs(sum), rounding * Math.sqrt(this.count));
  }
}
