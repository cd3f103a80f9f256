import { definedOnly, type Steps } from '../../../engine/column/index';
import { fieldOf, reconcileSteps, type Discrepancy, type HeaderMatch } from '../../../engine/ledger/index';
import { TAX_PER_MU } from '../../../engine/policy/index';
import { nearLines, type NearLine } from '../../../engine/assess/index';
import { apartText } from '../../../text/quantities';
import type { Assessment } from '../verdict/assessment';
import type { FoundCell, Ungraded } from './findingGroup';
import { sheetRow, startsOf } from '../reading/places';
import type { Source } from '../reading/source';

/** What does not add up in the ledger, and what lies at a line of the policy, grouped like every other finding. */
export function* discrepancyGroupsSteps(source: Source, assessment: Assessment): Steps<Ungraded[]> {
  const found = yield* reconcileSteps(assessment.read, source.rows, startsOf(source));
  yield;
  const apart = found.filter((one) => !isMerged(assessment, one));
  return [...grouped(source, apart), ...atLines(assessment)];
}

/** Rows that a person has had counted together are no finding any more. */
function isMerged({ units }: Assessment, { row, sameAs }: Discrepancy): boolean {
  if (sameAs === undefined || units.grouping.follows.size === 0) return false;
  const [own, other] = [units.lead[row] ?? -1, units.lead[sameAs] ?? -1];
  return own >= 0 && own === other;
}

function grouped(source: Source, found: readonly Discrepancy[]): Ungraded[] {
  const groups = new Map<string, Ungraded & { readonly cells: FoundCell[] }>();
  for (const discrepancy of found) {
    const { code, field } = discrepancy;
    const id = `${code}-${field}`;
    const group = groups.get(id) ?? { id, code, label: fieldOf(field).label, count: 0, cells: [] };
    group.cells.push(cellOf(source, discrepancy));
    groups.set(id, group);
  }
  return [...groups.values()].map((group) => ({ ...group, count: group.cells.length }));
}

function cellOf(source: Source, discrepancy: Discrepancy): FoundCell {
  const { row, column, text, expected, ofOwnRow, label, sameAs } = discrepancy;
  return {
    row,
    column,
    text: expected === undefined ? text.trim() : tidied(text),
    ...(expected === undefined ? {} : { expected: amount(expected) }),
    ...(ofOwnRow === undefined ? {} : { own: amount(ofOwnRow) }),
    ...definedOnly({ name: label }),
    ...(sameAs === undefined ? {} : { sameAs: sheetRow(source, sameAs) }),
  };
}

function atLines({ ledger, tiers, paths }: Assessment): Ungraded[] {
  const near = new Map<string, NearLine>();
  for (const judgement of [tiers, paths]) {
    for (const found of judgement ? nearLines(judgement) : []) {
      near.set(`${found.row} ${found.name} ${found.line}`, found);
    }
  }
  const names = [...new Set([...near.values()].map(({ name }) => name))];
  return names.map((name) => {
    const column = columnOf(ledger.headers, name);
    const cells = [...near.values()]
      .filter((found) => found.name === name)
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, value, line }) => {
        return { row, text: apartText(value, line), line: amount(line), ...definedOnly({ column }) };
      });
    return { id: `nearLine-${name}`, code: 'nearLine', label: name, count: cells.length, cells };
  });
}

/** The column to go to: that of 亩均税收 where the ledger has one, else of the tax it comes from. */
function columnOf({ byField }: HeaderMatch, name: string): number | undefined {
  const fields = name === TAX_PER_MU ? ['taxPerMu', 'taxPaid'] : [];
  return fields.map((id) => byField.get(id)?.column).find((column) => column !== undefined);
}

/** A number of the sheet without the noise of its last binary digits; anything else as it stands. */
function tidied(text: string): string {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? amount(value) : text.trim();
}

function amount(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
