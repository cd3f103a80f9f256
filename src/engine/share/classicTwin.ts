import type { Steps } from '../../steps/steps';
import { freeName } from '../../sheet/freeName';
import type { AppliedPolicy } from '../assess/context';
import type { CleanLedgerInput } from '../report/clean/cleanLedgerInput';
import type { NewSheet } from '../../sheet/sheet';
import { groundsSheet, GROUNDS_SHEET } from './groundsSheet';
import { linkedLedger } from './linkedLedger';
import { ledgerHashSteps } from './makeBatch';
import type { Provenance } from './provenance';
import { placeOfResults } from './resultColumns';
import { WORD_SHEET } from './wordTable';
import { sheetCell } from '../../sheet/address';

type Table = 'tiers' | 'paths';

/** 标准台账 and what it needs beside a ledger that stays where it is, and the formulas that take a row's answer from it. */
export interface ClassicTwin {
  readonly sheets: readonly NewSheet[];
  /** Whether a table's answers are classic formulas, and so follow the ledger. */
  readonly follows: (table: Table) => boolean;
  /** The formula for a ledger row's answer; undefined for a row that is no data. */
  readonly formula: (table: Table, row: number) => string | undefined;
  /** The marks of changed rows, as a range of a formula. */
  readonly changed?: string;
}

/** Makes the twin; its sheets get names that are not `taken`. */
export function* classicTwin(
  input: Omit<CleanLedgerInput, 'link'>,
  given: {
    readonly policy: AppliedPolicy;
    readonly status: string;
    readonly taken: readonly string[];
    readonly provenance: Pick<Provenance, 'packId' | 'packHash' | 'version' | 'time'>;
  },
): Steps<ClassicTwin> {
  const { policy, status, taken } = given;
  const names = { clean: freeSheet('标准台账', taken), words: freeSheet(WORD_SHEET, taken) };
  const { clean, wordSheet } = yield* linkedLedger(input, { policy, names });
  const places = placeOfResults(clean, { parameters: '' });
  const lines = linesOf(input);
  const columns: Readonly<Record<Table, number | undefined>> = { tiers: places.tier, paths: places.path };
  const titles: Readonly<Record<Table, string>> = { tiers: '档位', paths: '路径' };
  const grounds = groundsSheet(yield* provenanceOf(input, given), { policy, note: input.note, status });
  return {
    sheets: [
      { ...grounds.sheet, name: freeSheet(GROUNDS_SHEET, taken) },
      { ...clean, protect: true },
      { ...wordSheet, protect: true },
    ],
    follows: (table) => columns[table] !== undefined && !places.fixed.includes(titles[table]),
    formula: (table, row) => {
      const [column, line] = [columns[table], lines.get(row)];
      return column === undefined || line === undefined
        ? undefined
        : `=${sheetCell(clean.name, places.firstLine + line, column)}`;
    },
    ...(places.changed === undefined ? {} : { changed: places.changed }),
  };
}

function* provenanceOf(
  { rows }: Omit<CleanLedgerInput, 'link'>,
  { policy: { asOf }, provenance }: { readonly policy: AppliedPolicy; readonly provenance: Partial<Provenance> },
): Steps<Provenance> {
  const own = { workbook: '', copy: '整本副本', level: 'classic' as const, version: '', time: '' };
  const hash = yield* ledgerHashSteps({ headerRows: [], rows });
  return { ...own, ...provenance, ledgerHash: hash, ...(asOf === undefined ? {} : { asOf }) };
}

/** The line of 标准台账, from 0, of every data row. */
function linesOf({ ledger }: Omit<CleanLedgerInput, 'link'>): ReadonlyMap<number, number> {
  const data = ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  return new Map(data.map((row, line) => [row, line]));
}

function freeSheet(name: string, taken: readonly string[]): string {
  return freeName(
    name,
    (other) => taken.includes(other),
    (number) => `${name}（${String(number)}）`,
  );
}
