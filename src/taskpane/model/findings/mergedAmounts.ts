import { definedOnly, textAt } from '../../../engine/column/index';
import { cellText, fieldOf, type MergedSpan } from '../../../engine/ledger/index';
import { isSeveral, leadOf, type Assessment } from '../verdict/assessment';
import type { FoundCell, Ungraded } from './findingGroup';
import { openFirms } from '../reading/firmRows';
import { openNameless } from '../reading/nameless';
import { sheetRow } from '../reading/places';
import type { Source } from '../reading/source';

/** Amounts that stand in cells merged over several enterprises or parcels: the rows below have none of their own. */
export function mergedAmounts(source: Source, assessment: Assessment): Ungraded[] {
  const { byField } = assessment.read.headers;
  const open = new Set(openFirms(source, assessment.read.headers).flat());
  return [...assessment.read.columns.keys()].flatMap((field): Ungraded[] => {
    const column = byField.get(field)?.column;
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
export function firmsNotSaid(source: Source, { read, units }: Assessment): Ungraded[] {
  const asked = [...openFirms(source, read.headers), ...openNameless(source, read.headers)];
  const groups = asked.filter((group) => isSeveral(units, group));
  const column = read.headers.byField.get('enterprise')?.column;
  const cells = groups.flat().map((row) => ({
    row,
    text: textAt(read, 'enterprise', row) ?? '',
    ...definedOnly({ column }),
  }));
  if (cells.length === 0) return [];
  return [{ id: 'firmsOpen', code: 'firmsOpen', label: '', count: groups.length, cells }];
}

/** The enterprises of several rows by a person's word: those that follow one another by their last row, others row by row. */
export function joinedParcels(source: Source, { read, units }: Assessment): Ungraded[] {
  const groups = new Map<number, number[]>();
  for (const [row, lead] of units.grouping.firms.leads) groups.set(lead, [...(groups.get(lead) ?? []), row]);
  const column = read.headers.byField.get('enterprise')?.column;
  const cells = [...groups.values()].flatMap((rows): FoundCell[] => {
    const [lead = 0] = rows;
    const end = rows.at(-1) ?? lead;
    const of = (row: number) => ({ row, text: textAt(read, 'enterprise', row) ?? '', ...definedOnly({ column }) });
    if (end - lead === rows.length - 1) return [{ ...of(lead), meant: String(sheetRow(source, end)) }];
    return rows.slice(1).map((row) => ({ ...of(row), sameAs: sheetRow(source, lead) }));
  });
  if (cells.length === 0) return [];
  return [{ id: 'parcelsJoined', code: 'parcelsJoined', label: '', count: groups.size, cells }];
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
