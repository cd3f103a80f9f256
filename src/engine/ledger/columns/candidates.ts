import { familyOf } from '../words/families';
import { LET_OUT, type Kind } from '../words/kinds';
import type { Candidate, Proof } from './candidate';
import type { ColumnInfo } from './columnInfo';
import { isOnce } from './noTax';
import { isGrowthOf, isSumOf } from './proofs';
import { withRented } from './rentedLand';
import { sums } from './sums';
import { isOfLaterTime } from './titleTime';

/** What a kind is worth. Taken unasked is only what reaches `ENOUGH` with a lead of `LEAD` over the next. */
const WORTH: Readonly<Record<Kind, number>> = {
  plain: 6,
  version: 5,
  unknown: 2.5,
  part: 1.5,
  lesser: 1,
  period: 0.5,
  past: -1.5,
  plan: -1.5,
  rate: -9,
};
export const ENOUGH = 4;
export const LEAD = 2;
/** A hidden column stands behind every one that is seen; alone it is asked about as hidden. */
export const HIDDEN_COSTS = 4;
/** A duty on a sale of land is no year's tax. */
const ONCE = 6;
/** What a note says goes before what the words of a name are worth. */
const POINTED = 5;

interface Around {
  readonly infos: readonly ColumnInfo[];
  /** All columns of the family. */
  readonly own: readonly ColumnInfo[];
  readonly rows: number;
  /** The newest whole year, or the one that the other amount is of. */
  readonly newest: number;
  readonly isOfOther: boolean;
  /** The newest year of all, months and quarters among them, where the title speaks of their time or is not known; else the newest whole one. */
  readonly latest: number;
  readonly fullest: number;
}

/** What is known besides the columns: the ledger's title, and the year that its other amount is of. */
interface OfTable {
  readonly title?: string | undefined;
  readonly year?: number | undefined;
}

/** The candidates for one amount, best first. */
export function candidatesFor(
  family: 'tax' | 'area',
  infos: readonly ColumnInfo[],
  rows: number,
  { title, year: wanted }: OfTable = {},
): Candidate[] {
  const own = infos.filter((info) => info.family === family && info.kind !== 'rate');
  const years = own.filter(({ kind }) => kind !== 'plan' && kind !== 'period').map(({ year }) => year ?? -Infinity);
  const ofOther = wanted !== undefined && years.includes(wanted) ? wanted : undefined;
  const newest = ofOther ?? Math.max(...years, -Infinity);
  const paid = own.filter(({ kind }) => kind !== 'plan');
  const around: Around = {
    infos,
    own,
    rows,
    newest,
    isOfOther: ofOther !== undefined,
    latest:
      ofOther === undefined && (title === undefined || isOfLaterTime(title, newest))
        ? Math.max(...paid.map(({ year }) => year ?? -Infinity), newest)
        : newest,
    fullest: Math.max(0, ...own.map(({ profile }) => profile.numbers)),
  };
  const rented = family === 'area' ? withRented(own) : [];
  const summed = sums(own).map((sum) => ({
    ...sum,
    score: sum.score - behind(sum.year, around) - (isSale(sum, infos) ? ONCE : 0),
  }));
  return [...own.map((info) => single(info, family, around)), ...summed, ...rented].toSorted(
    (a, b) => b.score - a.score,
  );
}

/** 交易环节税费 over 增值税, 土地增值税 and 契税: all of it is of a sale; 契税 among the kinds of a year's tax is one of them. */
function isSale({ columns }: Candidate, infos: readonly ColumnInfo[]): boolean {
  const once = columns.filter(({ column }) => isOnce(infos[column] ?? { path: [] }));
  return once.length >= 2 || once.length === columns.length;
}

function single(info: ColumnInfo, family: 'tax' | 'area', around: Around): Candidate {
  const { kind, profile, unit, year, column } = info;
  const proofs: Proof[] = [];
  const sum = kind === 'lesser' || kind === 'plan' ? 0 : sumProof(info, around.infos);
  // 出让 that is 已动工 and 闲置 together is no part but the whole.
  const isVersion = kind === 'part' && family === 'area' && sum > 0;
  const worth = isVersion ? WORTH.version : WORTH[kind];
  let score = worth + byValues(info, around) + byWords(info, family, around) + byMerges(info, around);
  // Last year whole beside this year's first months: nobody can tell which a list of this year's first months goes by.
  score -= Math.max(behind(year, around), behind(year, { ...around, newest: around.latest }));
  const growth = family === 'tax' ? growthProof(info, around) : 0;
  if (family === 'tax' && isOnce(info)) score -= ONCE;
  if (sum > 0) proofs.push('sum');
  if (growth > 0) proofs.push('growth');
  score += (kind === 'part' ? Math.max(0, sum) : sum) + growth;
  if (info.pointed === true) score += POINTED;
  const given = {
    hidden: info.hidden,
    pointed: info.pointed === true,
    ...(unit ? { unit } : {}),
    ...(year === undefined ? {} : { year }),
  };
  return { columns: [{ column, sign: 1 }], kind, score, values: profile.values, proofs, ...given };
}

/** An earlier year's figures stand behind the newest's; 2024年用地 behind 2023年用地 where the tax is of 2023. */
function behind(year: number | undefined, { newest, isOfOther }: Pick<Around, 'newest' | 'isOfOther'>): number {
  const apart = year === undefined ? 0 : isOfOther ? Math.abs(newest - year) : newest - year;
  return apart > 0 ? 2.5 * Math.min(2, apart) : 0;
}

/** Cells merged over the same rows as the names are the enterprise's; beside such ones the others are single parcels'. */
function byMerges({ merged }: ColumnInfo, { infos, own }: Around): number {
  const named = infos.filter(({ profile, merged: spans }) => profile.companies > 0 && spans !== '');
  const names = named.toSorted((a, b) => b.profile.companies - a.profile.companies)[0]?.merged;
  if (names === undefined || !own.some((other) => other.merged === names)) return 0;
  return merged === names ? 2 : -2;
}

/** Empty columns, words, few numbers and numbers of a list speak against one; without rows nothing is said. */
function byValues({ profile, kind, hidden }: ColumnInfo, { rows, fullest, own }: Around): number {
  const isHidden = hidden ? -HIDDEN_COSTS : 0;
  if (rows === 0) return isHidden;
  // Where no column of the kind holds anything, the rows are still to be filled in.
  // Figures that cannot be read are told one by one; where nothing else may be meant there is nothing to ask.
  const isOnly = own.length === 1 && kind === 'plain';
  const isEmpty = (profile.filled === 0 && fullest > 0) || (profile.texts > profile.numbers && !isOnly) ? -4 : 0;
  const isThin = profile.numbers < fullest * 0.5 && profile.numbers < rows * 0.5 ? -1.5 : 0;
  return isHidden + isEmpty + isThin + (profile.isSequence && kind !== 'plain' ? -3 : 0);
}

function byWords(info: ColumnInfo, family: 'tax' | 'area', { infos, own }: Around): number {
  let score = infos.some(({ under }) => under === info.column) ? -2.5 : 0;
  if (family === 'area' && isExplicitWhole(info, own)) score += 2;
  const { path, parent, kind, unit } = info;
  // 面积 in ㎡ alone may be that of the building.
  if (family === 'area' && path.length === 1 && path[0]?.name === '面积' && unit?.text === '㎡') score -= 1.5;
  // One of several children of an amount, none of them the whole: not without a word.
  // 已供地 beside 计划用地 and 已开工: what is only planned, or a part left aside, is no other figure of it.
  const siblings = own.filter((other) => other.parent === parent && other.kind !== 'plan' && other.kind !== 'lesser');
  const saysLittle = path.length > 0 && familyOf(path[path.length - 1] as (typeof path)[number]) === 'none';
  const isChild = parent !== '' && siblings.length > 1 && saysLittle;
  const isOpen = kind === 'version' || kind === 'unknown';
  if (isChild && isOpen && siblings.every((other) => other.kind !== 'plain')) score -= 2;
  return score;
}

/** 实际使用面积合计 beside 使用权面积, 承租 and 其他: it says that it is the whole, and is never less than any of them. */
function isExplicitWhole(info: ColumnInfo, own: readonly ColumnInfo[]): boolean {
  const others = own.filter((other) => other !== info && other.kind !== 'plan' && other.profile.numbers > 0);
  if (!/合计|总计/.test(info.path.at(-1)?.name ?? '') || others.length < 2) return false;
  const factor = ({ unit }: ColumnInfo) => (unit ? unit.times / unit.over : 1);
  return others.every((other) => {
    let [less, rows] = [0, 0];
    info.profile.values.forEach((value, row) => {
      const part = (other.profile.values[row] ?? NaN) * factor(other);
      if (Number.isNaN(value) || Number.isNaN(part)) return;
      rows++;
      if (part > value * factor(info) * 1.001) less++;
    });
    return LET_OUT.test(other.path.at(-1)?.name ?? '') || less <= rows * 0.25;
  });
}

/** A column that is the sum of its neighbours is their whole; one that goes into such a sum is a part. */
function sumProof(info: ColumnInfo, infos: readonly ColumnInfo[]): number {
  const fits = (other: ColumnInfo | undefined): other is ColumnInfo =>
    other !== undefined && other.profile.numbers > 0 && other.family === info.family && other.kind !== 'rate';
  // 应纳 = 实纳 + 欠缴: what is due is no whole of what is paid.
  const wholes = (others: readonly ColumnInfo[]) => others.filter(({ kind }) => kind !== 'plan');
  if (info.profile.numbers < 3) return 0;
  const siblings = infos.filter((other) => other !== info && other.parent === info.parent && fits(other));
  const near = (from: number, count: number) => infos.slice(Math.max(0, from), Math.max(0, from + count)).filter(fits);
  const at = infos.indexOf(info);
  const sets = [
    ...[siblings, near(at - 2, 2), near(at - 3, 3), near(at + 1, 2), near(at + 1, 3)],
    ...(['part', 'period'] as const).map((kind) => siblings.filter((other) => other.kind === kind)),
  ];
  // 总用地 is 代征 and 净用地: what a part calls the land itself is no mere part.
  const sumOf = (whole: ColumnInfo, parts: readonly ColumnInfo[]) =>
    parts.length >= 2 &&
    parts.every(({ kind }) => kind !== 'plain') &&
    isSumOf(
      whole.profile.values,
      parts.map(({ profile, path }) =>
        LET_OUT.test(path.at(-1)?.name ?? '') ? profile.values.map((own) => -own) : profile.values,
      ),
    );
  if (sets.some((set) => sumOf(info, set))) return 2;
  const isInside = wholes(siblings).some((whole) =>
    sumOf(whole, [...siblings.filter((other) => other !== whole), info]),
  );
  return isInside ? -2 : 0;
}

/** 增幅 = (this - last) / last tells this year from last. */
function growthProof(info: ColumnInfo, { own, infos }: Around): number {
  const rates = infos.filter(({ kind, profile }) => kind === 'rate' && profile.numbers >= 3);
  const values = info.profile.values;
  for (const other of own) {
    if (other === info) continue;
    for (const { profile: rate } of rates) {
      if (isGrowthOf(rate.values, values, other.profile.values)) return 2;
      if (isGrowthOf(rate.values, other.profile.values, values)) return -2;
    }
  }
  return 0;
}
