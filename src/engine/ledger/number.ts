import { convert, parseUnit, type UnitDimension, type Unit } from '../quantity/unit';
import { cellText, found, isMissingMark, MISSING, UNREADABLE, withoutNoteMarks, type Cell, type Reading } from './cell';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;
const BARE = /^-?\d+(?:\.\d+)?$/;
const DIGIT = /\d/;
const GROUPED = /^[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d*)?$/;
const WITH_UNIT = /^([+-]?[\d.,，]+)([^\d.,，].*)$/;
/** 12 15 and 12.5⏎8.3 are two numbers; 1 234 567 with hard or thin blanks is one. */
const APART = /\d[①-⑳¹²³⁴-⁹]\d|\d[^\S\u00a0\u2007\u2009\u202f]+\d/;
const THIN_BLANK = /\d[\u00a0\u2007\u2009\u202f]\d/;
const THIN_GROUPS = /^\s*[+-]?\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?:\.\d+)?\s*$/;
/** △ and 负 stand for minus in accounts; U+2212 is what some programs write for it. */
const MINUS = /^(?:[−–△▲]|负)(?=[\d.])/;
const CURRENCY = /^(?:[¥￥$]|RMB|CNY|人民币)/i;
const ABOUT = /^(?:约为|大约|大概|约|近|≈|~)/;
const ABOUT_BEHIND = /(?:左右|上下|余|多|许)$/;
/** 30（含租赁5亩）, 61.4（估）, -35.6（退税）: what a bracket adds without changing the number before it. */
const NOTE =
  /^(.*\d.*)[(]((?:含|不含|以[^()]*为准|其中|包括|估|预估|约|退|已核|核实|实测|自报|合计|税务|未含)[^()]*)[)]$/;

/**
 * Reads a number as officials type it: full width, thousands separators, 约 in front, brackets for minus, a unit behind
 * ("12.5亩", "8,000㎡": converted by that unit). `unit` is the column's, and `dimension` what the column measures where
 * that is known: a unit of another kind ("30亩" as a tax, "15人" as land) is somebody's note, not the number. A range, two
 * numbers in one cell or any other text is unreadable, never 0.
 */
export function readNumber(
  cell: Cell,
  unit?: Unit,
  dimension: UnitDimension | undefined = unit?.dimension,
): Reading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? found(inUnit(cell, unit)) : UNREADABLE;
  if (typeof cell !== 'string') return cell === null || cell === undefined ? MISSING : UNREADABLE;
  // Most texts that hold a number hold nothing else.
  if (BARE.test(cell)) return finite(inUnit(Number(cell), unit));
  if (APART.test(cell) || (THIN_BLANK.test(cell) && !THIN_GROUPS.test(cell))) return UNREADABLE;
  const text = cellText(cell);
  if (isMissingMark(text)) return MISSING;
  if (text === '零') return found(0);
  if (!DIGIT.test(text)) return UNREADABLE;
  const bare = bareNumber(text);
  const plain = parsePlain(bare);
  if (plain !== undefined) return finite(inUnit(plain, unit));
  return readWithUnit(bare, dimension);
}

/** The unit that a cell's text names behind its number, where that is one of land or money that we know. */
export function unitOfCell(text: string): Unit | undefined {
  const plain = cellText(text);
  // Words name no unit, and most texts of a ledger are words.
  const match = DIGIT.test(plain) ? WITH_UNIT.exec(bareNumber(plain)) : null;
  const unit = parsePlain(match?.[1] ?? '') === undefined ? undefined : parseUnit(match?.[2] ?? '');
  return unit?.dimension === 'other' ? undefined : unit;
}

/** Whether a cell holds a number and nothing more but blanks, separators and a unit, so that no word of it is lost in tidying. */
export function isBareNumber(text: string): boolean {
  if (withoutNoteMarks(text) !== text || APART.test(text)) return false;
  const plain = cellText(text).replace(/^['‘’`]/, '');
  if (parsePlain(plain) !== undefined || /^\([\d.,]+\)$/.test(plain)) return true;
  const match = WITH_UNIT.exec(plain);
  return parsePlain(match?.[1] ?? '') !== undefined && parseUnit(match?.[2] ?? '') !== undefined;
}

/** The number with its unit, without what stands around it. */
function bareNumber(text: string): string {
  const open = text.replace(/^['‘’`]/, '').replace(ABOUT, '');
  const noted = NOTE.exec(open);
  return (noted?.[1] ?? open)
    .replace(MINUS, '-')
    .replace(CURRENCY, '')
    .replace(ABOUT_BEHIND, '')
    .replace(/^\(([\d.,，]+)\)$/, '-$1');
}

/** 约18, 20亩左右, ≈5: a number that says itself that it is not exact. */
export function isAbout(cell: string): boolean {
  const text = cellText(cell);
  return ABOUT.test(text) || /(?:左右|上下)$/.test(text) || /[(](?:约|估|预估)[)]$/.test(text);
}

function inUnit(value: number, unit: Unit | undefined): number {
  return unit ? convert(value, unit) : value;
}

/** 1e400 is no number that a ledger can hold. */
function finite(value: number): Reading<number> {
  return Number.isFinite(value) ? found(value) : UNREADABLE;
}

/** Commas must stand where thousands do: "1,23" is a typing error, not 123. */
function parsePlain(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/[,，]/g, '')) : undefined;
}

/** 土地：宗地面积123.3㎡/房屋：建筑面积104.6㎡ in a register: the land is what is called so, once. */
const NAMED_LAND = /(?:宗地|土地|用地|占地)(?:使用权)?面积[:：]?([\d.,]+)(平方米|㎡|m2|亩|公顷)/gi;

/** 2亩6分4厘, 2亩半: a tenth, a hundredth and half of a 亩. */
const BY_HAND = /^(\d+(?:\.\d+)?)亩(?:(半)|(\d+(?:\.\d+)?)分)?(?:(\d+(?:\.\d+)?)厘)?$/;
/** 1.0056公顷（15.084亩）: the same land in two units. */
const TWICE = /^([\d.,]+)(平方米|㎡|m2|亩|公顷)[(/、,]?(?:[折约]?合|即|计)?([\d.,]+)(平方米|㎡|m2|亩|公顷)[)]?$/i;

function readLandInWords(text: string): Reading<number> {
  const [, mu, half, tenths = half ? '5' : '0', hundredths = '0'] = BY_HAND.exec(text) ?? [];
  if (mu !== undefined) return finite(Number((Number(mu) + Number(tenths) / 10 + Number(hundredths) / 100).toFixed(6)));
  const twice = TWICE.exec(text);
  if (!twice) return readNamedLand(text);
  const [one, other] = [
    readWithUnit(`${twice[1] ?? ''}${twice[2] ?? ''}`, 'area'),
    readWithUnit(`${twice[3] ?? ''}${twice[4] ?? ''}`, 'area'),
  ];
  if (one.kind !== 'value' || other.kind !== 'value' || Math.abs(one.value - other.value) > 0.005 * other.value)
    return UNREADABLE;
  return twice[2] === '亩' ? one : other;
}

function readNamedLand(text: string): Reading<number> {
  const [first, ...more] = text.matchAll(NAMED_LAND);
  const value = parsePlain(first?.[1] ?? '');
  const unit = parseUnit(first?.[2] ?? '');
  return value === undefined || !unit || more.length > 0 ? UNREADABLE : finite(convert(value, unit));
}

/** 1亿2千万元, 1万2千元, 35万1千: each sign counts for itself, from great to small. */
const MONEY_BY_SIGNS =
  /^(?:(\d+(?:\.\d+)?)亿)?(?:(\d+(?:\.\d+)?)([千百]?)万)?(?:(\d)千)?(?:(\d)百)?(?:(\d{1,2})元|元)?$/;

function readMoneyInWords(text: string): Reading<number> {
  const match = MONEY_BY_SIGNS.exec(text);
  const [, great, myriads, many = '', thousands, hundreds, ones] = match ?? [];
  const parts = [great, myriads, thousands, hundreds, ones].filter((part) => part !== undefined);
  // 12万 alone and 8千 alone are read as a number with its unit, or are somebody's short hand.
  if (!match || parts.length < 2) return UNREADABLE;
  const myriad = Number(myriads ?? 0) * (many === '千' ? 1000 : many === '百' ? 100 : 1);
  const yuan = Number(thousands ?? 0) * 1000 + Number(hundreds ?? 0) * 100 + Number(ones ?? 0);
  return finite(Number((Number(great ?? 0) * 10_000 + myriad + yuan / 10_000).toFixed(6)));
}

function inWords(text: string, dimension: UnitDimension | undefined): Reading<number> {
  if (dimension === 'area') return readLandInWords(text);
  return dimension === 'money' ? readMoneyInWords(text) : UNREADABLE;
}

function readWithUnit(text: string, dimension: UnitDimension | undefined): Reading<number> {
  const match = WITH_UNIT.exec(text);
  const value = parsePlain(match?.[1] ?? '');
  const own = parseUnit((match?.[2] ?? '').replace(/^\((.+)\)$/, '$1').replace(ABOUT_BEHIND, ''));
  if (value === undefined || !own) return inWords(text, dimension);
  if (dimension !== undefined && own.dimension !== dimension) return UNREADABLE;
  return finite(convert(value, own));
}
