import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge, type Judgement } from '../test/support/intake/judge';
import { paneReader } from '../test/support/intake/paneReader';
import { decidedText, tally, tallyText, type Tallied } from '../test/support/intake/tally';
import { composeLedger, type ComposedLedger } from '../test/support/ledgers/composeLedger';
import { QUIRKS } from '../test/support/ledgers/quirks/index';

/**
 * Reads made-up ledgers through the pane's own intake and counts by quirk how they were read:
 * npm run intake -- --seed 1 --count 300 [--quirk subtotals] [--only total,yuan] [--write folder] [--list]; --each 6 makes six
 * ledgers of every quirk in place of a count, for a quirk that needs many places is rarely drawn.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    quirk: { type: 'string' },
    each: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

/** Ledgers of one --seed are apart from those of any other. */
const SEEDS_APART = 1_000_000;
const FAILURES: readonly string[] = ['dead', 'wrong', 'lost', 'needless'];

async function run(): Promise<void> {
  const all: Tallied[] = [];
  const count = values.each === undefined ? Number(values.count) : Number(values.each) * QUIRKS.length;
  for (let at = 0; at < count; at++) {
    const seed = Number(values.seed) * SEEDS_APART + at;
    const quirk = values.each === undefined ? values.quirk : QUIRKS[at % QUIRKS.length]?.name;
    const ledger = composeLedger(seed, {
      ...(quirk === undefined ? {} : { quirk }),
      ...(values.only === undefined ? {} : { only: values.only.split(',') }),
    });
    const judgement = await judge(paneReader, ledger.file, ledger.truth);
    all.push({ quirks: ledger.quirks.map(({ name }) => name), judgement });
    if (values.list) console.log(line(ledger, judgement));
    if (values.write !== undefined && FAILURES.includes(judgement.outcome)) keep(values.write, ledger, judgement);
  }
  console.log(
    tallyText(
      tally(
        QUIRKS.map(({ name }) => name),
        all,
      ),
    ),
  );
  console.log(decidedText(all));
}

function line({ seed, quirks }: ComposedLedger, { outcome, early, untold, questions, differences }: Judgement): string {
  const asked = questions.map(({ text, answers }) => `${text}: ${answers.join(' / ')}`).join('; ');
  const differing = differences.slice(0, 2).map(({ kind, sheet, row, field, right, read }) => {
    return `${kind} ${sheet} ${row} ${field} ${right} / ${read}`;
  });
  const marks = `${early ? ' early' : ''}${untold.length > 0 ? ' untold' : ''}`;
  return `${seed} ${outcome}${marks} [${quirks.map(({ name }) => name).join(' ')}] ${asked} | ${differing.join('; ')}`;
}

/** The workbook, and beside it what is right and what was made of it. */
function keep(folder: string, { seed, quirks, file, truth }: ComposedLedger, judgement: Judgement): void {
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, `${seed}-${judgement.outcome}`);
  writeFileSync(`${name}.xlsx`, file);
  const told = { quirks: quirks.map((one) => one.name), truth, judgement };
  writeFileSync(`${name}.json`, JSON.stringify(told, null, 1));
}

await run();
