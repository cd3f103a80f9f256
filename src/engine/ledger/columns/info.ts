import type { Rows } from '../cell';
import { headerPath } from '../words/header';
import { otherField } from '../words/otherField';
import type { Family } from '../words/families';
import { kindOf } from '../words/kinds';
import type { ColumnInfo } from './columnInfo';
import { meaningOf, unitIn, unitShown } from './meaning';
import { withMirrors } from './mirrors';
import { isPointedTo } from './pointedTo';
import { profileOf } from './profile';
import { understood } from './understood';
import { isOtherMoney } from './noTax';
import { isMeanOf, isSumOf, ratioOf } from './proofs';

/** Columns to be understood: the texts of each, and a sample of the rows below them, cut to the same columns. */
export interface ColumnsGiven {
  readonly texts: readonly (readonly string[])[];
  readonly sample: Rows;
  readonly hidden?: ReadonlySet<number>;
  readonly zeroIsBlank?: boolean;
  /** What merged cells of the body reach over, by column. */
  readonly merged?: ReadonlyMap<number, string>;
  /** Sentences above and below the table. */
  readonly notes?: readonly string[];
  /** No year stands in the rows above the body or in a note: 本年 may be any. */
  readonly isUndated?: boolean;
  /** The number format of most of a column's figures. */
  readonly formats?: ReadonlyMap<number, string>;
  /** What the table is called: what its title says of all does not qualify a column. */
  readonly title?: string;
}

/** Looks at every column by itself. */
export function columnInfos({
  texts,
  sample,
  hidden,
  zeroIsBlank = false,
  merged,
  title,
  notes = [],
  formats,
}: ColumnsGiven): ColumnInfo[] {
  const infos = texts.map((own, column): ColumnInfo => {
    const path = headerPath(own);
    const { family, kind } = meaningOf(path, title);
    const said = unitIn(path, family);
    const shown = unitShown(formats?.get(column), family, said);
    const unit = said ?? shown;
    const year = path.findLast((header) => header.year !== undefined)?.year;
    const named = otherField(path, path.findLast((header) => header.unit)?.unit);
    const profile = profileOf(
      sample.map((row) => row[column]),
      zeroIsBlank,
    );
    return {
      column,
      header: own.join('/'),
      bottom: own.at(-1) ?? '',
      path,
      family,
      kind,
      profile,
      ...(shown ? { shown } : {}),
      hidden: hidden?.has(column) === true,
      merged: merged?.get(column) ?? '',
      parent: path
        .slice(0, -1)
        .map((header) => header.text)
        .join('/'),
      ...(named ? { named } : {}),
      ...(isPointedTo(path, notes) ? { pointed: true as const } : {}),
      ...(unit ? { unit } : {}),
      ...(year === undefined ? {} : { year }),
    };
  });
  return withMirrors(
    figuresOfOne(overQuotients(wholes(underWide(withoutMeans(understood(withoutOtherMoney(infos))))))),
  );
}

/** 地 | 税 | 亩税（万元/亩）: what a tax is divided by to give what is counted in 万元/亩 is the land, whatever it is called. */
function overQuotients(infos: ColumnInfo[]): ColumnInfo[] {
  const isFree = ({ family, named, profile, unit }: ColumnInfo) =>
    family === 'none' && named === undefined && !unit && profile.numbers >= 3 && !profile.isSequence;
  if (infos.some(({ family }) => family === 'area')) return infos;
  const perMu = infos.filter(({ path, kind, family }) => {
    return (family === 'none' || family === 'perMu') && kind !== 'plan' && path.at(-1)?.unit?.dimension === 'perMu';
  });
  for (const quotient of perMu) {
    const taxes = infos.filter(({ family, kind, hidden }) => family === 'tax' && kind === 'plain' && !hidden);
    const isLand = (land: ColumnInfo) =>
      taxes.some((tax) => ratioOf(quotient.profile.values, tax.profile.values, land.profile.values)?.isStrong === true);
    const lands = infos.filter((info) => isFree(info) && isLand(info));
    if (lands.length !== 1) continue;
    return infos.map((info) => {
      if (info === quotient) return { ...info, family: 'perMu', kind: 'plain' };
      return info === lands[0] ? { ...info, family: 'area', kind: 'plain' } : info;
    });
  }
  return infos;
}

/** 应缴违约金 | 已缴: what is paid beside other money under one name is that money. */
function withoutOtherMoney(infos: readonly ColumnInfo[]): readonly ColumnInfo[] {
  const isBare = ({ family, path }: ColumnInfo) => family === 'tax' && path.every(({ text }) => !text.includes('税'));
  return infos.map((info, at) => {
    const left = infos[at - 1];
    const isPaid = isBare(info) && left?.parent === info.parent && left.path.some(isOtherMoney);
    return isPaid ? { ...info, family: 'other' } : info;
  });
}

/** 2022年 | 2023年 | 2024年 | 年均: the mean of several years is no year's figure. */
function withoutMeans(infos: readonly ColumnInfo[]): ColumnInfo[] {
  const isFigure = ({ family, profile }: ColumnInfo) => (family === 'tax' || family === 'area') && profile.numbers >= 3;
  return infos.map((info) => {
    if (info.year !== undefined || !isFigure(info)) return info;
    const years = infos.filter(
      ({ parent, family, year, kind }) =>
        parent === info.parent && family === info.family && year !== undefined && kind !== 'rate',
    );
    const values = years.map(({ profile }) => profile.values);
    return years.length >= 2 && isMeanOf(info.profile.values, values) ? { ...info, kind: 'lesser' } : info;
  });
}

/** 证载 | 无证 | 合计: a bare 合计 is of what the columns beside it are that it adds up. */
function wholes(infos: ColumnInfo[]): ColumnInfo[] {
  const hasWhole = (of: Family) => infos.some(({ family, kind }) => family === of && kind === 'plain');
  infos.forEach((info, index) => {
    const isBare =
      info.family === 'none' && info.path.length === 1 && /^(?:合计|小计|总计)$/.test(info.path[0]?.name ?? '');
    if (!isBare || info.profile.numbers < 3) return;
    for (const count of [2, 3, 4]) {
      const parts = infos.slice(Math.max(0, index - count), index);
      const [first] = parts;
      const isOne =
        first &&
        parts.every(
          ({ family }) => family === first.family && (family === 'area' || family === 'tax') && !hasWhole(family),
        );
      const values = parts.map(({ profile }) => profile.values);
      if (isOne !== true || parts.length < count || !isSumOf(info.profile.values, values)) continue;
      infos[index] = { ...info, family: first.family, kind: 'plain', ...(first.unit ? { unit: first.unit } : {}) };
    }
  });
  return infos;
}

/** 税收 | (blank) | (blank): columns of numbers without a name to the right of an amount may belong to it. */
function underWide(infos: ColumnInfo[]): ColumnInfo[] {
  infos.forEach((info, index) => {
    const left = infos[index - 1];
    const head = left && (left.under === undefined ? left : infos[left.under]);
    if (!head || info.path.length > 0 || info.profile.numbers < 2 || !['tax', 'area'].includes(head.family)) return;
    const { family, unit } = head;
    infos[index] = { ...info, family, kind: 'unknown', under: head.column, ...(unit ? { unit } : {}) };
  });
  return infos;
}

const DIFFERENCE = /差|增减|变动|变化/;

/** 差额 = 2023年入库 − 税款所属期2023年: whatever is taken off an amount is another figure of the same thing, whatever it is called. */
function figuresOfOne(infos: ColumnInfo[]): ColumnInfo[] {
  const isDifference = ({ family, profile, path }: ColumnInfo) =>
    family === 'none' && profile.numbers >= 3 && DIFFERENCE.test(path.at(-1)?.name ?? '');
  for (const difference of infos.filter(isDifference)) {
    const pair = infos
      .filter(({ family }) => family === 'tax' || family === 'area')
      .flatMap((known) => infos.flatMap((other) => (isOther(difference, known, other) ? [{ known, other }] : [])))[0];
    if (!pair) continue;
    const { known, other } = pair;
    const kind = kindOf(other.path, known.family);
    const { unit } = known;
    const own = { family: known.family, kind: kind === 'plain' || kind === 'unknown' ? 'version' : kind } as const;
    infos[infos.indexOf(other)] = { ...other, ...own, ...(unit && !other.unit ? { unit } : {}) };
  }
  return infos;
}

function isOther(difference: ColumnInfo, known: ColumnInfo, other: ColumnInfo): boolean {
  if (other.family !== 'none' || other.named || other === difference || other.profile.numbers < 3) return false;
  // 2023年入库（亿元） beside 差额（万元）: each in its own unit.
  const inOwn = ({ profile, unit }: ColumnInfo) =>
    unit && unit.times !== unit.over ? profile.values.map((value) => (value * unit.times) / unit.over) : profile.values;
  const [apart, one, two] = [difference, known, other].map(inOwn) as [Float64Array, Float64Array, Float64Array];
  return isSumOf(one, [two, apart]) || isSumOf(two, [one, apart]);
}
