import { definedOnly } from '../../../engine/column/index';
import type { Day } from '../../../engine/quantity/index';
import {
  findPack,
  isWholePolicy,
  loadDifferences,
  LINE_HEADERS,
  lintPack,
  OWN_LINE,
  PackError,
  policyDifferences,
  readParameterTable,
  readPolicyEdits,
  reading,
  type EditProblem,
  type LintPlace,
  type PolicyDifference,
  type PolicyEdits,
  type PolicyPack,
  type ReadTableLine,
  type ReadTable,
} from '../../../engine/policy/index';
import { lintText } from '../../../text/lint';
import { located, type LocatedCell, type RangeCells } from './policyTables';
import type { AcceptedEdits, LocatedDifference, LocatedFinding, Review } from '../../state/policyWork';

/** The two ranges of the workbook's own policy; the rules may be missing. */
export interface PolicyRanges {
  readonly parameters: RangeCells;
  readonly decisions?: RangeCells;
}

/** The policy that a 政策参数 table names, or undefined where it names none that is built in. */
export function packOfTable({ parameters }: PolicyRanges): PolicyPack | undefined {
  const table = readParameterTable(parameters.cells);
  return 'code' in table || table.policy === undefined ? undefined : findPack(table.policy);
}

/** Reads the workbook's own policy over a pack: what is broken, or what is different, each with its cell. */
export function reviewOf(pack: PolicyPack, ranges: PolicyRanges, asOf: Day | undefined): Review {
  const { parameters, decisions = parameters } = ranges;
  if (decisions.stray) return strayLine(decisions, decisions.stray);
  const unknown = unknownPolicy(parameters);
  if (unknown) return unknown;
  const edits = readPolicyEdits(pack, parameters.cells, decisions.cells);
  if ('problems' in edits) {
    return { kind: 'broken', problems: edits.problems.map((problem) => ({ problem, at: placeOf(problem, ranges) })) };
  }
  const { values, lines } = policyDifferences(pack, edits, asOf);
  const differences = [
    ...values.map((one) => locatedDifference(one, parameters)),
    ...lines.map((one) => locatedDifference(one, decisions)),
  ];
  const accepted = { packId: pack.id, edits, parameters, differences };
  return { kind: 'changes', accepted, findings: findingsOf(edits, { parameters, decisions }, asOf) };
}

/** Whether the workbook's own policy is a whole one, on the sheet 政策全文. */
export function isWhole({ parameters }: PolicyRanges): boolean {
  return isWholePolicy(parameters.cells);
}

/** Reads a whole policy of the workbook: what is broken, or how it differs from the one it was written from. */
export async function reviewWhole(
  { parameters }: PolicyRanges,
  baseOf: (id: string) => PolicyPack | undefined,
  asOf: Day | undefined,
): Promise<Review> {
  try {
    const pack = reading().wholePolicyOf(parameters.cells);
    const differences = (await loadDifferences(baseOf(pack.id) ?? pack, pack)).map((difference) => ({ difference }));
    const overlay = { values: new Map(), outputLines: new Map(), places: new Map(), units: new Map() };
    const accepted = { packId: pack.id, edits: { pack, overlay }, parameters, differences };
    const findings = lintPack(pack, definedOnly({ asOf })).map((finding) => ({ text: lintText(finding) }));
    return { kind: 'changes', accepted, findings };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const { line, column } = error.place;
    const at = located(parameters, { row: line - 1, column: column - 1 });
    return { kind: 'broken', problems: [{ problem: { in: 'whole', problem: error }, at }] };
  }
}

/** A name under 政策 that is no shipped policy's: formulas cannot find it, so the sheet is not in use. */
function unknownPolicy(parameters: RangeCells): Review | undefined {
  const table = readParameterTable(parameters.cells);
  const place = 'code' in table ? undefined : table.places.get('政策');
  if ('code' in table || !place || table.policy === undefined || findPack(table.policy)) return undefined;
  const problem = { code: 'policyUnknown', row: place.row + 1, name: table.policy } as const;
  return { kind: 'broken', problems: [{ problem: { in: 'parameters', problem }, at: located(parameters, place) }] };
}

/** A line below the table is in no formula: it is told instead of left out. */
function strayLine(decisions: RangeCells, { row, text }: NonNullable<RangeCells['stray']>): Review {
  const place = { row, column: 0 };
  const problem = { code: 'belowTable', place, text, part: text, expected: [] } as const;
  return { kind: 'broken', problems: [{ problem: { in: 'decisions', problem }, at: located(decisions, place) }] };
}

function placeOf(problem: EditProblem, { parameters, decisions = parameters }: PolicyRanges): LocatedCell {
  const own = problem.problem;
  if (problem.in === 'decisions') return located(decisions, problem.problem.place);
  if ('row' in own) return located(parameters, { row: own.row - 1, column: own.code === 'noHeader' ? 0 : 1 });
  return located(parameters, own.place);
}

function locatedDifference(difference: PolicyDifference, range: RangeCells): LocatedDifference {
  return 'place' in difference ? { difference, at: located(range, difference.place) } : { difference };
}

/** What tells one set of edits from another, kept in the workbook: only edits that were looked at are taken up again. */
export function fingerprint({ packId, differences }: AcceptedEdits): string {
  return JSON.stringify([packId, differences.map(({ difference }) => ({ ...difference, place: undefined }))]);
}

/** What is to be noted about the edited policy, each with its cell. */
function findingsOf(
  { pack, overlay, decisions: table }: PolicyEdits,
  ranges: Required<PolicyRanges>,
  asOf: Day | undefined,
): LocatedFinding[] {
  const found = lintPack(pack, { values: overlay.values, ...definedOnly({ asOf }) });
  const own = (table?.lines ?? []).filter((line) => line.place === '' && isOwn(pack, table, line));
  return [
    ...found.map((finding) => ({ text: lintText(finding), ...placed(finding.place, { overlay, table, ranges }) })),
    ...own.map(({ row }) => ({
      text: lintText({ code: 'missingClause', place: { at: 'pack' } }),
      at: located(ranges.decisions, { row, column: columnAt(table, LINE_HEADERS.place) }),
    })),
  ];
}

/** Whether a line is the workbook's own: no line of the document says it. */
function isOwn(pack: PolicyPack, table: ReadTable | undefined, line: ReadTableLine): boolean {
  const ofKind = table?.lines.filter(({ kind }) => kind === line.kind) ?? [];
  const basis = pack[line.kind]?.[ofKind.indexOf(line)]?.basis;
  return basis?.kind === 'assumed' && basis.assumption.startsWith(OWN_LINE);
}

function columnAt(table: ReadTable | undefined, header: string): number {
  return table?.columns.get(header) ?? 0;
}

function placed(
  place: LintPlace,
  given: { overlay: PolicyEdits['overlay']; table: ReadTable | undefined; ranges: Required<PolicyRanges> },
): { readonly at?: LocatedCell } {
  const { overlay, table, ranges } = given;
  if (place.at === 'value' || place.at === 'pack' || place.at === 'grading') {
    const cell = overlay.places.get(place.at === 'pack' ? '政策' : place.at === 'value' ? place.name : place.value);
    return cell ? { at: located(ranges.parameters, cell) } : {};
  }
  if (!table) return {};
  if (place.at === 'table') return { at: located(ranges.decisions, { row: table.header, column: 0 }) };
  const line = table.lines.filter(({ kind }) => kind === place.at)[place.line];
  return line ? { at: located(ranges.decisions, { row: line.row, column: columnAt(table, LINE_HEADERS.answer) }) } : {};
}
