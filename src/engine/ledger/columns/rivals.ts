import { LET_OUT, type Kind } from '../words/kinds';
import type { Candidate } from './candidate';
import type { ColumnInfo } from './columnInfo';
import { factorOf, saysPart } from './mirrors';
import { isOnce } from './noTax';
import { RENTED_IN } from './rentedLand';

/** Figures of the same thing, or of parts of it, and of no other time. */
const OF_IT: readonly Kind[] = ['plain', 'version', 'unknown', 'part'];
/** Rows, and shares of the rows, that one column must fill or exceed for another not to be the whole. */
const LEAST = { rows: 2, gaps: 0.08, more: 0.2 } as const;

/** What is known of a ledger's time. */
interface OfTime {
  readonly isDated: boolean;
  readonly isRunning: boolean;
}

/**
 * Whether other columns show that the best one is not the whole: they hold what it lacks, or more than it does; or whether nothing
 * says which year it is of.
 */
export function isDoubtful(best: Candidate, infos: readonly ColumnInfo[], { isDated, isRunning }: OfTime): boolean {
  if (best.pointed === true || best.proofs.includes('ratio') || best.proofs.includes('sum')) return false;
  const own = infos.filter(({ column }) => best.columns.some((one) => one.column === column));
  const [first] = own;
  if (!first) return false;
  // An amount that is merged over an enterprise's rows has gaps that it fills itself.
  if (first.merged !== '') return false;
  if (!isDated && isOfSomeYear(first, infos)) return true;
  if (first.family === 'tax' && isUnfinished(best, infos, isRunning)) return true;
  const rivals = infos.filter((info) => !own.includes(info) && isRival(info, first));
  return rivals.some((rival) => isBeside(rival, best) || fillsGaps(rival, best) || isMore(rival, best));
}

function isRival(info: ColumnInfo, best: ColumnInfo): boolean {
  const { family, kind, year, hidden, path } = info;
  if (saysPart(info) || isOnce(info)) return false;
  const isOfOther = year !== undefined && best.year !== undefined && year !== best.year;
  return family === best.family && OF_IT.includes(kind) && !isOfOther && !hidden && !LET_OUT.test(nameOf(path));
}

const THIS_YEAR = /[本当今]年|本期/;

/** 本年 | 上年 where no year stands anywhere: this year may be a month old, and last year is the one that is whole. */
function isOfSomeYear({ path, family, year, profile }: ColumnInfo, infos: readonly ColumnInfo[]): boolean {
  if (year !== undefined || !path.some(({ text }) => THIS_YEAR.test(text))) return false;
  const isLast = (info: ColumnInfo) =>
    info.family === family && info.kind === 'past' && info.profile.numbers >= profile.numbers / 2;
  return infos.some(isLast) && infos.every(({ named }) => named?.field.id !== 'evaluationYear');
}

/** So many rows that fall, by so much, are more than a bad year. */
const FALLEN = { rows: 8, share: 0.9, ratio: 0.85 } as const;

/**
 * 2023年 | 2024年 | 2025年 where the newest is less: in a ledger that is kept up to date, or where nearly every enterprise falls by
 * much, the year may not have ended when it was written.
 */
function isUnfinished({ year, values, unit }: Candidate, infos: readonly ColumnInfo[], isRunning: boolean): boolean {
  const before = infos.find(
    (info) => year !== undefined && info.year === year - 1 && info.family === 'tax' && OF_IT.includes(info.kind),
  );
  if (!before) return false;
  const scale = unit && before.unit ? factorOf({ unit }) / factorOf(before) : 1;
  // A line that only one of the years has (基准值 of the newest) says nothing of the other.
  const both = [...values].flatMap((value, row) => {
    const last = before.profile.values[row] ?? NaN;
    return value > 0 && last > 0 ? [[value * scale, last] as const] : [];
  });
  const ratios = both.map(([now, last]) => now / last);
  const [all, last] = [0, 1].map((at) => both.reduce((sum, pair) => sum + (pair[at] ?? 0), 0)) as [number, number];
  const falling = ratios.filter((ratio) => ratio < 1).length;
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1;
  const isLess = all < last && falling > ratios.length / 2;
  const isFar = ratios.length >= FALLEN.rows && falling >= ratios.length * FALLEN.share && middle <= FALLEN.ratio;
  return isRunning ? isLess : isFar;
}

const nameOf = (path: ColumnInfo['path']): string => path.at(-1)?.name ?? '';

/** 登记面积 | 租入面积: one says of itself that the other is not in it. */
function isBeside({ kind, path, profile }: ColumnInfo, best: Candidate): boolean {
  return best.kind === 'version' && kind === 'part' && RENTED_IN.test(nameOf(path)) && profile.numbers > 0;
}

function fillsGaps({ profile }: ColumnInfo, { values }: Candidate): boolean {
  const gaps = profile.values.filter((value, row) => value > 0 && !((values[row] ?? NaN) > 0)).length;
  return gaps >= Math.max(LEAST.rows, profile.numbers * LEAST.gaps);
}

function isMore(rival: ColumnInfo, { values, unit, kind }: Candidate): boolean {
  if (rival.kind !== 'part' && rival.kind !== 'unknown') return false;
  if (kind === 'sum') return false;
  const factor = rival.unit && unit ? factorOf(rival) / factorOf({ unit }) : 1;
  const isOver = (value: number, row: number) => value * factor > (values[row] ?? NaN) * 1.02;
  const both = rival.profile.values.filter((value, row) => value > 0 && (values[row] ?? NaN) > 0).length;
  const more = rival.profile.values.filter((value, row) => value > 0 && (values[row] ?? NaN) > 0 && isOver(value, row));
  return more.length >= Math.max(LEAST.rows, both * LEAST.more);
}
