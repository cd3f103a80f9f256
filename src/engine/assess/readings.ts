import { numbersOf } from '../column/verbs';
import type { Column } from '../column/column';
import { divideByPositive } from '../column/divide';
import { readDate } from '../ledger/date';
import { dayOfText } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import { roundReadings } from '../quantity/roundReading';
import type { Ledger } from '../ledger/readLedger';
import { ALL_OTHERS, askedOfField, isOneOf } from '../ledger/askedField';
import { isMissingMark } from '../ledger/cell';
import { askedOf, isDayField, TAX_PER_MU, wordsOfField, YES_NO } from '../policy/fieldWords';
import type { PackBands, PackField, PolicyPack } from '../policy/pack';
import { namesRead } from '../policy/treesOf';
import { NEVER } from '../rule/daysBefore';
import type { RuleReading, RuleTable } from '../rule/truth';
import { bandLines, type BandLines } from './bands';
import type { AssessContext } from './context';
import { DERIVED_FROM, derivedWords } from './derivedWords';
import { outputLevel, type OutputLevel } from './outputLevel';

/** A ledger as a pack's rules see it, with how often a blank was read as a word, by field. */
export interface Readings {
  readonly table: RuleTable;
  readonly blanksRead: ReadonlyMap<string, number>;
  readonly output?: OutputLevel;
  readonly bands?: BandLines;
}

/** The ledger fields a pack reads, those behind derived readings included. */
export function fieldsRead(pack: PolicyPack): string[] {
  const derived = pack.fields.flatMap(({ derive }) => (derive ? DERIVED_FROM[derive] : []));
  return [...new Set(['taxPaid', 'landArea', ...columnsNamed(pack), ...derived])];
}

/** Tax and land, as far as a pack's answers hang on them: by their own names, by 亩均税收 or by 产出水平. */
export function amountsAsked(pack: PolicyPack): string[] {
  const asked = namesRead(pack);
  const isLevel = pack.fields.some(({ derive, name }) => derive === 'outputLevel' && asked.has(name));
  if (isLevel || asked.has(TAX_PER_MU)) return ['taxPaid', 'landArea'];
  const named = pack.fields.filter(({ name }) => asked.has(name)).map(({ field }) => field);
  return ['taxPaid', 'landArea'].filter((id) => named.includes(id));
}

/** The ledger fields whose columns a pack names, and what else its place calls them. */
export function columnsNamed(pack: PolicyPack): string[] {
  return pack.fields.flatMap((field) => [field.field, ...askedOf(field)]);
}

/** The ids of the column that tells a policy's groups of lines; undefined where it has none. */
export function groupIds({ pack }: AssessContext['policy']): string[] | undefined {
  const own = pack.fields.find(({ name }) => name === pack.bands?.field);
  return own && [own.field, ...askedOf(own).filter((id) => askedOfField(id)?.kind === 'written')];
}

/** The last bit of a row's missing fields stands for every field from here on: a row then tells which of them it lacks. */
export const SHARED_BIT = 31;

/** The bit of a pack's field among a row's missing ones. */
export function bitOf(index: number): number {
  return 1 << Math.min(index, SHARED_BIT);
}

/** Turns a ledger into the readings of a pack's rules: words by code, whenBlank applied, 亩均税收 as ROUND(税收/面积, 9). */
export function readingsOf(ledger: Ledger, context: AssessContext): Readings {
  const { pack, values } = context.policy;
  // Several readings of one column share the bit of the first.
  const bits = new Map(pack.fields.map((field, index) => [field.field, bitOf(index)] as const).reverse());
  const bit = (field: string) => bits.get(field) ?? 0;
  const readings = new Map<string, RuleReading>([[TAX_PER_MU, taxPerMu(ledger, bit('taxPaid'), bit('landArea'))]]);
  const blanksRead = new Map<string, number>();
  let output: OutputLevel | undefined;
  for (const field of pack.fields) {
    const words = wordsOfField(field);
    if (field.derive === 'outputLevel') {
      output = outputLevel(ledger, context, { grade: bit('grade'), tax: bit('taxPaid'), area: bit('landArea') });
      readings.set(field.name, output.reading);
    } else if (field.derive === 'isBlank') {
      readings.set(field.name, blankReading(ledger, field.field, bit(field.field)));
    } else if (words) {
      const reading = wordReading(ledger, field, { words, bit: bit(field.field), context });
      readings.set(field.name, reading.reading);
      if (reading.blanks > 0) blanksRead.set(field.name, reading.blanks);
    } else {
      const { reading, blanks } = numberReading(ledger, field, bit(field.field));
      readings.set(field.name, reading);
      if (blanks > 0) blanksRead.set(field.name, blanks);
    }
  }
  const bands = pack.bands ? bandsOf(pack, pack.bands, ledger, { bit, values, readings }) : undefined;
  if (pack.bands && bands) readings.set(pack.bands.floor, bands.floor).set(pack.bands.ceiling, bands.ceiling);
  return {
    table: { rows: ledger.rows, readings, values },
    blanksRead,
    ...(output ? { output } : {}),
    ...(bands ? { bands } : {}),
  };
}

function bandsOf(
  pack: PolicyPack,
  bands: PackBands,
  ledger: Ledger,
  { bit, values, readings }: { bit: (field: string) => number; values: ReadonlyMap<string, number>; readings: Named },
): BandLines {
  const field = pack.fields.find(({ name }) => name === bands.field)?.field ?? '';
  // By the policy's own word where it has one, else by what the cell says.
  const reading = readings.get(bands.field);
  const wordOf = (row: number) => reading?.words?.[(reading.values[row] ?? 0) - 1];
  return bandLines(bands, ledger, { field, bit: bit(field), values, place: pack.place, wordOf });
}

type Named = ReadonlyMap<string, RuleReading>;

function taxPerMu(ledger: Ledger, taxBit: number, areaBit: number): RuleReading {
  const tax = numbersOf(ledger, 'taxPaid');
  const area = numbersOf(ledger, 'landArea');
  const values = roundReadings(divideByPositive(tax, area));
  const missing = new Uint32Array(ledger.rows);
  for (let row = 0; row < ledger.rows; row++) {
    missing[row] = (Number.isNaN(tax[row] ?? NaN) ? taxBit : 0) | ((area[row] ?? NaN) > 0 ? 0 : areaBit);
  }
  return { values, missing };
}

/** Numbers, and days as a spreadsheet counts them; a blank takes the pack's number or day for it. */
function numberReading(ledger: Ledger, field: PackField, bit: number): { reading: RuleReading; blanks: number } {
  const column = ledger.columns.get(field.field);
  const read = isDayField(field) ? daysOf(column, ledger.rows) : numbersOf(ledger, field.field);
  const given = isDoubted(ledger, field.field) ? NaN : blankNumber(field);
  // Where a 0 and a blank cannot be told apart, only a blank that means 0 can be read.
  const blank = ledger.zeroIsBlank && !isDayField(field) && given !== 0 ? NaN : given;
  const unreadable = Number.isNaN(blank) ? new Set<number>() : unreadableRows(ledger, field.field);
  const isBlank = (row: number) => Number.isNaN(read[row] ?? NaN) && !hasWord(column, row) && !unreadable.has(row);
  const values = Number.isNaN(blank) ? read : read.map((value, row) => (isBlank(row) ? blank : value));
  const blanks = values.reduce((count, value, row) => count + (Object.is(value, read[row]) ? 0 : 1), 0);
  const missing = Uint32Array.from(values, (value) => (Number.isNaN(value) ? bit : 0));
  return { reading: { values, missing }, blanks };
}

function hasWord(column: Column | undefined, row: number): boolean {
  return column?.kind === 'word' && (column.codes[row] ?? 0) !== 0;
}

/** What is no day, or may be two, is missing. */
function daysOf(column: Column | undefined, rows: number): Float64Array {
  const days = new Float64Array(rows).fill(NaN);
  if (column?.kind !== 'word') return days;
  const serials = column.words.map((word) => {
    const reading = readDate(word);
    return reading.kind === 'value' && reading.value.other === undefined ? daySerial(reading.value.day) : NaN;
  });
  return days.map((_, row) => serials[(column.codes[row] ?? 0) - 1] ?? NaN);
}

function blankNumber(field: PackField): number {
  if (field.whenBlank === 'unknown' || field.whenBlank === '') return NaN;
  if (!isDayField(field)) return Number(field.whenBlank);
  const day = field.whenBlank === 'blank' ? NEVER : dayOfText(field.whenBlank);
  return day === undefined ? NaN : daySerial(day);
}

/** Whether a cell has nothing in it: what nobody can read is something; unknown where a 0 may be a blank, or the column is asked about. */
function blankReading(ledger: Ledger, id: string, bit: number): RuleReading {
  const column = ledger.columns.get(id);
  const unreadable = unreadableRows(ledger, id);
  const isOpen = isDoubted(ledger, id);
  const isThere = (row: number) =>
    column?.kind === 'word' ? (column.codes[row] ?? 0) !== 0 : !Number.isNaN(column?.values[row] ?? NaN);
  const values = Uint16Array.from({ length: ledger.rows }, (_, row) => {
    if (isThere(row) || unreadable.has(row)) return YES_NO.indexOf('否') + 1;
    const isUnsure = isOpen || (ledger.zeroIsBlank && column?.kind === 'number');
    return isUnsure ? 0 : YES_NO.indexOf('是') + 1;
  });
  return { values, words: YES_NO, missing: Uint32Array.from(values, (code) => (code === 0 ? bit : 0)) };
}

interface WordField {
  readonly words: readonly string[];
  readonly bit: number;
  readonly context: AssessContext;
}

/** A blank takes the pack's word for it; a cell that could not be read stays unknown, whatever a blank would mean. */
function wordReading(ledger: Ledger, field: PackField, { words, bit, context }: WordField) {
  const known = field.whenBlank === 'blank' ? [...words, ''] : words;
  const isOpen = isDoubted(ledger, field.field);
  const blank = isOpen ? 0 : field.whenBlank === 'blank' ? known.length : known.indexOf(field.whenBlank) + 1;
  const codeAt = codeReader(ledger, field, known);
  const values = new Uint16Array(ledger.rows);
  const missing = new Uint32Array(ledger.rows);
  const unreadable = unreadableRows(ledger, field.field);
  const derived = derivedWords(field, ledger, context);
  let blanks = 0;
  for (let row = 0; row < ledger.rows; row++) {
    let code = codeAt(row);
    if (code === 0 && !unreadable.has(row)) {
      const word = derived?.[row];
      code = word === undefined ? blank : known.indexOf(word) + 1;
      if (code !== 0 && ledger.kinds[row] === 'data') blanks++;
    }
    values[row] = code;
    missing[row] = code === 0 ? bit : 0;
  }
  return { reading: { values, words: known, missing } satisfies RuleReading, blanks };
}

/** While a person has to say which column it is, a field has no column, and that is no blank. */
function isDoubted({ headers: { byField, doubts } }: Ledger, id: string): boolean {
  return !byField.has(id) && doubts.some(({ field }) => field.id === id);
}

/** The code of the word that a row has, from 1; 0 where it has none. What the column says over and over is looked up once. */
function codeReader(ledger: Ledger, field: PackField, known: readonly string[]): (row: number) => number {
  const asWritten = askedOf(field).find((id) => askedOfField(id)?.kind === 'written');
  const [read, written] = [field.field, asWritten ?? ''].map((id) => {
    const column = ledger.columns.get(id);
    return column?.kind === 'word' ? column : undefined;
  });
  const codeOf = (word: string | undefined) => (word === undefined ? 0 : known.indexOf(word) + 1);
  if (!written) {
    const words = read?.words ?? [];
    const codes = words.map((word) => codeOf(meaningOf(field, { read: word, written: undefined }, known)));
    const table = Uint16Array.from([0, ...codes]);
    return (row) => table[read?.codes[row] ?? 0] ?? 0;
  }
  const seen = new Map<number, number>();
  return (row) => {
    const own = read?.codes[row] ?? 0;
    const said = written.codes[row] ?? 0;
    if (own === 0 && said === 0) return 0;
    const key = own * 65536 + said;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const code = codeOf(meaningOf(field, { read: read?.words[own - 1], written: written.words[said - 1] }, known));
    seen.set(key, code);
    return code;
  };
}

/** A cell as the ledger's field reads it, and as it is written where the policy has words for that. */
interface Said {
  readonly read: string | undefined;
  readonly written: string | undefined;
}

/** A word of the pack's own list stands for what ledgers write for it: 规上 for 是 or 规上企业; then the field's own words count. */
function meaningOf({ words }: PackField, { read, written }: Said, known: readonly string[]): string | undefined {
  const text = written ?? read;
  if (!words || text === undefined) return text;
  const entries = Object.entries(words);
  const listed = entries.find(([word, texts]) => isOneOf([word, ...texts], text));
  if (listed) return listed[0];
  if (read !== undefined && known.includes(read)) return read;
  const isNothing = read === undefined && isMissingMark(text);
  return isNothing ? undefined : entries.find(([, texts]) => texts.includes(ALL_OTHERS))?.[0];
}

function unreadableRows(ledger: Ledger, field: string): ReadonlySet<number> {
  const rows = ledger.findings.filter((finding) => finding.field === field && finding.code === 'unreadable');
  return new Set(rows.map((finding) => finding.row));
}
