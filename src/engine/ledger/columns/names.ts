import type { ColumnInfo } from './info';

/** Whose figures these are: the column of names, or those that a person must choose from. */
export interface NameChoice {
  readonly sure?: ColumnInfo;
  readonly open: readonly ColumnInfo[];
}

/** Names of who is in charge, was called so before or stands above. */
const OTHER_NAMES = /^原|曾用|上级|母公司|法人|联系|牵头|责任|主管|承租|租户/;
/** 项目, 单位, 载体 name enterprises only where nothing else does. */
const WEAK = /^项目|^单位$|载体/;
const LEAST = 1.5;
const MOST_OFFERED = 4;

/** Chooses the column of names by its words and by how its cells look. Without a sure one the columns of words are offered. */
export function chooseName(infos: readonly ColumnInfo[], rows: number): NameChoice {
  const ranked = infos
    .filter(
      ({ named, family }) =>
        family === 'name' || named?.field.id === 'enterprise' || (family === 'none' && named === undefined),
    )
    .map((info) => ({ info, score: scoreOf(info, rows) }))
    .filter(({ score }) => score > LEAST)
    .toSorted((a, b) => b.score - a.score || a.info.column - b.info.column);
  const [best] = ranked;
  if (!best) return { open: rows === 0 ? [] : texts(infos, rows) };
  const rivals = ranked.filter(
    ({ score, info }) => score > best.score - 1 && (rows === 0 || info.profile.companies > 0),
  );
  return rivals.length > 1 ? { open: rivals.map(({ info }) => info) } : { sure: best.info, open: [] };
}

function scoreOf({ path, family, named, profile, column, hidden }: ColumnInfo, rows: number): number {
  const own = path.at(-1);
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
    (WEAK.test(own?.name ?? '') ? -1.2 : 0) +
    (OTHER_NAMES.test(own?.name ?? '') ? -4 : 0) +
    (isEmpty ? -6 : 0) +
    (isStray ? -9 : 0) +
    (hidden ? -3 : 0)
  );
}

/** Columns of words that differ from row to row, such as names do. */
function texts(infos: readonly ColumnInfo[], rows: number): ColumnInfo[] {
  const may = ({ profile, named }: ColumnInfo) =>
    named === undefined &&
    profile.texts >= rows * 0.7 &&
    profile.distinct >= profile.filled * 0.7 &&
    profile.codes === 0 &&
    profile.towns < profile.texts * 0.6;
  return infos.filter(may).slice(0, MOST_OFFERED);
}
