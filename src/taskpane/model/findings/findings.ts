import { textAt, type Steps } from '../../../engine/column/index';
import { takesPart } from '../../../engine/entity/index';
import {
  fieldOf,
  inspectSteps,
  isBlank,
  slipsIn,
  type ColumnMatch,
  type Finding,
  type Inspection,
  type RowKind,
} from '../../../engine/ledger/index';
import { FINDINGS } from '../../../text/findings';
import { amountsNeeded, type Assessment } from '../verdict/assessment';
import { missingBars } from '../verdict/bars';
import { attachedFindings } from './attachedFindings';
import { discrepancyGroupsSteps } from './discrepancies';
import { DOUBTFUL_ROWS, type FindingGroup, type FoundCell, type Ungraded } from './findingGroup';
import { firmsNotSaid, joinedParcels, mergedAmounts } from './mergedAmounts';
import { pieceAt, sheetRow } from '../reading/places';
import type { Source } from '../reading/source';

const ORDER = Object.keys(FINDINGS);

/** Everything in the ledger that a person should know of, in steps: what is wrong first, what a blank was taken for last. */
export function* findingGroupsSteps(
  source: Source,
  assessment: Assessment,
  hidden: readonly ColumnMatch[],
  asked: ReadonlySet<string> = new Set(),
): Steps<FindingGroup[]> {
  const inspected = yield* inspectSteps(assessment.read, source.rows);
  const discrepancies = yield* discrepancyGroupsSteps(source, assessment);
  const groups = [
    ...oddCells([...withoutExplained(findingsOf(assessment), inspected), ...inspected]),
    ...missingRows(assessment),
    ...blanksRead(source, assessment),
    ...unusualStatuses(assessment),
    ...hiddenOnes(hidden),
    ...mergedAmounts(source, assessment),
    ...firmsNotSaid(source, assessment),
    ...joinedParcels(source, assessment),
    ...attachedFindings(source),
    ...slips(source, assessment),
    ...hiddenRows(source, assessment),
    ...missingColumns(assessment, asked),
    ...emptyColumns(source, assessment),
    ...discrepancies,
  ];
  yield;
  const graded = groups.map((group) => ({ ...group, severity: FINDINGS[group.code].severity }));
  return graded.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** Cells of the fields in use, and rows that may be none, whatever is in use. */
function findingsOf({ ledger, whole }: Assessment): Finding[] {
  const isOfRow = ({ code }: Finding) => DOUBTFUL_ROWS.has(code);
  const rows = whole.findings.filter((finding) => isOfRow(finding) && !ledger.findings.includes(finding));
  return [...ledger.findings, ...rows];
}

/** A cell that cannot be read because it is a range is told once. */
function withoutExplained(findings: readonly Finding[], inspected: readonly Inspection[]): readonly Finding[] {
  const explained = new Set(inspected.map(({ row, column }) => `${row},${column}`));
  return findings.filter(({ code, row, column }) => code !== 'unreadable' || !explained.has(`${row},${column}`));
}

/** Enterprises that take no part because of their status, and those that do though theirs is not 正常, with the word. */
function unusualStatuses({ read, units, dataRows }: Assessment): Ungraded[] {
  const column = read.headers.byField.get('enterpriseStatus')?.column;
  if (column === undefined) return [];
  const status = (row: number) => textAt(read, 'enterpriseStatus', row);
  const told = {
    inactive: units.grouping.leftOut,
    otherStatus: dataRows.filter((row) => takesPart(status(row)) === 'other'),
  };
  return (['inactive', 'otherStatus'] as const).flatMap((code): Ungraded[] => {
    const cells = told[code].map((row) => ({ row, column, text: status(row) ?? '' }));
    return cells.length === 0
      ? []
      : [{ id: code, code, label: fieldOf('enterpriseStatus').label, count: cells.length, cells }];
  });
}

/** Single cells that are usual for their column only in another unit. */
function slips(source: Source, { read, dataRows }: Assessment): Ungraded[] {
  const found = slipsIn(read.columns.get('landArea'), read.columns.get('taxPaid'), dataRows);
  return (['landArea', 'taxPaid'] as const).flatMap((field): Ungraded[] => {
    const column = read.headers.byField.get(field)?.column ?? 0;
    const cells = found
      .filter((slip) => slip.field === field)
      .map(({ row, unit }) => ({ row, column, text: String(source.rows[row]?.[column] ?? ''), meant: unit }));
    const { label } = fieldOf(field);
    return cells.length === 0 ? [] : [{ id: `slip-${field}`, code: 'slip', label, count: cells.length, cells }];
  });
}

/** Rows that a filter or a hand has hidden: they count, and a person should know. */
function hiddenRows(source: Source, { dataRows }: Assessment): Ungraded[] {
  const hidden = new Set(
    source.pieces.flatMap(({ contents }) => contents.hiddenRows.map((row) => `${contents.sheet.id} ${row}`)),
  );
  if (hidden.size === 0) return [];
  const isHidden = (row: number) =>
    hidden.has(`${pieceAt(source, row).contents.sheet.id} ${sheetRow(source, row) - 1}`);
  const cells = dataRows.filter(isHidden).map((row) => ({ row, text: '' }));
  return cells.length === 0 ? [] : [{ id: 'hiddenRow', code: 'hiddenRow', label: '', count: cells.length, cells }];
}

/** A ledger without a column for tax or land that answers hang on, and that nobody is asked about, is told so. */
function missingColumns({ read: { headers }, policy }: Assessment, asked: ReadonlySet<string>): Ungraded[] {
  const isMade = (id: string) =>
    id === 'landArea' && ['ownedArea', 'rentedInArea'].some((part) => headers.byField.has(part));
  return amountsNeeded(policy)
    .filter((id) => !headers.byField.has(id) && !asked.has(id) && !isMade(id))
    .map((id) => ({ id: `column-${id}`, code: 'columnMissing', label: fieldOf(id).label, count: 1, cells: [] }));
}

/** A column of tax or land in which no row has anything: formulas that nobody calculated, or a form still to be filled in. */
function emptyColumns({ rows }: Source, { read: { headers }, dataRows }: Assessment): Ungraded[] {
  return ['taxPaid', 'landArea'].flatMap((id): Ungraded[] => {
    const match = headers.byField.get(id);
    const columns = match ? [match.column, ...(match.plus ?? []).map(({ column }) => column)] : [];
    const isEmpty = dataRows.every((row) => columns.every((column) => isBlank(rows[row]?.[column])));
    if (columns.length === 0 || dataRows.length === 0 || !isEmpty) return [];
    return [{ id: `empty-${id}`, code: 'columnEmpty', label: fieldOf(id).label, count: 1, cells: [] }];
  });
}

function hiddenOnes(hidden: readonly ColumnMatch[]): Ungraded[] {
  if (hidden.length === 0) return [];
  const cells = hidden.map(({ column, header }) => ({ row: -1, column, text: header }));
  return [{ id: 'hiddenColumn', code: 'hiddenColumn', label: '', count: hidden.length, cells }];
}

function oddCells(findings: readonly (Finding | Inspection)[]): Ungraded[] {
  const groups = new Map<string, { first: Finding | Inspection; cells: FoundCell[] }>();
  for (const finding of findings) {
    const id = `${finding.code}-${finding.field}`;
    const group = groups.get(id) ?? { first: finding, cells: [] };
    const meant = 'meant' in finding ? { meant: finding.meant } : {};
    group.cells.push({ row: finding.row, column: finding.column, text: finding.text.trim(), ...meant });
    groups.set(id, group);
  }
  return [...groups].map(([id, { first, cells }]) => {
    return { id, code: first.code, label: fieldOf(first.field).label, count: cells.length, cells };
  });
}

function missingRows(assessment: Assessment): Ungraded[] {
  if (!assessment.policy) return missingNumbers(assessment);
  const labels = new Map(assessment.policy.pack.fields.map((field) => [fieldOf(field.field).label, field.field]));
  return missingBars(assessment).map(({ filter, rows }) => {
    const column = assessment.ledger.headers.byField.get(labels.get(filter.key) ?? '')?.column;
    const cells = rows.map((row) => ({ row, text: '', ...(column === undefined ? {} : { column }) }));
    return { id: `missing-${filter.key}`, code: 'missing', label: filter.key, count: rows.length, cells };
  });
}

function missingNumbers({ ledger, dataRows }: Assessment): Ungraded[] {
  return ['taxPaid', 'landArea'].flatMap((id): Ungraded[] => {
    const column = ledger.headers.byField.get(id)?.column;
    const numbers = ledger.columns.get(id);
    const rows = dataRows.filter((row) => numbers?.kind !== 'number' || Number.isNaN(numbers.values[row] ?? NaN));
    const cells = rows.map((row) => ({ row, text: '', ...(column === undefined ? {} : { column }) }));
    const { label } = fieldOf(id);
    return rows.length === 0 ? [] : [{ id: `missing-${label}`, code: 'missing', label, count: rows.length, cells }];
  });
}

/** What blank cells were taken for, and the fields the ledger has no column for: said once for the sheet. */
function blanksRead(source: Source, { ledger, policy, dataRows }: Assessment): Ungraded[] {
  const fields = policy?.pack.fields.filter(({ whenBlank }) => whenBlank !== 'unknown' && whenBlank !== 'blank') ?? [];
  return fields.flatMap(({ field, name, whenBlank }): Ungraded[] => {
    const column = ledger.headers.byField.get(field)?.column;
    const about = { label: name, word: whenBlank, cells: [] };
    if (column === undefined) return [{ id: `none-${field}`, code: 'noColumn', count: dataRows.length, ...about }];
    const count = dataRows.filter((row) => isBlank(source.rows[row]?.[column])).length;
    return count === 0 ? [] : [{ id: `blank-${field}`, code: 'blankRead', count, ...about }];
  });
}

/** How many rows of the table are no data, by what they are; blank rows are not worth a word. */
export function rowsLeftOut({ whole }: Assessment): { readonly kind: RowKind; readonly count: number }[] {
  const kinds = (['total', 'part', 'header', 'note', 'footer', 'noFirm', 'merged', 'leftOut'] as const).map((kind) => {
    return { kind, count: whole.kinds.filter((own) => own === kind).length };
  });
  return kinds.filter(({ count }) => count > 0);
}
