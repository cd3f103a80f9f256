import { Duck, quotedText } from '../duck';
import type { FoundFile } from '../files';
import { policyAsked } from '../policyAsked';
import type { ReaderAsked } from './answers';
import { keptOf, type FileKept } from './fileRead';
import { readFile } from './readFile';
import { rowColumns } from './rowsTable';

/** A file to be read, and the Parquet file that its rows go into, if it has any. */
export interface PartAsked extends FoundFile {
  readonly part: string;
}

const TABLE = 'part';
/** A thread writes one small file after the other; the other threads have the rest of the machine. */
const ALONE = { threads: '1' };

/** Reads files in a thread of its own: their rows go out from there, file by file, and no other thread ever holds them. */
export function partReader({ policy, asOf, answers }: ReaderAsked): (file: PartAsked) => Promise<FileKept> {
  const asked = { policy: policyAsked(policy, asOf), answers };
  let opened: Promise<Duck> | undefined;
  return async (file) => {
    const read = await readFile(file, asked);
    if (!read.rows) return keptOf(read);
    const duck = await (opened ??= Duck.open(':memory:', ALONE));
    const columns = rowColumns(read, read.rows);
    await duck.create(TABLE, columns);
    await duck.append(TABLE, columns, read.rows.count);
    await duck.run(`COPY ${TABLE} TO ${quotedText(file.part)} (FORMAT parquet)`);
    await duck.run(`DROP TABLE ${TABLE}`);
    return keptOf(read);
  };
}
