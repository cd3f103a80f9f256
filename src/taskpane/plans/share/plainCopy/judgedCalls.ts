import type { ColumnMatch } from '../../../../engine/ledger/index';
import type { Judgement } from '../../../../engine/assess/index';
import { POLICY_NAMES } from '../../../../engine/report/index';
import { wantedFields, type Assessment } from '../../../model/verdict/assessment';
import { sheetColumn } from '../../../model/reading/places';
import type { Source } from '../../../model/reading/source';
import { verdictText } from '../../../model/verdict/resultRows';
import type { AddinFormula } from './addinFormulas';
import { referencesIn } from '../../../../formula/references';
import { tokenize } from '../../../../formula/tokens';

/** A formula that asks for the tiers or paths of rows of the ledger, from `first` on, a row for each row of its answer. */
export interface JudgedCall {
  readonly table: 'tiers' | 'paths';
  readonly first: number;
}

const TABLES = { MUJUN_TIER: 'tiers', RENEWAL_PATH: 'paths' } as const;

/**
 * Whether a formula says what a classic formula over the ledger says too: it asks for tier or path of the ledger's own rows by the
 * policy and day that the pane judges by, and shows the pane's answer in every row. Anything else is for values.
 */
export function judgedCall(found: AddinFormula, source: Source, assessment: Assessment): JudgedCall | undefined {
  const called = namesIn(found.formula);
  const name = (Object.keys(TABLES) as (keyof typeof TABLES)[]).find((one) => called.includes(one));
  const table = name && TABLES[name];
  const judgement = table && assessment[table];
  if (!judgement || found.area.columns !== 1 || !asksOwnPolicy(found.formula, assessment)) return undefined;
  const first = firstRow(found, source, { assessment, table });
  if (first === undefined || !showsOwnAnswers(found, judgement, first)) return undefined;
  return { table, first };
}

/** The policy by its name in the formula, or the workbook's own by the name that stands for it; and the same day. */
function asksOwnPolicy(formula: string, { policy }: Assessment): boolean {
  if (!policy) return false;
  const texts = tokenize(formula).flatMap(({ kind, text }) => (kind === 'text' ? [text.slice(1, -1)] : []));
  const days = texts.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
  const named =
    policy.edited === true ? namesIn(formula).includes(POLICY_NAMES.parameters) : texts.includes(policy.pack.short);
  return named && days.every((day) => day === policy.asOf) && (days.length > 0 || !mindsDay(policy));
}

/** Whether a policy answers otherwise with a base day than without one. */
function mindsDay({ pack, asOf }: NonNullable<Assessment['policy']>): boolean {
  if (asOf === undefined) return false;
  const isDated = pack.fields.some(({ derive }) => derive === 'ageOfBuilding' || derive === 'idleRule');
  return isDated || [...pack.values.values()].some(({ dated }) => dated.length > 1);
}

/** Functions called and names used, not those inside of texts or behind a sheet's name. */
function namesIn(formula: string): string[] {
  return tokenize(formula).flatMap(({ kind, text }) => (kind === 'name' ? [text] : []));
}

/** The ledger row of the first answer, told by the cells that the formula reads. */
function firstRow(
  { formula, area, sheet }: AddinFormula,
  source: Source,
  { assessment, table }: { readonly assessment: Assessment; readonly table: JudgedCall['table'] },
): number | undefined {
  const { byField } = assessment.ledger.headers;
  const wanted = table === 'tiers' ? ['taxPaid', 'landArea'] : [...wantedFields(assessment.policy)];
  // Rows are read where the formula stands: a formula of another sheet names its sheet.
  const named = referencesIn(formula).map((one) => ({ ...one.area, sheet: one.sheet ?? sheet }));
  const piece = source.pieces.find(({ contents, body }) =>
    named.some((one) => one.sheet === contents.sheet.name && one.row >= body.row && one.row < body.row + body.rows),
  );
  if (!piece) return undefined;
  const { contents, body, from } = piece;
  const columns = wanted
    .flatMap((id) => byField.get(id) ?? [])
    .map((match: ColumnMatch) => sheetColumn(piece, match.column) ?? -1);
  const references = named.filter(
    (one) => one.sheet === contents.sheet.name && one.row >= body.row && one.row < body.row + body.rows,
  );
  const starts = columns.map((column) =>
    references
      .filter((one) => one.column <= column && column < one.column + one.columns && one.rows >= area.rows)
      .map(({ row }) => row),
  );
  const [start] = starts[0] ?? [];
  const agrees = start !== undefined && columns.length > 0 && starts.every((rows) => rows.includes(start));
  return agrees && start + area.rows <= body.row + body.rows ? from + start - body.row : undefined;
}

function showsOwnAnswers({ cells }: AddinFormula, judgement: Judgement, first: number): boolean {
  return cells.every(([cell], at) => String(cell?.value ?? '') === verdictText(judgement, first + at));
}
