import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { askSpark } from './askSpark';

/** The word by which this script, started by a worker of Spark, knows that it is to answer lines. */
export const PIPED = 'piped';

/**
 * What `onThreads` does, by Spark's workers: items go as lines through this very script, a process for each part, and answers come in the
 * order of the items. All workers see the folder, Node and the script under the same names.
 */
export async function* onSpark<Item, Answer>(
  items: AsyncIterable<Item>,
  given: { readonly master: string; readonly folder: string; readonly script: URL; readonly told: unknown },
): AsyncGenerator<Answer> {
  const [lines, told, out] = ['lines', 'told', 'answers'].map((name) => path.join(given.folder, name));
  if (lines === undefined || told === undefined || out === undefined) return;
  writeFileSync(told, serialize(given.told));
  const parts = await writeLines(lines, items);
  if (parts === 0) return;
  const command = [process.execPath, fileURLToPath(given.script), PIPED, told].map(shellWord).join(' ');
  await askSpark([{ lines: `file://${lines}`, parts, command, out: `file://${out}` }], given);
  const files = readdirSync(out).filter((name) => name.startsWith('part-'));
  for (const name of files.sort())
    for await (const line of linesOf(createReadStream(path.join(out, name)))) yield unpacked(line) as Answer;
}

/** The other end: answers every line that Spark pipes in. */
export async function servePiped(
  file: string | undefined,
  workOf: (told: unknown) => (item: unknown) => Promise<unknown>,
): Promise<void> {
  const work = workOf(deserialize(readFileSync(file ?? '')));
  for await (const line of linesOf(process.stdin)) process.stdout.write(packed(await work(unpacked(line))));
}

async function writeLines(file: string, items: AsyncIterable<unknown>): Promise<number> {
  const to = createWriteStream(file);
  let count = 0;
  for await (const item of items) {
    count++;
    if (!to.write(packed(item))) await once(to, 'drain');
  }
  to.end();
  await once(to, 'finish');
  return count;
}

const packed = (value: unknown): string => `${serialize(value).toString('base64')}\n`;
const unpacked = (line: string): unknown => deserialize(Buffer.from(line, 'base64'));
const linesOf = (input: NodeJS.ReadableStream) => createInterface({ input, crlfDelay: Infinity });
const shellWord = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;
