import { parseUnit, type Unit } from '../../quantity/unit';
import { cellText, type Cell, type Rows } from '../cell';
import type { ColumnMatch, HeaderMatch, SignedColumn } from '../matchHeaders';

/** 1亩＝666.67平方米 converts, and says nothing of what is counted in. */
const UNITS =
  /(?<![\d.万千百亿])(?:(?:亿|千万|百万|万|千)?元\/(?:亩|平方米|㎡|公顷)|万平方米|平方公里|平方千米|平方米|平方公尺|平米|万㎡|㎡|m2|公顷|万亩|亩|亿元|千万元|百万元|千元|万元|元|吨标准?煤|万?千瓦时|(?<=[、,，;；/])人(?=$|[、,，;；)）]))/gi;
/**
 * 单位：亩, 金额单位 万元, 单位（万元）, 面积以亩为单位 speak of units; 单位能耗增加值（万元/吨标煤）, 单位用地税收 and 单位实缴税收（元） are names of
 * columns that begin with the same word.
 */
const SPEAKS = new RegExp(
  `为单位|单位(?=\\s*[:：,，;；为是均]|统一|一律|都|\\s*[以按用]?[（(]?(?:人民币)?(?:${UNITS.source})(?![\\u4e00-\\u9fff])|[以按用]?(?:${UNITS.source})[和及与])`,
  'i',
);
/** 面积：, 税款：: what amounts are called before their unit. */
const LABEL = '(?:面积|用地|占地|土地|税[收额金款费]|金额|数额|款项)[\\u4e00-\\u9fff]{0,3}[:：]';
/** 填报单位：某局 names who fills in, not what is counted in; the name ends where the next label begins. */
const WHO = new RegExp(
  `(?:填报|填表|制表|编制|报送|上报|主管|牵头|责任|用地|所属)单位[:：]?[^\\s单,，;；:：()（）]*?(?=${LABEL}|[\\s单,，;；:：()（）]|$)`,
  'g',
);

/** 面积：公顷 金额：万元; （亩、万元）: nothing but kinds of amounts and their units. */
const UNIT_LINE =
  /^[(（]?(?:(?:[\u4e00-\u9fff]{0,4}(?:面积|金额|税收|税额|用地|土地|投资|收入|产值)[:：、及和]?){0,3}[\s,，、;；/]*(?:亩|公顷|平方米|㎡|m2|万平方米|万元|千元|元|亿元)[\s,，、;；/]*){2,6}[)）]?$/i;

/** 重点税源企业分月入库情况（2023年，万元）: a bracket behind a title that ends with a unit of its own. */
const IN_BRACKETS =
  /[(（](?:[^()（）单]*?[,，、;；\s])?((?:亩|公顷|平方米|㎡|万元|千元|元|亿元)(?:[,，、;；\s/]+(?:亩|公顷|平方米|㎡|万元|千元|元|亿元))*)[)）]$/;

/** 面积：平方米, 税收以元为单位, 金额均为千元: a sentence that says what an amount is counted in, and gives no amount. */
const STATED = new RegExp(
  `(?:${LABEL}\\s*|(?:均|统一|都|一律)?[以按为是用][“"「]?)(亩|公顷|万?平方米|㎡|m2|亿元|百万元|千元|万元|元)[”"」]?(?=$|[\\s、，,；;。）)]|面积|用地|土地|税|金额|为单位|计|填|列|表示|统计)`,
  'gi',
);

/**
 * The units that lines such as 单位：亩、万元, 面积单位：平方米 金额单位：元 or 面积以亩为单位 name, in their order. A bracket of units counts only
 * behind a title: behind the name of a column, as in 面积（亩）, it is the column's own.
 */
export function unitsInNote(
  cells: readonly Cell[],
  places: { readonly titles?: true; readonly sentences?: true } = {},
): string[] {
  const found: string[] = [];
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/单位|[:：(（以按为是用]/.test(cell)) continue;
    const text = cellText(cell).replace(WHO, '');
    const part = partOf(text, places.titles === true);
    const units = part === undefined ? [] : [...part.matchAll(UNITS)].map(([unit]) => unit);
    const stated = places.sentences === true ? [...text.matchAll(STATED)].map(([, unit = '']) => unit) : [];
    for (const unit of [...units, ...stated]) if (!found.includes(unit)) found.push(unit);
  }
  return found.filter((text) => parseUnit(text) !== undefined);
}

/** The part of a line that names units, where some part does. */
function partOf(text: string, isTitle: boolean): string | undefined {
  if (UNIT_LINE.test(text)) return text;
  const inBrackets = isTitle ? IN_BRACKETS.exec(text)?.[1] : undefined;
  return inBrackets ?? (SPEAKS.test(text) ? unitPart(text) : undefined);
}

/** What stands from the first word that speaks of units on. */
function unitPart(text: string): string {
  const start = text.search(/[\u4e00-\u9fff]{0,4}(?:计量)?单位|以[^,，。;；、]{1,6}为单位/);
  return start < 0 ? '' : text.slice(start);
}

/** 综合能耗（单位：吨标煤）: the unit of one column, said behind its name. */
const BEHIND_NAME = /^[^(（:：]{2,}[(（][^()（）]*单位/;

/** A cell among names of columns that names units for them all: 单位：亩、万元. （万元） is the unit of its own column. */
function isUnitNote(cell: Cell): boolean {
  return typeof cell === 'string' && cell.includes('单位') && !BEHIND_NAME.test(cell) && unitsInNote([cell]).length > 0;
}

/** A header row with cells such as 单位：亩、万元 left blank: a unit line that was taken along with the headers. */
export function withoutUnitNotes(row: readonly Cell[]): Cell[] {
  return row.map((cell) => (isUnitNote(cell) ? '' : cell));
}

/** The units that cells among the names of columns name for them all. */
export function unitsAmong(headers: Rows): string[] {
  return unitsInNote(headers.flat().filter((cell) => typeof cell !== 'string' || !BEHIND_NAME.test(cell)));
}

/** A person's word on a column: another field, none, or another unit. */
export interface ColumnChoice {
  readonly field?: string | null;
  readonly unit?: Unit;
  /** Columns that are added to it, or taken off. */
  readonly plus?: readonly SignedColumn[];
}

/** Gives columns without a unit of their own the one unit that the note names for their kind; two units for a kind give none. */
export function withUnitNotes(headers: HeaderMatch, notes: readonly string[]): HeaderMatch {
  const units = notes.map(parseUnit).filter((unit) => unit !== undefined);
  const only = (dimension: Unit['dimension']) => {
    const found = units.filter((unit) => unit.dimension === dimension);
    return found.length === 1 ? found[0] : undefined;
  };
  const byKind: Partial<Record<string, Unit | undefined>> = {
    area: only('area') ?? landAmong(headers, units),
    money: only('money'),
  };
  return mapColumns(headers, (match) => {
    const unit = match.unit ?? byKind[match.field.kind];
    return unit === undefined ? match : { ...match, unit };
  });
}

/** 亩、平方米 over a list with land and floors: floors are counted in ㎡, so land is in the other. */
function landAmong({ columns }: HeaderMatch, units: readonly Unit[]): Unit | undefined {
  const areas = units.filter(({ dimension }) => dimension === 'area');
  const others = areas.filter(({ text }) => !/㎡|平方米/.test(text));
  const hasFloors = columns.some((match) => match?.field.kind === 'floor' && !match.unit);
  return hasFloors && areas.length === 2 && others.length === 1 ? others[0] : undefined;
}

/** Changes matched columns and keeps the best column of each field in step. */
export function mapColumns(headers: HeaderMatch, change: (match: ColumnMatch) => ColumnMatch | undefined): HeaderMatch {
  const changed = new Map<ColumnMatch, ColumnMatch | undefined>();
  for (const match of headers.columns) if (match) changed.set(match, change(match));
  const byField = new Map<string, ColumnMatch>();
  for (const match of headers.byField.values()) {
    const now = changed.get(match);
    if (now) byField.set(now.field.id, now);
  }
  const columns = headers.columns.map((match) => (match ? changed.get(match) : undefined));
  return { ...headers, columns, byField };
}
