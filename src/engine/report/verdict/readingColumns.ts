import type { Judged } from '../../assess/judge';
import { fieldOf } from '../../ledger/fields';
import { isDayField } from '../../policy/fieldWords';
import type { PackField } from '../../policy/pack';
import { dayOfSerial, type Day } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import { NEVER } from '../../rule/daysBefore';
import type { FormulaValue } from '../../rule/formula/formulaTree';
import { NAMES, UNREAD, verdictCells } from './verdictCells';
import { SQL_COLUMNS, sqlColumns } from './verdictSql';
import { known } from '../../../sheet/known';

/** A column of the table that queries of verdicts and grades read: numbers, words, and days as 2024-06-30; null where missing. */
export interface ReadingColumn {
  readonly name: string;
  readonly type: 'DOUBLE' | 'VARCHAR' | 'DATE';
  readonly at: (row: number) => number | string | null;
}

/** Names under which a cell says what the ledger has, whatever a policy reads there. */
const RAW: readonly string[] = [SQL_COLUMNS.tax, SQL_COLUMNS.area, SQL_COLUMNS.township];
const WORDS: readonly string[] = ['text', 'code', 'yesNo', 'choice', 'grade'];

/** A ledger as a policy reads it, as the columns that its queries ask for. */
export function readingColumns(judged: Judged): ReadingColumn[] {
  const { valueAt, level } = verdictCells(judged);
  const { pack } = judged.context.policy;
  const plain = (name: string, type: 'DOUBLE' | 'VARCHAR', cell = name): ReadingColumn => {
    return { name, type, at: (row) => given(valueAt(cell, row)) };
  };
  const columns = sqlColumns(pack);
  const own = [
    plain(columns.tax, 'DOUBLE', SQL_COLUMNS.tax),
    plain(columns.area, 'DOUBLE', SQL_COLUMNS.area),
    plain(columns.township, 'VARCHAR', SQL_COLUMNS.township),
    ...(pack.bands ? [plain(columns.group, 'VARCHAR', NAMES.group)] : []),
    ...(level ? [plain(columns.ownLevel, 'VARCHAR', NAMES.ownLevel)] : []),
  ];
  const known = new Set(own.map(({ name }) => name));
  const fields = pack.fields.filter(({ name, derive }) => !known.has(name) && derive !== 'outputLevel');
  return [...own, ...fields.map((field) => fieldColumn(field, ownReading(judged, field) ?? valueAt))];
}

/** A field that is called as a figure of the ledger itself is, and says something else. */
function ownReading(
  { readings }: Judged,
  { name }: PackField,
): ((name: string, row: number) => FormulaValue) | undefined {
  const reading = readings.table.readings.get(name);
  if (!RAW.includes(name) || !reading) return undefined;
  return (_, row) => {
    const value = reading.values[row] ?? NaN;
    return reading.words ? (reading.words[value - 1] ?? '') : known(value);
  };
}

function fieldColumn(field: PackField, valueAt: (name: string, row: number) => FormulaValue): ReadingColumn {
  const { name, words, whenBlank, derive } = field;
  const isDay = isDayField(field);
  const isWords = words !== undefined || derive === 'isBlank' || WORDS.includes(fieldOf(field.field).kind);
  return {
    name,
    type: isWords ? 'VARCHAR' : isDay ? 'DATE' : 'DOUBLE',
    at: (row) => {
      const value = given(valueAt(name, row), whenBlank === 'blank');
      return isDay && value !== null ? dayText(Number(value)) : value;
    },
  };
}

/** A day that has not come is later than any. */
function dayText(serial: number): Day | null {
  return serial === daySerial(NEVER) ? NEVER : (dayOfSerial(serial) ?? null);
}

/** A blank is missing, unless it means something of its own. */
function given(value: FormulaValue, blankIsWord = false): number | string | null {
  return value === UNREAD || typeof value === 'boolean' || (value === '' && !blankIsWord) ? null : value;
}
