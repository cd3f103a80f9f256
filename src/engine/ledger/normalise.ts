import { parseUnit, type Unit } from '../quantity/unit';
import { withoutNoteMarks } from './cell';

/** A header or a cell's text for comparing: half width, no blanks or line breaks, one kind of brackets, upper case. */
export function plainText(text: string): string {
  // Most names are plain already.
  if (/^[A-Z\d.\u4e00-\u9fff]*$/.test(text)) return text;
  return withoutNoteMarks(text)
    .normalize('NFKC')
    .replace(/[\s\u200b\u00a0_*＊]+/g, '')
    .replace(/[【〔〈[{]/g, '(')
    .replace(/[】〕〉\]}]/g, ')')
    .replace(/：/g, ':')
    .toUpperCase();
}

/** A header taken apart: its name without unit, year and notes, and what was taken off. */
export interface HeaderText {
  readonly name: string;
  /** The name with its brackets left in, for headers such as 镇(街道). */
  readonly bracketed: string;
  readonly unit?: Unit;
  readonly year?: number;
}

const YEAR = /(?:^|[^\d])((?:19|20)\d{2})(?:年度?|(?=[^\d年.]|$))/;
const LEADING = /^(?:其中:?|\d{1,2}[.、]|[一二三四五六七八九十]+、|[(]\d{1,2}[)])/;

/** A header's text for comparing, without its number: 3.税收, 其中:税收. */
export function unnumbered(text: string): string {
  return plainText(text).replace(LEADING, '');
}

/** Takes unit, year, numbering and notes off a header text. A text that is nothing but a unit has the name ''. */
export function parseHeader(text: string): HeaderText {
  const plain = unnumbered(text);
  const whole = parseUnit(plain.replace(/^[(](.*)[)]$/, '$1'));
  if (whole) return { name: '', bracketed: '', unit: whole };
  const year = YEAR.exec(plain)?.[1];
  const undated = year === undefined ? plain : withoutYear(plain, year);
  const { rest, unit } = takeUnit(undated);
  const name = rest.replace(/[(][^()]*[)]/g, '').replace(/[:/、,;.?-]+$/, '');
  return {
    name: name === '' ? rest : name,
    bracketed: rest,
    ...(unit ? { unit } : {}),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

const UNIT_BEHIND = /^(.{2,}?)((?:万|千|百万|亿)?元(?:\/亩)?|万?(?:M2|平方米|平米|㎡)|公顷|平方公里|HM2|HA|KM2|万?亩)$/;

/** The header with a unit that stands behind its name without a mark (用地面积㎡, 实缴税收亿元) taken off, or undefined. */
export function withoutUnitBehind(header: HeaderText): HeaderText | undefined {
  const match = header.unit ? undefined : UNIT_BEHIND.exec(header.bracketed);
  const unit = parseUnit(match?.[2] ?? '');
  if (match?.[1] === undefined || !unit) return undefined;
  return { ...header, name: match[1].replace(/[(][^()]*[)]/g, ''), bracketed: match[1], unit };
}

function withoutYear(text: string, year: string): string {
  return text
    .replace(new RegExp(`${year}(?:年度?)?`), '')
    .replace(/[(][,、;]|[,、;][)]/g, (pair) => pair.replace(/[,、;]/, ''))
    .replace('()', '');
}

/** 企业用地多少亩？: forms ask for what tables name. */
const ASKED = /^(.+?)(?:[有是为])?(?:多少|几)([^?]+)[?]*$/;

/** The unit in brackets, or after a slash, a colon or 单位, at the end of a header. */
function takeUnit(text: string): { rest: string; unit?: Unit } {
  for (const match of text.matchAll(/[(]([^()]+)[)]/g)) {
    const unit = unitIn(match[1] ?? '');
    if (unit) return { rest: text.replace(match[0], ''), unit };
  }
  // At the first mark or at the last: 亩均税收/万元/亩, 1-12月累计税收/万元.
  const [, asks, asked = ''] = ASKED.exec(text.replace(/[(][^()]*[)]/g, '')) ?? [];
  const inAsked = parseUnit(asked);
  if (asks !== undefined && inAsked) return { rest: asks, unit: inAsked };
  for (const behind of [/^(.+?)(?:[/:,、—-]|单位:?)(.+)$/, /^(.+)[/:,、—-](.+)$/]) {
    const [, rest, named] = behind.exec(text) ?? [];
    const unit = named === undefined ? undefined : parseUnit(named);
    if (rest !== undefined && unit) return { rest, unit };
  }
  return { rest: text };
}

/** A bracket may say more than its unit: "单位:万元", "全口径,万元". */
function unitIn(text: string): Unit | undefined {
  for (const part of [text, ...text.split(/[,、;:]/)]) {
    const unit = parseUnit(part);
    if (unit) return unit;
  }
  return undefined;
}
