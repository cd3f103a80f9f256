import { familyOf } from '../words/families';
import type { Header } from '../words/header';
import { LET_OUT } from '../words/kinds';
import { arePartedByRow, isAllThereIs } from './allThereIs';
import type { Candidate } from './candidate';
import type { ColumnInfo } from './columnInfo';
import { addedUp, isSumOf } from './proofs';

/** A sum that somebody may mean, and one of all that there is of the amount. */
const WORTH = { sum: 3, whole: 5 } as const;

/** 本季 | 自年初累计, 盘活前 | 盘活后, 应计 | 已缴: one figure at several moments, never parts of a whole. */
const MOMENT = /累计|年初|[本当](?:年|季|月|期)|[前后]$|预计|预测|应[计缴纳交]|已[缴纳交]|实缴/;

/** Parts under one parent, or side by side, without a whole among them: their sum is a candidate as well. */
export function sums(own: readonly ColumnInfo[]): Candidate[] {
  const groups = new Map<string, ColumnInfo[]>();
  const put = (key: string, info: ColumnInfo) => groups.set(key, [...(groups.get(key) ?? []), info]);
  for (const info of own) {
    put(`${info.parent}|${String(info.year ?? '')}`, info);
    // 一期/用地 and 二期/用地, 一季度/税收 and 二季度/税收.
    if ((info.kind === 'unknown' || info.kind === 'period') && info.path.length > 1)
      put(`same ${info.path.at(-1)?.text ?? ''}`, info);
    // 国税/2023 and 地税/2023: parts by their parents, years below.
    const isYear = info.year !== undefined && info.path.at(-1)?.name === '' && info.kind === 'part';
    if (isYear)
      put(
        `${info.path
          .slice(0, -2)
          .map(({ text }) => text)
          .join('/')}|of ${String(info.year)}`,
        info,
      );
  }
  const found = [...groups.values()].flatMap((group) => {
    const areChildren =
      group[0]?.parent !== '' &&
      group.every(({ path }) => {
        const last = path.at(-1);
        return !last || familyOf(last) === 'none';
      });
    const moments = new Set(group.map(({ path }) => MOMENT.exec(path.at(-1)?.text ?? '')?.[0]));
    const isPart = ({ kind, path }: ColumnInfo) =>
      (kind === 'part' || kind === 'unknown' || (kind === 'version' && areChildren)) &&
      !isInside(path.at(-1), group) &&
      (moments.size === 1 || !MOMENT.test(path.at(-1)?.text ?? ''));
    const byKind = landByKind(group);
    const quarters = group.filter(({ kind, header }) => kind === 'period' && !/累计|本月|当月|同期/.test(header));
    const parts = withoutWhole(group.filter(isPart));
    return [
      ...sumOf(parts, { group, own }, 2),
      ...(byKind.length > parts.length ? sumOf(byKind, { group, own }, 2) : []),
      ...sumOf(quarters, { group, own }, 4),
    ];
  });
  return found.filter((sum, at) => found.findIndex((one) => keyOf(one) === keyOf(sum)) === at);
}

/** The kinds of land below one name, of which each enterprise has hardly more than one. */
function landByKind(group: readonly ColumnInfo[]): readonly ColumnInfo[] {
  const set = group.filter(({ kind, family }) => family === 'area' && kind !== 'plan' && kind !== 'past');
  return group[0]?.parent !== '' && arePartedByRow(set) ? set : [];
}

/** 契税 | 印花税 | 合计: what is called the sum of the others, and is, is not added to them; 中央级 may be as much as 省级 and 县级. */
function withoutWhole(set: readonly ColumnInfo[]): readonly ColumnInfo[] {
  if (set.length < 3) return set;
  const others = (one: ColumnInfo) => set.filter((other) => other !== one).map(({ profile }) => profile.values);
  const saysSo = ({ path }: ColumnInfo) => /合计|小计|总/.test(path.at(-1)?.text ?? '');
  return set.filter((one) => !(saysSo(one) && isSumOf(one.profile.values, others(one))));
}

const keyOf = ({ columns }: Candidate): string => columns.map(({ column }) => column).join();

/** 其中：有证 beside 自有 is inside it, and not to be added; where all columns say so they are parts of something else. */
function isInside(last: Header | undefined, group: readonly ColumnInfo[]): boolean {
  const saysSo = (header: Header | undefined) => header?.text.startsWith('其中') === true;
  return saysSo(last) && !group.every(({ path }) => saysSo(path.at(-1)));
}

interface Among {
  readonly group: readonly ColumnInfo[];
  readonly own: readonly ColumnInfo[];
}

/** A kind that nobody has adds nothing; a quarter that nobody has filled in is still to come. */
function sumOf(all: readonly ColumnInfo[], { group, own }: Among, least: number): Candidate[] {
  const set = all.filter(({ profile }) => profile.numbers > 0);
  const hasWhole = group.some((info) => info.kind === 'plain' && !set.includes(info));
  const unit = set.find((info) => info.unit)?.unit;
  const differs = set.some((info) => info.unit && info.unit.text !== unit?.text);
  const isOdd = set.some(({ year }) => year !== set[0]?.year);
  if (set.length < least || hasWhole || differs || isOdd) return [];
  const columns = set.map(({ column, path, family }) => ({
    column,
    sign: family === 'area' && LET_OUT.test(path.at(-1)?.name ?? '') ? (-1 as const) : (1 as const),
  }));
  // What is added comes first: it stands for the sum.
  const ordered = columns.toSorted((a, b) => b.sign - a.sign || a.column - b.column);
  if (ordered[0]?.sign !== 1) return [];
  const values = addedUp(
    set.map(({ profile }) => profile.values),
    columns.map(({ sign }) => sign),
  );
  const year = set[0]?.year;
  const score = isAllThereIs(set, own) ? WORTH.whole : WORTH.sum;
  return [
    {
      columns: ordered,
      kind: 'sum',
      score,
      values,
      proofs: [],
      ...(unit ? { unit } : {}),
      ...(year === undefined ? {} : { year }),
    },
  ];
}
