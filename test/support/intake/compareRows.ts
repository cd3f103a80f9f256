import type { Offered, OfferedRow, Told } from './offered';
import { trueTier, type TrueRow, type Truth } from './truth';

/** Where an offer is not what is right. `held`: the row is there and 待核实. */
export interface Difference {
  readonly kind: 'wrong' | 'extra' | 'lost' | 'held';
  readonly sheet: string;
  readonly row: number;
  /** The field, or `row` for a row that is missing or too much. */
  readonly field: string;
  readonly right: string;
  readonly read: string;
  /** A sentence in the pane is about this row. */
  readonly told: boolean;
  /** As right as reading it: the figure was doubtful, and it is told or held back. */
  readonly accepted: boolean;
}

const FIELDS = ['enterprise', 'landArea', 'taxPaid', 'grade'] as const;
/** Figures on sheets are rounded to two places, and 亩 of ㎡ to fewer. */
const TOLERANCE = 1e-6;

/** Holds what is offered against what is right, row by row. */
export function compareRows(offered: Offered, truth: Truth): Difference[] {
  const left = new Set(offered.rows);
  const pairs = truth.rows.map((row) => {
    const found = partnerOf(row, left);
    if (found) left.delete(found);
    return [row, found] as const;
  });
  const judged = { offered, policy: truth.policy };
  return [
    ...pairs.flatMap(([row, found]) => (found ? differencesOf(row, found, judged) : [lost(row, offered)])),
    ...[...left].map((row) => extra(row, offered)),
  ];
}

/** Tables side by side have several enterprises in one row of the sheet: then the name tells them apart. */
function partnerOf({ sheet, row, enterprise }: TrueRow, rows: ReadonlySet<OfferedRow>): OfferedRow | undefined {
  const here = [...rows].filter((one) => one.sheet === sheet && one.row === row);
  return here.find((one) => sameName(one.enterprise, enterprise)) ?? here[0];
}

type Value = string | number | null | undefined;

interface Judged {
  readonly offered: Offered;
  readonly policy: string;
}

function differencesOf(right: TrueRow, read: OfferedRow, { offered, policy }: Judged): Difference[] {
  const tier = trueTier(policy, right);
  const isFirm = policy !== 'shengzhou-2021' || read.tier !== undefined;
  const of = (field: string, kind: Difference['kind'], values: readonly [Value, Value]): Difference => {
    const told = isTold(offered.told, { ...read, field });
    const accepted = right.doubtful === true && (kind === 'held' || told);
    const [wanted, seen] = values.map((value) => String(value ?? ''));
    return { kind, sheet: read.sheet, row: read.row, field, right: wanted ?? '', read: seen ?? '', told, accepted };
  };
  const fields = FIELDS.filter((field) => right[field] !== undefined && !isSame(field, right, read));
  const differing = fields.map((field) =>
    of(field, isFirm && read[field] !== undefined ? 'wrong' : 'held', [right[field], read[field]]),
  );
  // While a question waits rows are rightly 待核实; without one nobody can get them out of it.
  const isHeld = differing.length === 0 && tier !== undefined && read.tier === undefined;
  return isHeld && offered.questions.length === 0 ? [of('tier', 'held', [tier, undefined])] : differing;
}

function isSame(field: (typeof FIELDS)[number], right: TrueRow, read: OfferedRow): boolean {
  const [wanted, seen] = [right[field], read[field]];
  if (wanted === null || seen === undefined) return wanted === null && seen === undefined;
  if (typeof wanted === 'number' && typeof seen === 'number') {
    return Math.abs(wanted - seen) <= TOLERANCE * Math.max(1, Math.abs(wanted));
  }
  return field === 'enterprise' ? sameName(String(seen), String(wanted)) : wanted === seen;
}

function sameName(a: string | undefined, b: string | undefined): boolean {
  return plain(a) === plain(b);
}

function plain(name = ''): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

function lost({ sheet, row, enterprise = '' }: TrueRow, { told }: Offered): Difference {
  const about = isTold(told, { sheet, row }) || told.some((one) => one.row === undefined && one.text.includes(sheet));
  return { kind: 'lost', sheet, row, field: 'row', right: enterprise, read: '', told: about, accepted: false };
}

function extra(found: OfferedRow, { told }: Offered): Difference {
  const { sheet, row, enterprise = '' } = found;
  return {
    kind: 'extra',
    sheet,
    row,
    field: 'row',
    right: '',
    read: enterprise,
    told: isTold(told, found),
    accepted: false,
  };
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly field?: string;
}

function isTold(told: readonly Told[], { sheet, row, field }: Place): boolean {
  return told.some((one) => {
    if (one.sheet !== sheet || one.row === undefined) return false;
    if (field !== undefined && !doubts(one.about, field)) return false;
    return row >= one.row && row <= (one.lastRow ?? one.row);
  });
}

/** A doubted row or name doubts what stands there; a wrong 亩均 doubts the two figures that it is made of. */
function doubts(about: string | undefined, field: string): boolean {
  return about === undefined || about === field || (about === 'taxPerMu' && ['taxPaid', 'landArea'].includes(field));
}
