import { isBlank, medianOfColumn, medianPerMu, type ColumnMatch, type Proof } from '../../../engine/ledger/index';
import type { Mapping } from './mapping';
import type { Question } from './questions';
import { lettersOf } from './places';
import { hiddenColumns, type Source } from './source';

/** One column of the table as understood. `unit` is '' for a column that has none. */
export interface ColumnLine {
  readonly column: number;
  /** The column's letters on the (first) sheet; '' where it stands on none. */
  readonly letters: string;
  readonly header: string;
  readonly field?: string;
  readonly label?: string;
  readonly unit: string;
  /** Where the unit comes from: the header or the unit line, a guess, or the default of 亩 and 万元. */
  readonly unitFrom: 'sheet' | 'guess' | 'default';
  readonly confidence: 'exact' | 'contains' | 'none';
  readonly hidden: boolean;
  /** The policy reads it. */
  readonly used: boolean;
  readonly doubted: boolean;
  readonly evidence?: ColumnEvidence;
}

/** What speaks for a column in use: some of its cells, the middle one of its figures, the 亩均 that it gives, and sums that prove it. */
export interface ColumnEvidence {
  readonly samples: readonly string[];
  /** As the sheet has it. */
  readonly median?: number;
  /** 万元/亩. */
  readonly perMu?: number;
  readonly proofs: readonly Proof[];
}

const DEFAULT_UNITS: Readonly<Record<string, string>> = { area: '亩', money: '万元', floor: '㎡', perMu: '万元/亩' };

/** The columns of a table in the order a person should look at them: doubtful ones, those in use, the rest. */
export function columnLines(
  source: Source,
  mapping: Mapping,
  given: { readonly wanted: ReadonlySet<string>; readonly questions: readonly Question[] },
): ColumnLine[] {
  const hidden = hiddenColumns(source);
  const doubted = new Set(
    given.questions.flatMap(({ answers }) => answers.flatMap(({ choices }) => [...choices.keys()])),
  );
  const guessed = new Set(mapping.guesses.map(({ match }) => match.column));
  const lines = mapping.headers.columns.map((match, column): ColumnLine => {
    const best = match && mapping.headers.byField.get(match.field.id)?.column === column;
    return {
      column,
      letters: lettersOf(source, column),
      header: match?.header ?? mapping.headers.texts[column] ?? '',
      unit: unitText(match),
      unitFrom: guessed.has(column) ? 'guess' : match?.unit ? 'sheet' : 'default',
      confidence: match?.confidence ?? 'none',
      hidden: hidden.has(column),
      used: best === true && given.wanted.has(match.field.id),
      doubted: doubted.has(column),
      ...(best === true && given.wanted.has(match.field.id) ? { evidence: evidenceOf(source, mapping, match) } : {}),
      ...(match ? { field: match.field.id, label: match.field.label } : {}),
    };
  });
  return lines.filter(({ header }) => header !== '').toSorted((a, b) => weight(b) - weight(a) || a.column - b.column);
}

const SAMPLES = 3;

function evidenceOf({ rows }: Source, { headers }: Mapping, match: ColumnMatch): ColumnEvidence {
  const { column, field, proofs = [], plus } = match;
  const samples = new Set<string>();
  for (const row of rows) {
    if (samples.size === SAMPLES) break;
    if (!isBlank(row[column])) samples.add(String(row[column]));
  }
  const median = field.kind in DEFAULT_UNITS && !plus ? medianOfColumn(rows, column) : NaN;
  const [tax, area] = [headers.byField.get('taxPaid'), headers.byField.get('landArea')];
  const perMu = tax && area && (match === tax || match === area) ? medianPerMu(rows, tax, area) : NaN;
  return {
    ...{ samples: [...samples], proofs },
    ...(Number.isNaN(median) ? {} : { median }),
    ...(Number.isNaN(perMu) ? {} : { perMu }),
  };
}

function weight({ doubted, used, field }: ColumnLine): number {
  return (doubted ? 4 : 0) + (used ? 2 : 0) + (field === undefined ? 0 : 1);
}

/** The unit of a column as a person writes it; 亩 and 万元 where nothing is said. */
function unitText(match: ColumnMatch | undefined): string {
  if (!match) return '';
  if (match.unit) return match.unit.text.toLowerCase() === 'm2' ? '㎡' : match.unit.text;
  return DEFAULT_UNITS[match.field.kind] ?? '';
}
