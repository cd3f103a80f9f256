import {
  askedOfField,
  fieldOf,
  matchHeaders,
  unitsAmong,
  withoutUnitNotes,
  withOwnColumns,
  withUnitNotes,
  type HeaderMatch,
  type Rows,
} from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { matrixOf, withoutTail, type Argument } from './arguments';
import { invalid } from './failure';

/** The columns that 1 to 3 header rows name; #VALUE! where none of the wanted fields is among them. */
export function headersOf(argument: Argument, wanted: readonly string[]): HeaderMatch {
  const matrix = matrixOf(argument, 'headers');
  if (matrix.length === 0) throw invalid(functionText('noHeaders', {}));
  if (matrix.length > 3) throw invalid(functionText('tooManyHeaders', { rows: String(matrix.length) }));
  const headers = withUnitNotes(matchHeaders(matrix.map(withoutUnitNotes)), unitsAmong(matrix));
  if (wanted.some((id) => withOwnColumns(headers, wanted).byField.has(id))) return headers;
  const fields = wanted.filter((id) => !askedOfField(id));
  const labels = fields.slice(0, 4).map((id) => fieldOf(id).label);
  throw invalid(functionText('headersUnknown', { wanted: labels.join('、') }));
}

/** The rows under the headers, without trailing blank ones; #VALUE! where they have another number of columns. */
export function rowsUnder(headers: HeaderMatch, argument: Argument, name: 'rows' | 'cohort'): Rows {
  const rows = withoutTail(matrixOf(argument, name));
  const width = headers.columns.length;
  const given = rows[0]?.length ?? width;
  if (given === width) return rows;
  const code = name === 'rows' ? 'widths' : 'cohortWidths';
  throw invalid(functionText(code, { headers: String(width), rows: String(given) }));
}
