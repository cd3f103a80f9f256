import { definedOnly, textAt } from '../../../engine/column/index';
import { cellText, fieldOf, type MergedSpan } from '../../../engine/ledger/index';
import { leadOf, type Assessment } from '../verdict/assessment';
import type { FoundCell, Ungraded } from './findingGroup';
import { openTaxes } from '../reading/firmRows';
import { sheetRow, type Source } from '../reading/source';

/** Amounts that stand in cells merged over several enterprises or parcels: the rows below have none of their own. */
export function mergedAmounts(source: Source, assessment: Assessment): Ungraded[] {
  const { byField } = assessment.read.headers;
  return [...assessment.read.columns.keys()].flatMap((field): Ungraded[] => {
    const column = byField.get(field)?.column;
    const open = new Set(openTaxes(source, assessment.read.headers).map(({ row }) => row));
    const isOpen = (span: MergedSpan) => field === 'taxPaid' && open.has(span.row);
    const spans = source.amounts.filter(
      (span) => span.column === column && !isOpen(span) && isShared(assessment, span),
    );
    const cells = spans.map((span) => cellOf(source, span));
    const { label } = fieldOf(field);
    return cells.length === 0
      ? []
      : [{ id: `merged-${field}`, code: 'mergedAmount', label, count: cells.length, cells }];
  });
}

/** The rows of which nobody has said yet whether they are one enterprise's. */
export function openFirms(source: Source, assessment: Assessment): Ungraded[] {
  const spans = openTaxes(source, assessment.read.headers).filter((span) => isShared(assessment, span));
  const column = assessment.read.headers.byField.get('enterprise')?.column;
  const cells = spans.flatMap(({ row, rows }) =>
    Array.from({ length: rows }, (_, at) => ({
      row: row + at,
      text: textAt(assessment.read, 'enterprise', row + at) ?? '',
      ...definedOnly({ column }),
    })),
  );
  if (cells.length === 0) return [];
  return [{ id: 'firmsOpen', code: 'firmsOpen', label: '', count: spans.length, cells }];
}

/** The enterprises of several rows by a person's word, each with its last row. */
export function joinedParcels(source: Source, { read, units }: Assessment): Ungraded[] {
  const last = new Map([...units.grouping.firms].map(([row, lead]) => [lead, row]));
  const column = read.headers.byField.get('enterprise')?.column;
  const cells = [...last].map(([row, end]): FoundCell => {
    const text = textAt(read, 'enterprise', row) ?? '';
    return { row, text, meant: String(sheetRow(source, end)), ...definedOnly({ column }) };
  });
  if (cells.length === 0) return [];
  return [{ id: 'parcelsJoined', code: 'parcelsJoined', label: '', count: cells.length, cells }];
}

/** Rows that are judged as one enterprise may well have one amount. */
function isShared(assessment: Assessment, { row, rows }: MergedSpan): boolean {
  const leads = Array.from({ length: rows }, (_, index) => leadOf(assessment, row + index));
  return new Set(leads.filter((lead) => lead !== undefined)).size > 1;
}

function cellOf(source: Source, { row, column, rows }: MergedSpan): FoundCell {
  const text = cellText(source.rows[row]?.[column]);
  return { row, column, text, meant: String(sheetRow(source, row + rows - 1)) };
}
