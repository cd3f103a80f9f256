import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { locateTables, readLedger, type Cell, type Ledger } from '../../src/engine/ledger/index';
import { sampleLedger } from '../../test/support/sample/sampleLedger';

/** What a ledger takes in memory, in bytes. */
interface Taken {
  /** Numbers and codes, and the letters of the words. */
  readonly columns: number;
  /** Above the same worker with nothing read. */
  readonly above: number;
  readonly fields: number;
}

/** A ledger held in a worker against the bytes of its columns: the rows it was read from are gone by then. */
export async function benchLedgerMemory(rows = 200_000): Promise<string> {
  const code = buildSync({
    stdin: {
      contents: `
        import { parentPort } from 'node:worker_threads';
        import { measureLedger } from './scripts/bench/ledgerMemory';
        parentPort.postMessage(measureLedger(${rows}));`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['esbuild'] },
    loader: { '.yaml': 'text' },
  }).outputFiles[0]?.text;
  const worker = new Worker(code ?? '', { eval: true });
  const taken = await new Promise<Taken>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  return `memory of a ledger of ${rows.toLocaleString('en-US')} x ${taken.fields}: ${megabytes(taken.above)} MB above an empty worker, its columns ${megabytes(taken.columns)} MB; ${(taken.above / taken.columns).toFixed(2)}x`;
}

/**
 * Runs in the worker.
 *
 * @public imported by the worker's own text
 */
export function measureLedger(rows: number): Taken {
  const collect = collector();
  // Whatever the first reading makes once for all is no part of a ledger.
  read(100);
  const before = inUse(collect);
  const ledger = read(rows);
  const above = inUse(collect) - before;
  return { above, columns: bytesOf(ledger), fields: ledger.columns.size };
}

function read(rows: number): Ledger {
  const ledger = sampleLedger({ rows, seed: 1 });
  const headers = locateTables([...ledger.headers, ...ledger.rows.slice(0, 50)])[0]?.headers;
  if (!headers) throw new Error('the sample ledger has no headers');
  const fields = [...headers.byField.keys()];
  return readLedger(headers, asDelivered(ledger.rows), { fields, zeroIsBlank: false });
}

/** As office.js delivers them: every text a string of its own. */
function asDelivered(rows: readonly (readonly Cell[])[]): Cell[][] {
  return rows.map((row) => JSON.parse(JSON.stringify(row)) as Cell[]);
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function inUse(collect: () => void): number {
  for (let run = 0; run < 3; run++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function bytesOf({ columns }: Ledger): number {
  let bytes = 0;
  for (const column of columns.values()) {
    if (column.kind === 'number') bytes += column.values.byteLength;
    else bytes += column.codes.byteLength + column.words.reduce((sum, word) => sum + lettersOf(word), 0);
  }
  return bytes;
}

/** As the engine keeps them: one byte a letter, two where one is beyond Latin. */
function lettersOf(word: string): number {
  return word.length * (/^[\u0000-\u00ff]*$/.test(word) ? 1 : 2);
}
