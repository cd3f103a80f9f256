import { cellText, isBlank, isMissingMark, type Cell } from '../cell';
import { plainText } from '../normalise';
import { isYear } from '../sheet/grid';
import { COMPANY, GROUP_NUMBER, isNumbering, SURE_COMPANY } from '../sheet/headerness';
import type { RowKind } from './kinds';
import type { Look } from './look';

const TOTAL =
  /^(?:全[市县区镇省州]|本[页表]|各[镇乡街]\S{0,4}|按\S{1,6}|\S{0,18})?(?:合计|小计|总计|累计|共计|总和|平均值?|平均线|均值|人均|中位[数值]|基准[值线]|标准[值线]|参考值|最[大小高低]值)[:：]?(?:[(（].*)?$|^[Σ∑]|^共\d+[户家个宗]|[(]共?\d+[户家个宗](?:企业)?[)]$|^(?:sub)?total$|^(?:过次页|承前页|转下页|接上页|过下页)$|^(?:合计|小计|总计|累计|共计|平均|均值|人均|[(（]?其中)/i;
/** What says nothing but that it is a sum. */
export const BARE = /^(?:合计|小计|总计|累计|共计|平均|均值)[:：]?$/;
/** A line that shows how to fill the others in. */
const EXAMPLE = /^[(【]?(?:填[写报表]?)?(?:示例|样例|范例|举例|例|例如)[)】]?[:：]?$/;
/** Lines below a table: 填表人：, 审核：, 注：. */
export const FOOTER =
  /^(?:填表|填报|制表|制单|审核|审批|复核|校核|经办|负责人|单位负责人|分管领导|主要领导|联系人|联系电话|备注|注|说明|数据来源|资料来源|统计口径|截止|截至|打印|日期)[^,，。]{0,8}[:：]|^[(（]?单位[:：][^\u4e00-\u9fff]{0,2}[亩万元平公顷千㎡]/;
/** 二、西镇, （一）规上企业: a line that names a group and may give its sums. */
const GROUP = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]).*[^\d\s]/;

/** What a row says that it is; `data` where it says nothing. */
export function kindByWords(row: readonly Cell[], look: Look): RowKind {
  const seen = seenIn(row, look);
  if (seen.filled === 0) return 'blank';
  // A parcel's number stands with its total too: 宗地合计 | 共2户.
  const isSummed = () => look.name !== undefined && saysTotal(row[look.name]);
  const isKey = (column: number) => !saysNothing(row[column], look) && !saysTotal(row[column]);
  const isKeyed = look.keys.some((column) => isKey(column) && (column === look.code || !isSummed()));
  if (!isKeyed && look.labels.some((column) => isTotalLabel(row, column, look))) return 'total';
  const { first } = seen;
  if (typeof first === 'string' && /[:：]/.test(first) && FOOTER.test(cellText(first))) return 'footer';
  if (seen.filled === 1 && (row.length >= 4 || isSentence(first))) return 'note';
  if (seen.filled === 2 && isCaption(row, first, look)) return 'note';
  if (look.labels.some((column) => leads(row[column], EXAMPLE))) return 'note';
  if (!isKeyed && isGroupLine(row, first, look)) return 'total';
  if (seen.isText && isRepeatedHeader(row, look, seen.filled)) return 'header';
  return seen.isNumbered && isNumbering(row.map((cell) => (look.nothing(cell) ? '' : cell))) ? 'header' : 'data';
}

/** A township's name, where no enterprise is called so. */
export const A_PLACE = /(?:镇|街道|乡|园区|开发区)$/;

/** 三江街道, and a note beside the table: a line without a name, a number, a code or a figure of its own, over those that follow. */
function isCaption(row: readonly Cell[], first: Cell, { name, sequence, numeric, keys, nothing }: Look): boolean {
  if (name === undefined || typeof first !== 'string' || /\d/.test(first)) return false;
  const isPlace = typeof row[name] === 'string' && A_PLACE.test(cellText(row[name]));
  const isBare = (column: number) => nothing(row[column]) || (column === sequence && row[column] === first);
  return (nothing(row[name]) || isPlace) && [...numeric, ...keys].every(isBare);
}

/** What the line of a group or an example begins with, of Chinese letters. */
const LEADING = '填示样范举例一二三四五六七八九十';

/** Whether a text is such a line. Most names begin with another letter, and are not looked at further. */
function leads(cell: Cell, line: RegExp): cell is string {
  if (typeof cell !== 'string') return false;
  const first = cell.charCodeAt(0);
  const isOther = first >= 0x4e00 && first <= 0x9fff && !LEADING.includes(cell.charAt(0));
  return !isOther && line.test(cellText(cell));
}

/** 2024年3月填，税收为2023年数。: it ends as sentences do, or has a comma where names have none. */
function isSentence(cell: Cell): boolean {
  const text = typeof cell === 'string' ? cellText(cell) : '';
  return /[。；;]$|[，,]/.test(text) && !SURE_COMPANY.test(text);
}

/** 111家, 共44户: how many a total adds up. */
export function isCount(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 10 && /^共?\d+[户家个宗]$/.test(cellText(cell));
}

/** A — in the place of a code is no code, nor is how many there are. */
function saysNothing(cell: Cell, { nothing }: Look): boolean {
  return nothing(cell) || isCount(cell) || (typeof cell === 'string' && isMissingMark(cellText(cell)));
}

interface Seen {
  readonly filled: number;
  readonly first: Cell;
  /** Words alone; 2022 | 2023 stand among names of columns too. */
  readonly isText: boolean;
  /** Some cell is 1 in the first columns, as in a line of column numbers that does not begin with an enterprise's number. */
  readonly isNumbered: boolean;
}

function seenIn(row: readonly Cell[], { nothing }: Look): Seen {
  let filled = 0;
  let first: Cell;
  let [isText, isNumbered] = [true, false];
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (nothing(cell)) continue;
    filled++;
    first ??= cell;
    if (isText && typeof cell !== 'string') isText = isYear(cell);
    if (column < 6 && (cell === 1 || cell === '1' || cell === '(1)' || cell === '①')) isNumbered = true;
  }
  return { filled, first, isText, isNumbered: isNumbered && filled >= 3 };
}

/** A sum's word has one of these letters; or it is a total, without a number. */
const OF_TOTALS = /[计均和共中值线页户家个宗Σ∑]|^[^\d]*[lL][^\d]*$/;

function saysTotal(cell: Cell): boolean {
  // Most cells are no total: one look for its letters spares them the rest.
  if (typeof cell !== 'string' || cell.length > 24 || !OF_TOTALS.test(cell)) return false;
  const text = cellText(cell);
  return TOTAL.test(text) && !SURE_COMPANY.test(text);
}

/** 小计快印店 with a number of its own in the list is an enterprise that is called so; 全县总计 | 68 without a name counts them. */
function isTotalLabel(row: readonly Cell[], column: number, look: Look): boolean {
  const { sequence, name, town, nothing } = look;
  const cell = row[column];
  if (!saysTotal(cell)) return false;
  if (name !== undefined && column !== name && nothing(row[name])) return true;
  // In a list without numbers a shop in a township of its own is no sum.
  const isPlaced = town !== undefined && town !== column && !nothing(row[town]);
  if (column === name && sequence === undefined && isPlaced && COMPANY.test(cellText(cell))) return false;
  const number = row[sequence ?? -1];
  return BARE.test(cellText(cell)) || typeof number !== 'number' || nothing(number);
}

/** 一 | 甘霖镇 in a list that is numbered in digits. */
function isGroupLine(row: readonly Cell[], first: Cell, look: Look): boolean {
  const { name, labels, nothing, sequence, countsInDigits } = look;
  const number = sequence === undefined ? undefined : row[sequence];
  const isNumbered = countsInDigits && typeof number === 'string' && GROUP_NUMBER.test(cellText(number));
  if (isNumbered) return name === undefined || !SURE_COMPANY.test(cellText(row[name]));
  const isLabel = (cell: Cell) => leads(cell, GROUP);
  const label = isLabel(first) ? first : row[labels.find((column) => isLabel(row[column])) ?? -1];
  if (typeof label !== 'string') return false;
  const isNameless = name === undefined || nothing(row[name]) || row[name] === label;
  return isNameless && !SURE_COMPANY.test(cellText(label));
}

/** Of names in several rows, those that are merged down stand beside the years of the last. */
function isRepeatedHeader(row: readonly Cell[], { headers }: Look, filled: number): boolean {
  let same = 0;
  row.forEach((cell, column) => {
    if (isBlank(cell) || String(cell).length > 40) return;
    const text = typeof cell === 'string' ? plainText(cell) : String(cell);
    if (headers.rows.some((header) => header[column] === text)) same++;
  });
  return same >= 2 && same * 2 >= filled;
}
