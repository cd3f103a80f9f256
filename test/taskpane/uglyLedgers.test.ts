import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLedger, type Ledger } from '../../src/engine/ledger/index';
import { wordAt } from '../../src/engine/column/column';
import type { CellValue } from '../../src/workbook/port';
import { openPane } from './support/openPane';

/** A ledger as an official keeps it, and what it says: fields by sheet row, null where the cell says nothing. */
interface UglyLedger {
  readonly style: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly hiddenRows?: readonly number[];
  /** Codes of the questions that must be put before the figures are taken. */
  readonly asks?: readonly string[];
  readonly rows: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
}

const FOLDER = new URL('../fixtures/ugly/', import.meta.url);
const LEDGERS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map(
    (name) =>
      [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as UglyLedger] as const,
  );

function cellOf(ledger: Ledger, field: string, row: number): string | number | null {
  const column = ledger.columns.get(field);
  if (column?.kind === 'word') return wordAt(column, row) ?? null;
  const value = column?.values[row] ?? NaN;
  return Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6;
}

function rounded(value: string | number | null): string | number | null {
  return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value;
}

describe('ledgers in styles that no other fixture has, as the pane reads them', () => {
  it.each(LEDGERS)('%s', async (_, { cells, hiddenRows = [], asks = [], rows }) => {
    const pane = await openPane([{ name: '台账', cells, hiddenRows }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const asked = pane.state().understanding?.questions.map(({ code, header }) => `${code}: ${header}`);
    expect(asked).toEqual(asks);
    // The likeliest answer comes first; until it is given nothing is judged.
    for (let [question] = pane.state().understanding?.questions ?? []; question;) {
      const [likeliest] = question.answers;
      await (likeliest?.reading
        ? pane.commands.chooseReading.run(likeliest.reading)
        : pane.commands.answer.run(likeliest?.choices ?? new Map()));
      [question] = pane.state().understanding?.questions ?? [];
    }
    const { source, understanding } = pane.state();
    if (!source || !understanding) throw new Error('no ledger was found');
    const { read } = understanding.assessment;
    const fields = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
    const ledger = readLedger(read.headers, source.rows, { fields, zeroIsBlank: false });
    const found = read.kinds.flatMap((kind, row) => {
      if (kind !== 'data') return [];
      const line = source.body.row + row + 1;
      const wanted = Object.keys(rows[line] ?? { enterprise: '', landArea: 0, taxPaid: 0 });
      return [[String(line), Object.fromEntries(wanted.map((field) => [field, cellOf(ledger, field, row)]))] as const];
    });
    const truth = Object.entries(rows).map(
      ([row, line]) =>
        [row, Object.fromEntries(Object.entries(line).map(([field, value]) => [field, rounded(value)]))] as const,
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(truth));
    // None of them has a sum that is wrong.
    expect(understanding.findings.map(({ code }) => code)).not.toContain('totalDiffers');
  });
});
