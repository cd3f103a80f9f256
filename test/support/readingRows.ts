import type { Judged } from '../../src/engine/assess/judge';
import { fieldOf } from '../../src/engine/ledger/fields';
import { isDayField } from '../../src/engine/policy/fieldWords';
import type { PackField } from '../../src/engine/policy/pack';
import { dayOfSerial } from '../../src/engine/quantity/day';
import { UNREAD, verdictCells } from '../../src/engine/report/verdict/verdictCells';
import type { Table } from './duckDb';

/** The data rows of a ledger, and the policy's fields in them as a table for a query: numbers, days and words, NULL where missing. */
export function readingRows(judged: Judged, name: string): { readonly rows: readonly number[]; readonly table: Table } {
  const rows = judged.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const cells = verdictCells(judged);
  const { fields } = judged.context.policy.pack;
  const isWords = ({ words, field }: PackField) =>
    words !== undefined || ['text', 'code', 'yesNo', 'choice', 'grade'].includes(fieldOf(field).kind);
  const columns = fields.map((field) => ({
    name: field.name,
    type: isWords(field) ? ('VARCHAR' as const) : isDayField(field) ? ('DATE' as const) : ('DOUBLE' as const),
  }));
  const cell = (field: PackField, row: number) => {
    const value = cells.valueAt(field.name, row);
    if (value === UNREAD || typeof value === 'boolean' || (value === '' && field.whenBlank !== 'blank')) return null;
    return isDayField(field) ? (dayOfSerial(Number(value)) ?? null) : value;
  };
  return { rows, table: { name, columns, rows: rows.map((row) => fields.map((field) => cell(field, row))) } };
}
