import { numbersOf } from '../column/verbs';
import type { Column } from '../column/column';
import { divideByPositive } from '../column/divide';
import { readDate } from '../ledger/date';
import { dayOfText } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import { roundReadings } from '../quantity/roundReading';
import type { Ledger } from '../ledger/readLedger';
import { isDayField, TAX_PER_MU, wordsOfField } from '../policy/fieldWords';
import type { PackBands, PackField, PolicyPack } from '../policy/pack';
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
  return [...new Set(['taxPaid', 'landArea', ...pack.fields.map((field) => field.field), ...derived])];
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
  const bits = new Map(pack.fields.map((field, index) => [field.field, bitOf(index)]));
  const bit = (field: string) => bits.get(field) ?? 0;
  const readings = new Map<string, RuleReading>([[TAX_PER_MU, taxPerMu(ledger, bit('taxPaid'), bit('landArea'))]]);
  const blanksRead = new Map<string, number>();
  let output: OutputLevel | undefined;
  for (const field of pack.fields) {
    const words = wordsOfField(field);
    if (field.derive === 'outputLevel') {
      output = outputLevel(ledger, context, { grade: bit('grade'), tax: bit('taxPaid'), area: bit('landArea') });
      readings.set(field.name, output.reading);
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
  const bands = pack.bands ? bandsOf(pack, pack.bands, ledger, { bit, values }) : undefined;
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
  { bit, values }: { bit: (field: string) => number; values: ReadonlyMap<string, number> },
): BandLines {
  const field = pack.fields.find(({ name }) => name === bands.field)?.field ?? '';
  return bandLines(bands, ledger, { field, bit: bit(field), values, place: pack.place });
}

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
  const given = blankNumber(field);
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
  if (['unknown', 'blank', ''].includes(field.whenBlank)) return NaN;
  if (!isDayField(field)) return Number(field.whenBlank);
  const day = dayOfText(field.whenBlank);
  return day === undefined ? NaN : daySerial(day);
}

interface WordField {
  readonly words: readonly string[];
  readonly bit: number;
  readonly context: AssessContext;
}

/** A blank takes the pack's word for it; a cell that could not be read stays unknown, whatever a blank would mean. */
function wordReading(ledger: Ledger, field: PackField, { words, bit, context }: WordField) {
  const known = field.whenBlank === 'blank' ? [...words, ''] : words;
  const blank = field.whenBlank === 'blank' ? known.length : known.indexOf(field.whenBlank) + 1;
  const column = ledger.columns.get(field.field);
  const table = new Uint16Array((column?.kind === 'word' ? column.words.length : 0) + 1);
  if (column?.kind === 'word')
    column.words.forEach((word, index) => (table[index + 1] = known.indexOf(meaningOf(field, word)) + 1));
  const values = new Uint16Array(ledger.rows);
  const missing = new Uint32Array(ledger.rows);
  const unreadable = unreadableRows(ledger, field.field);
  const derived = derivedWords(field, ledger, context);
  let blanks = 0;
  for (let row = 0; row < ledger.rows; row++) {
    let code = column?.kind === 'word' ? (table[column.codes[row] ?? 0] ?? 0) : 0;
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

/** Among a word's texts or a group's members: whatever none of the others names. */
const ALL_OTHERS = '其余';

/** A word of the pack's own list stands for what ledgers write for it: 规上 for 是 or 规上企业. */
function meaningOf({ words }: PackField, text: string): string {
  if (!words) return text;
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const entries = Object.entries(words);
  const known = entries.find(([word, texts]) => word === plain || texts.includes(plain));
  return (known ?? entries.find(([, texts]) => texts.includes(ALL_OTHERS)))?.[0] ?? text;
}

function unreadableRows(ledger: Ledger, field: string): ReadonlySet<number> {
  const rows = ledger.findings.filter((finding) => finding.field === field && finding.code === 'unreadable');
  return new Set(rows.map((finding) => finding.row));
}
