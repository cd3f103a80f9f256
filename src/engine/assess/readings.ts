import { divideByPositive } from '../column/divide';
import { roundReadings } from '../quantity/roundReading';
import { yearOf } from '../quantity/day';
import type { Ledger } from '../ledger/readLedger';
import { TAX_PER_MU, wordsOf } from '../policy/loadPack';
import type { PackField, PolicyPack } from '../policy/pack';
import type { RuleReading, RuleTable } from '../rule/truth';
import { bandLines } from './bands';
import type { AssessContext } from './context';
import { outputLevel, type OutputLevel } from './outputLevel';
import { numbersOf } from './townshipMeans';

/** A ledger as a pack's rules see it, with how often a blank was read as a word, by field. */
export interface Readings {
  readonly table: RuleTable;
  readonly blanksRead: ReadonlyMap<string, number>;
  readonly output?: OutputLevel;
}

/** The ledger fields a pack reads, those behind derived readings included. */
export function fieldsRead(pack: PolicyPack): string[] {
  const derived = pack.fields.some((field) => field.derive === 'ageOfBuilding') ? ['builtYear'] : [];
  return [...new Set(['taxPaid', 'landArea', ...pack.fields.map((field) => field.field), ...derived])];
}

/** Turns a ledger into the readings of a pack's rules: words by code, whenBlank applied, 亩均税收 as ROUND(税收/面积, 9). */
export function readingsOf(ledger: Ledger, context: AssessContext): Readings {
  const { pack, values } = context.policy;
  const bits = new Map(pack.fields.map((field, index) => [field.field, 1 << index]));
  const bit = (field: string) => bits.get(field) ?? 0;
  const readings = new Map<string, RuleReading>([[TAX_PER_MU, taxPerMu(ledger, bit('taxPaid'), bit('landArea'))]]);
  const blanksRead = new Map<string, number>();
  let output: OutputLevel | undefined;
  for (const field of pack.fields) {
    const words = wordsOf(field.field);
    if (field.derive === 'outputLevel') {
      output = outputLevel(ledger, context, { grade: bit('grade'), tax: bit('taxPaid'), area: bit('landArea') });
      readings.set(field.name, output.reading);
    } else if (words) {
      const reading = wordReading(ledger, field, { words, bit: bit(field.field), context });
      readings.set(field.name, reading.reading);
      if (reading.blanks > 0) blanksRead.set(field.name, reading.blanks);
    } else readings.set(field.name, numberReading(ledger, field.field, bit(field.field)));
  }
  if (pack.bands) {
    const field = pack.fields.find(({ name }) => name === pack.bands?.field)?.field ?? '';
    const lines = bandLines(pack.bands, ledger, { field, bit: bit(field), values });
    readings.set(pack.bands.floor, lines.floor).set(pack.bands.ceiling, lines.ceiling);
  }
  return { table: { rows: ledger.rows, readings, values }, blanksRead, ...(output ? { output } : {}) };
}

function taxPerMu(ledger: Ledger, taxBit: number, areaBit: number): RuleReading {
  const tax = numbersOf(ledger.columns.get('taxPaid'));
  const area = numbersOf(ledger.columns.get('landArea'));
  const values = roundReadings(divideByPositive(tax, area));
  const missing = new Uint32Array(ledger.rows);
  for (let row = 0; row < ledger.rows; row++) {
    missing[row] = (Number.isNaN(tax[row] ?? NaN) ? taxBit : 0) | ((area[row] ?? NaN) > 0 ? 0 : areaBit);
  }
  return { values, missing };
}

function numberReading(ledger: Ledger, field: string, bit: number): RuleReading {
  const column = ledger.columns.get(field);
  const values = column?.kind === 'number' ? column.values : new Float64Array(ledger.rows).fill(NaN);
  return { values, missing: Uint32Array.from(values, (value) => (Number.isNaN(value) ? bit : 0)) };
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
  if (column?.kind === 'word') column.words.forEach((word, index) => (table[index + 1] = known.indexOf(word) + 1));
  const values = new Uint16Array(ledger.rows);
  const missing = new Uint32Array(ledger.rows);
  const unreadable = unreadableRows(ledger, field.field);
  const old = field.derive === 'ageOfBuilding' ? oldBuildings(ledger, context) : undefined;
  const poor = known.indexOf('差') + 1;
  let blanks = 0;
  for (let row = 0; row < ledger.rows; row++) {
    let code = column?.kind === 'word' ? (table[column.codes[row] ?? 0] ?? 0) : 0;
    if (code === 0 && !unreadable.has(row)) {
      code = old?.[row] === 1 ? poor : blank;
      if (code !== 0 && ledger.kinds[row] === 'data') blanks++;
    }
    values[row] = code;
    missing[row] = code === 0 ? bit : 0;
  }
  return { reading: { values, words: known, missing } satisfies RuleReading, blanks };
}

function unreadableRows(ledger: Ledger, field: string): ReadonlySet<number> {
  const rows = ledger.findings.filter((finding) => finding.field === field && finding.code === 'unreadable');
  return new Set(rows.map((finding) => finding.row));
}

/** A blank 建筑质量 counts as 差 when the building is as old as the pack's line (assumption); without a base date, never. */
function oldBuildings(ledger: Ledger, { policy }: AssessContext): Uint8Array | undefined {
  const age = policy.values.get('老旧厂房年限');
  if (policy.asOf === undefined || age === undefined) return undefined;
  const year = yearOf(policy.asOf);
  return Uint8Array.from(numbersOf(ledger.columns.get('builtYear')), (built) => (year - built >= age ? 1 : 0));
}
