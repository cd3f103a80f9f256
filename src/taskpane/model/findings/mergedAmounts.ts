import { cellText, fieldOf, type MergedSpan } from '../../../engine/ledger/index';
import { leadOf, type Assessment } from '../verdict/assessment';
import type { FoundCell, Ungraded } from './findingGroup';
import { sheetRow, type Source } from '../reading/source';

/** Amounts that stand in cells merged over several enterprises or parcels: the rows below have none of their own. */
export function mergedAmounts(source: Source, assessment: Assessment): Ungraded[] {
  const { byField } = assessment.read.headers;
  return [...assessment.read.columns.keys()].flatMap((field): Ungraded[] => {
    const column = byField.get(field)?.column;
    const spans = source.amounts.filter((span) => span.column === column && isShared(assessment, span));
    const cells = spans.map((span) => cellOf(source, span));
    const { label } = fieldOf(field);
    return cells.length === 0
      ? []
      : [{ id: `merged-${field}`, code: 'mergedAmount', label, count: cells.length, cells }];
  });
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
