import { fieldOf, isBlank, type Finding, type RowKind } from '../../engine/index';
import type { Assessment } from './assessment';
import { missingBars } from './bars';
import { discrepancyGroups } from './discrepancies';
import type { FindingGroup, FoundCell } from './findingGroup';
import type { Source } from './source';

const ORDER: readonly FindingGroup['code'][] = [
  'unreadable',
  'areaNotPositive',
  'missing',
  'ratioSummed',
  'ratioAveraged',
  'ratioDiffers',
  'totalDiffers',
  'totalSkipsText',
  'perMuDiffers',
  'perMuBroken',
  'perMuOfBlank',
  'sameCodeSameTax',
  'sameCodeOtherTax',
  'sameCode',
  'sameParcel',
  'nearLine',
  'negativeTax',
  'zeroTax',
  'blankRead',
  'noColumn',
];

/** Everything in the ledger that a person should know of: what is wrong first, what a blank was taken for last. */
export function findingGroups(source: Source, assessment: Assessment): FindingGroup[] {
  const cells = [...oddCells(assessment), ...missingRows(assessment), ...blanksRead(source, assessment)];
  const groups = [...cells, ...discrepancyGroups(source, assessment)];
  return groups.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function oddCells({ ledger }: Assessment): FindingGroup[] {
  const groups = new Map<string, { first: Finding; cells: FoundCell[] }>();
  for (const finding of ledger.findings) {
    const id = `${finding.code}-${finding.field}`;
    const group = groups.get(id) ?? { first: finding, cells: [] };
    group.cells.push({ row: finding.row, column: finding.column, text: finding.text.trim() });
    groups.set(id, group);
  }
  return [...groups].map(([id, { first, cells }]) => {
    return { id, code: first.code, label: fieldOf(first.field).label, count: cells.length, cells };
  });
}

function missingRows(assessment: Assessment): FindingGroup[] {
  if (!assessment.policy) return missingNumbers(assessment);
  const labels = new Map(assessment.policy.pack.fields.map((field) => [fieldOf(field.field).label, field.field]));
  return missingBars(assessment).map(({ filter, rows }) => {
    const column = assessment.ledger.headers.byField.get(labels.get(filter.key) ?? '')?.column;
    const cells = rows.map((row) => ({ row, text: '', ...(column === undefined ? {} : { column }) }));
    return { id: `missing-${filter.key}`, code: 'missing', label: filter.key, count: rows.length, cells };
  });
}

function missingNumbers({ ledger, dataRows }: Assessment): FindingGroup[] {
  return ['taxPaid', 'landArea'].flatMap((id): FindingGroup[] => {
    const column = ledger.headers.byField.get(id)?.column;
    const numbers = ledger.columns.get(id);
    const rows = dataRows.filter((row) => numbers?.kind !== 'number' || Number.isNaN(numbers.values[row] ?? NaN));
    const cells = rows.map((row) => ({ row, text: '', ...(column === undefined ? {} : { column }) }));
    const { label } = fieldOf(id);
    return rows.length === 0 ? [] : [{ id: `missing-${label}`, code: 'missing', label, count: rows.length, cells }];
  });
}

/** What blank cells were taken for, and the fields the ledger has no column for: said once for the sheet. */
function blanksRead(source: Source, { ledger, policy, dataRows }: Assessment): FindingGroup[] {
  const fields = policy?.pack.fields.filter(({ whenBlank }) => whenBlank !== 'unknown' && whenBlank !== 'blank') ?? [];
  return fields.flatMap(({ field, name, whenBlank }): FindingGroup[] => {
    const column = ledger.headers.byField.get(field)?.column;
    const about = { label: name, word: whenBlank, cells: [] };
    if (column === undefined) return [{ id: `none-${field}`, code: 'noColumn', count: dataRows.length, ...about }];
    const count = dataRows.filter((row) => isBlank(source.rows[row]?.[column])).length;
    return count === 0 ? [] : [{ id: `blank-${field}`, code: 'blankRead', count, ...about }];
  });
}

/** How many rows of the table are no data, by what they are; blank rows are not worth a word. */
export function rowsLeftOut({ whole }: Assessment): { readonly kind: RowKind; readonly count: number }[] {
  const kinds = (['total', 'header', 'note', 'footer'] as const).map((kind) => {
    return { kind, count: whole.kinds.filter((own) => own === kind).length };
  });
  return kinds.filter(({ count }) => count > 0);
}
