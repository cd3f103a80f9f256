import { textAt } from '../column/verbs';
import { roundReading } from '../quantity/roundReading';
import type { Ledger } from '../ledger/readLedger';
import { TAX_PER_MU } from '../policy/fieldWords';
import type { PolicyPack } from '../policy/pack';
import type { RuleReading } from '../rule/truth';
import type { Readings } from './readings';

/** For every row the first data row of its unit: itself, unless the policy takes rows of one word together. */
export function leadsOf(ledger: Ledger, { fields, grading }: PolicyPack): Int32Array {
  const leads = Int32Array.from({ length: ledger.rows }, (_, row) => row);
  const column = fields.find(({ name }) => name === grading?.together?.by)?.field;
  if (column === undefined) return leads;
  const first = new Map<string, number>();
  for (let row = 0; row < ledger.rows; row++) {
    const word = ledger.kinds[row] === 'data' ? textAt(ledger, column, row) : undefined;
    if (word === undefined) continue;
    const lead = first.get(word);
    if (lead === undefined) first.set(word, row);
    else leads[row] = lead;
  }
  return leads;
}

/** The readings of units: what is added up, anything else as the first row that has it says. Only leading rows are to be read. */
export function readingsTogether(readings: Readings, pack: PolicyPack, leads: Int32Array): Readings {
  const add = pack.grading?.together?.add;
  if (!add) return readings;
  const own = new Map(readings.table.readings);
  for (const { name } of pack.fields) {
    const reading = own.get(name);
    if (reading) own.set(name, add.includes(name) ? added(reading, leads) : firstOf(reading, leads));
  }
  const named = (field: string) => own.get(pack.fields.find((one) => one.field === field)?.name ?? '');
  const [tax, area] = [named('taxPaid'), named('landArea')];
  if (tax && area) own.set(TAX_PER_MU, quotient(tax, area));
  return { ...readings, table: { ...readings.table, readings: own } };
}

/** One that is missing leaves the sum missing. */
function added(reading: RuleReading, leads: Int32Array): RuleReading {
  const [values, missing] = [Float64Array.from(reading.values), reading.missing.slice()];
  leads.forEach((lead, row) => {
    if (lead === row) return;
    values[lead] = (values[lead] ?? NaN) + (reading.values[row] ?? NaN);
    missing[lead] = (missing[lead] ?? 0) | (reading.missing[row] ?? 0);
  });
  return { ...reading, values, missing };
}

function firstOf(reading: RuleReading, leads: Int32Array): RuleReading {
  const [values, missing] = [reading.values.slice(), reading.missing.slice()];
  leads.forEach((lead, row) => {
    if (lead === row || missing[lead] === 0 || reading.missing[row] !== 0) return;
    values[lead] = reading.values[row] ?? NaN;
    missing[lead] = 0;
  });
  return { ...reading, values, missing };
}

function quotient(tax: RuleReading, area: RuleReading): RuleReading {
  const values = Float64Array.from(tax.values, (value, row) => {
    const land = area.values[row] ?? NaN;
    return land > 0 ? roundReading(value / land) : NaN;
  });
  const missing = tax.missing.map((bits, row) => (Number.isNaN(values[row]) ? bits | (area.missing[row] ?? 0) : 0));
  return { values, missing };
}
