import { PackageError } from '../packageError';
import type { CellModel } from '../model';
import { restoreText } from '../xml/escapeXml';

/** A cell's value and type as the model holds them. */
export type TypedValue = Pick<CellModel, 'value' | 'type'>;

/** What a value is read against. */
export interface ValueContext {
  readonly part: string;
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

const BLANK: TypedValue = { value: null, type: 'blank' };
const MS_PER_DAY = 86_400_000;

/** Reads the text of <v> by the cell's type attribute (ISO 29500-1 18.18.11). */
export function readValue(type: string | undefined, text: string, context: ValueContext): TypedValue {
  switch (type) {
    case 's':
      return text === '' ? BLANK : { value: sharedString(text, context), type: 'string' };
    case 'str':
    case 'inlineStr':
      return { value: restoreText(text), type: 'string' };
    case 'b':
      return text === '' ? BLANK : { value: text.trim() === '1' || text.trim() === 'true', type: 'boolean' };
    case 'e':
      return text === '' ? BLANK : { value: text, type: 'error' };
    case 'd':
      return readDay(text, context);
    default:
      return readNumber(text);
  }
}

function sharedString(text: string, { strings, part }: ValueContext): string {
  const string = strings[Number(text)];
  if (string === undefined)
    throw new PackageError('damaged', { part, reason: `no shared string ${text.slice(0, 20)}` });
  return string;
}

function readNumber(text: string): TypedValue {
  if (text.trim() === '') return BLANK;
  const value = Number(text);
  return Number.isFinite(value) ? { value, type: 'number' } : { value: text, type: 'string' };
}

/** An ISO day or time of a strict file, as the serial number other files store. */
function readDay(text: string, { date1904 }: ValueContext): TypedValue {
  const span = dayFraction(text);
  if (span !== undefined) return { value: span, type: 'number' };
  const ms = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? '' : 'T00:00'}Z`);
  if (Number.isNaN(ms)) return text === '' ? BLANK : { value: text, type: 'string' };
  // 1899-12-30 is day 0 of the 1900 system from March 1900 on; 1904-01-01 of the other.
  const value = (ms - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / MS_PER_DAY;
  return { value: !date1904 && value < FIRST_OF_MARCH ? value - 1 : value, type: 'number' };
}

/** 1900-03-01: the day before it, 29 February 1900, never was, and days before that count one less. */
const FIRST_OF_MARCH = 61;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;
const DURATION = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** A time of day or a span of hours as a part of a day; undefined for any other text. */
function dayFraction(text: string): number | undefined {
  const match = TIME.exec(text) ?? DURATION.exec(text);
  if (!match || match[0] === 'PT') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
