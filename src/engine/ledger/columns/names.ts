import type { Rows } from '../cell';
import { likeName } from '../rows/firmNames';
import type { ColumnInfo } from './columnInfo';

/** Whose figures these are: the column of names, or those that a person must choose from. */
export interface NameChoice {
  readonly sure?: ColumnInfo;
  readonly open: readonly ColumnInfo[];
}

/** Names of who is in charge, was called so before or stands above. */
const OTHER_NAMES = /^原|曾用|上级|母公司|法人(?!单位)|联系|牵头|责任|主管/;
/** Whoever rents is the enterprise where a list goes by tenants. */
const TENANT = /承租|租户|租赁(?:企业|单位)/;
/** Whoever lets, by name: 企业名称 beside 承租企业 is the list's own. */
const LESSOR = /出租|业主|房东|产权|权利人/;
/** Who has the right to the land need not be who uses it. */
const HOLDER = /权利人|使用权人|产权人|权属/;
/** Whoever runs the place. */
const OPERATOR = /运营|经营(?:单位|企业|主体)|管理(?:单位|企业)|实际使用/;
/** 项目, 单位, 载体 name enterprises only where nothing else does. */
const WEAK = /^项目|^单位$|载体/;
const LEAST = 1.5;
const MOST_OFFERED = 4;
/** So much of its texts must end as companies' names do for a column to be one of names whatever it is called. */
const LOOKS = 0.8;

/** Chooses the column of names by its words and by how its cells look. Without a sure one the columns of words are offered. */
export function chooseName(infos: readonly ColumnInfo[], sample: Rows): NameChoice {
  const rows = sample.length;
  const parties = rows === 0 ? undefined : partiesIn(infos, sample);
  if (parties) return { open: parties };
  const ranked = infos
    .filter(
      ({ named, family }) =>
        family === 'name' || named?.field.id === 'enterprise' || (family === 'none' && named === undefined),
    )
    .map((info) => ({ info, score: scoreOf(info, rows) - (isHolderBesideUser(info, infos) ? 2 : 0) }))
    .filter(({ score }) => score > LEAST)
    .toSorted((a, b) => b.score - a.score || a.info.column - b.info.column);
  const [best] = ranked;
  if (!best) return rows === 0 ? { open: [] } : byLooks(infos, rows);
  const builder = rows > 0 && isOfProjects(best.info) ? byLooks(infos, rows).sure : undefined;
  if (builder) return { sure: builder, open: [] };
  const rivals = ranked.filter(
    ({ score, info }) => score > best.score - 1 && (rows === 0 || info.profile.companies > 0),
  );
  const open = [
    ...rivals.map(({ info }) => info),
    ...operators(best.info, infos, rows),
    ...othersByRight(best.info, infos, sample),
  ];
  return open.length > 1 ? { open: [...new Set(open)] } : { sure: best.info, open: [] };
}

/** 项目名称 over 精密铸件项目, 二期扩建: names, and hardly one of a company. Who builds it may stand beside it, called 实施单位 or whatever. */
function isOfProjects({ path, profile, pointed }: ColumnInfo): boolean {
  return pointed !== true && WEAK.test(path.at(-1)?.name ?? '') && profile.companies < profile.texts * (1 - LOOKS);
}

function isHolderBesideUser({ path }: ColumnInfo, infos: readonly ColumnInfo[]): boolean {
  const isHolder = (header: string) => HOLDER.test(header);
  const isUser = (other: ColumnInfo) =>
    other.family === 'name' && other.profile.companies > 0 && !isHolder(other.path.at(-1)?.name ?? '');
  return isHolder(path.at(-1)?.name ?? '') && infos.some(isUser);
}

/** Whoever runs the place, in a full column of other names: 土地使用权人 | 实际用地企业 | 运营管理单位. */
function operators(best: ColumnInfo, infos: readonly ColumnInfo[], rows: number): ColumnInfo[] {
  return infos.filter(
    ({ column, path, profile }) =>
      column !== best.column &&
      OPERATOR.test(path.at(-1)?.name ?? '') &&
      profile.texts >= rows * 0.6 &&
      profile.companies >= profile.texts / 2,
  );
}

/** By what right somebody stands in a list of parcels. */
const ROLE =
  /(?:土地|房屋|厂房|现场|在场)使用[人者]|使用(?:单位|企业)|入驻(?:单位|企业)|在用(?:单位|企业)|占用(?:人|单位|企业)|^用地单位|生产单位|受让人|竞得人|权利人|使用权人|产权人|所有权人|使用者|受让方|买受人|^实际/;
/** Rows, and a share of them, in which two names must differ for it to matter whose the figures are. */
const DIFFERS = { rows: 2, share: 0.1 } as const;
/** One name for so few of the others stands over several of them: each row is then one of these. */
const OVER_SEVERAL = 0.9;

/**
 * 原受让人 | 现权利人, 土地使用权人 | 实际使用企业: where both are names of a right and differ, one for one, the figures may be either's.
 * A holder over several users is no such one: each row is a user's.
 */
function othersByRight(best: ColumnInfo, infos: readonly ColumnInfo[], sample: Rows): ColumnInfo[] {
  const own = ({ path }: ColumnInfo) => path.at(-1)?.name ?? '';
  if (!ROLE.test(own(best)) || best.pointed === true) return [];
  const isOther = (info: ColumnInfo) =>
    info.column !== best.column &&
    ROLE.test(own(info)) &&
    info.profile.texts >= sample.length * 0.6 &&
    info.profile.companies >= info.profile.texts * 0.6;
  return infos.filter((info) => isOther(info) && isOneForOne(best.column, info.column, sample));
}

function isOneForOne(best: number, other: number, sample: Rows): boolean {
  const both = sample
    .map((row) => [likeName(row[best]), likeName(row[other])] as const)
    .filter((names) => names.every((name) => name !== ''));
  const differ = both.filter(([one, two]) => one !== two).length;
  const [own, theirs] = [0, 1].map((at) => new Set(both.map((names) => names[at])).size) as [number, number];
  return differ >= Math.max(DIFFERS.rows, both.length * DIFFERS.share) && theirs >= Math.floor(own * OVER_SEVERAL);
}

/** Whether nearly all of a column's texts end as companies' names do, those apart that stand over the companies of a township. */
export function looksLikeCompanies({ profile: { companies, texts, towns } }: ColumnInfo): boolean {
  return companies > towns && companies >= (texts - towns) * LOOKS;
}

/** The only column whose cells look like companies' names, whatever stands over it; else the columns of words. */
function byLooks(infos: readonly ColumnInfo[], rows: number): NameChoice {
  const alike = withoutFew(infos.filter((info) => info.profile.texts >= rows / 2 && looksLikeCompanies(info)));
  const [only] = alike;
  const isOther = (info: ColumnInfo) => OTHER_NAMES.test(info.path.at(-1)?.name ?? '') || info.hidden;
  if (only && alike.length === 1 && !isOther(only)) return { sure: only, open: [] };
  // 被执行人 | 买受人: names of companies all the same, whatever they are called.
  return { open: [...new Set([...(alike.length > 1 ? alike : []), ...texts(infos, rows)])].slice(0, MOST_OFFERED) };
}

/** A column of so many different names is one of enterprises beside one of so few, 供电所 or 中心. */
const VARIED = { names: 0.7, few: 0.25 } as const;

function withoutFew(alike: readonly ColumnInfo[]): readonly ColumnInfo[] {
  const variety = ({ profile }: ColumnInfo) => profile.distinct / profile.filled;
  return alike.some((info) => variety(info) >= VARIED.names)
    ? alike.filter((info) => variety(info) >= VARIED.few)
    : alike;
}

/** A list that goes by tenants under owners, who stand once over all of theirs or beside each: only a person can tell whose it is. */
function partiesIn(infos: readonly ColumnInfo[], sample: Rows): ColumnInfo[] | undefined {
  const names = infos.filter(({ profile }) => profile.companies >= Math.max(2, profile.texts / 2));
  const own = ({ path }: ColumnInfo) => path.at(-1)?.name ?? '';
  const tenants = names.filter((info) => TENANT.test(own(info)) && info.profile.filled >= sample.length * 0.7);
  const [tenant] = tenants;
  const owner = names.find((info) => {
    const isName = info.family === 'name' || info.named?.field.id === 'enterprise';
    const isOnce = info.merged !== '' || info.profile.filled < (tenant?.profile.filled ?? 0);
    // 出租企业 | 承租企业, one for one: the figures may be either's.
    const isOther = tenant !== undefined && LESSOR.test(own(info)) && isOneForOne(info.column, tenant.column, sample);
    return isName && (isOnce || isOther) && !tenants.includes(info);
  });
  return tenant && owner ? [tenant, owner] : undefined;
}

function scoreOf({ path, family, named, profile, column, hidden }: ColumnInfo, rows: number): number {
  const own = path.at(-1);
  const name = own?.name ?? '';
  const isField = own?.field?.id === 'enterprise';
  const place = isField ? own.field.headers.findIndex((header) => own.text.includes(header)) : -1;
  const byWords = isField
    ? 5 - Math.min(20, Math.max(0, place)) * 0.05
    : family === 'name' || named?.field.id === 'enterprise'
      ? 4
      : 0;
  const looks = profile.texts > 0 ? (4 * profile.companies) / profile.texts : 0;
  const isEmpty = rows > 0 && (profile.filled === 0 || profile.numbers > profile.texts);
  const isStray = byWords === 0 && (own !== undefined || looks < 2 || column > 4);
  return (
    byWords +
    looks +
    (WEAK.test(name) ? -1.2 : 0) +
    (OTHER_NAMES.test(name) || TENANT.test(name) ? -4 : 0) +
    (isEmpty ? -6 : 0) +
    (isStray ? -9 : 0) +
    (hidden ? -3 : 0)
  );
}

/** Columns of words that differ from row to row, such as names do and days do not, those with most companies' names first. */
function texts(infos: readonly ColumnInfo[], rows: number): ColumnInfo[] {
  const may = ({ profile, named, kind }: ColumnInfo) =>
    named === undefined &&
    kind !== 'rate' &&
    profile.texts >= rows * 0.7 &&
    profile.distinct >= profile.filled * 0.7 &&
    profile.codes === 0 &&
    profile.days < profile.texts / 2 &&
    profile.towns < profile.texts * 0.6;
  const share = ({ profile }: ColumnInfo) => profile.companies / profile.texts;
  return infos
    .filter(may)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, MOST_OFFERED);
}

/** Whether half of a column's texts or more end as companies' names do. */
export function holdsCompanies({ profile }: ColumnInfo): boolean {
  return profile.companies > 0 && profile.companies >= profile.texts / 2;
}
