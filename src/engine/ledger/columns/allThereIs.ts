import { familyOf } from '../words/families';
import { headerOf } from '../words/header';
import { HEADING, LET_OUT } from '../words/kinds';
import type { ColumnInfo } from './columnInfo';
import { meaningOf } from './meaning';

type Columns = readonly ColumnInfo[];

/** Whether columns, added up, are the amount itself, and not some of its parts: nobody need be asked about such a sum. */
export function isAllThereIs(set: Columns, own: Columns): boolean {
  // What somebody has hidden is added to nothing unasked.
  if (set.some(({ hidden }) => hidden)) return false;
  return areBureaus(set) || areAllKinds(set, own) || areAllLand(set, own) || areWholeYear(set);
}

/** The two bureaus that collected all taxes until 2018. */
function areBureaus(set: Columns): boolean {
  const isThere = (part: string) => set.some(({ header }) => header.includes(part));
  return set.length === 2 && isThere('国税') && isThere('地税');
}

/** Fewer kinds of tax may be those that somebody asked for. */
const LEAST_KINDS = 3;
/** What is collected with a tax and is none. */
const NO_TAX = /费(?!税)|基金|社保|附加|非税/;
/** 其他税种: what is left beside the kinds that are named. */
const REST = /^其[他它](?:各?项?税[种收费款金额]?|各税|小税种)?$/;

/**
 * 税收收入 over 增值税, 企业所得税, 房产税 ...: all that stands under the name of the tax itself is the tax, where no other figure of
 * it stands anywhere.
 */
function areAllKinds(set: Columns, own: Columns): boolean {
  const isRest = ({ path }: ColumnInfo) => REST.test(nameOf(path));
  const isKind = (info: ColumnInfo) => isRest(info) || (info.kind === 'part' && !NO_TAX.test(nameOf(info.path)));
  const others = own.filter((info) => !isRest(info));
  return set.length >= LEAST_KINDS && set.every(isKind) && isUnder('tax', set, others);
}

/**
 * 用地面积 over 自有 and 租赁, 生产 and 配套: all that stands under the name of the land, where nothing is let to others and nothing
 * is a part of a part.
 */
function areAllLand(set: Columns, own: Columns): boolean {
  const isPart = ({ kind, path }: ColumnInfo) => kind === 'part' && !path.some(({ text }) => text.includes('其中'));
  const isLet = ({ path }: ColumnInfo) => LET_OUT.test(nameOf(path));
  return isUnder('area', set, own) && (set.every(isPart) || arePartedByRow(set)) && !own.some(isLet);
}

/** So few rows may have two of them, and so much of the rows must none of them fill by itself, for columns to part the rows. */
const APART = { rows: 3, both: 0.4, most: 0.8 } as const;

/** 国有出让 | 集体 | 租用, hardly ever two of them in a row: each enterprise's land stands below the kind that it is of. */
export function arePartedByRow(set: Columns): boolean {
  const rows = set[0]?.profile.values.length ?? 0;
  let [some, both] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const filled = set.filter(({ profile }) => (profile.values[row] ?? 0) > 0).length;
    if (filled > 0) some++;
    if (filled > 1) both++;
  }
  const isFull = set.some(({ profile }) => profile.numbers > some * APART.most);
  return set.length > 1 && some >= APART.rows && both <= some * APART.both && !isFull;
}

/** All columns under one plain name of the amount, of which no other figure stands anywhere. */
function isUnder(family: 'tax' | 'area', set: Columns, own: Columns): boolean {
  const [first] = set;
  const over = first?.path
    .slice(0, -1)
    .filter(({ text }) => !HEADING.test(text) || familyOf(headerOf(text)) === family);
  if (!first || !over || over.length === 0 || first.family !== family) return false;
  const isOther = (info: ColumnInfo) =>
    !set.includes(info) &&
    (['plain', 'version', 'unknown'].includes(info.kind) || (family === 'area' && info.parent === first.parent)) &&
    info.profile.numbers > 0;
  const said = meaningOf(over);
  return said.family === family && said.kind === 'plain' && !own.some(isOther);
}

const nameOf = (path: ColumnInfo['path']): string => path.at(-1)?.text ?? '';

const QUARTERS = ['一1', '二2', '三3', '四4'].map((signs) => new RegExp(`^第?[${signs}]季度?$`));
const MONTHS = Array.from({ length: 12 }, (_, at) => new RegExp(`^0?${String(at + 1)}月份?$`));

/** 一季度 … 四季度, 1月 … 12月: a year, where the figures show that none of them holds those before it. */
function areWholeYear(set: Columns): boolean {
  const parts = [QUARTERS, MONTHS].find(({ length }) => length === set.length);
  // 一季度 over 营业收入 and 税收 is as good as 税收 over 一季度.
  const inOrder = parts?.flatMap((part) => set.find(({ path }) => path.some(({ text }) => part.test(text))) ?? []);
  return inOrder?.length === set.length && set.length > 0 && !mayBeCumulative(inOrder);
}

/** Figures added up since January fall in hardly any row, those of each quarter by itself in most. */
function mayBeCumulative(inOrder: Columns): boolean {
  let [falling, rows] = [0, 0];
  for (let row = 0; row < (inOrder[0]?.profile.values.length ?? 0); row++) {
    const known = inOrder.flatMap(({ profile }) => {
      const value = profile.values[row] ?? NaN;
      return value > 0 ? [value] : [];
    });
    if (known.length < 2) continue;
    rows++;
    if (known.some((value, at) => value < (known[at - 1] ?? 0))) falling++;
  }
  return falling < LEAST_FALLING.rows || falling < rows * LEAST_FALLING.share;
}

const LEAST_FALLING = { rows: 2, share: 0.4 } as const;
