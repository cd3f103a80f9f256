import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireSoffice } from '../../../scripts/find-soffice';

const CSV_OF_ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** LibreOffice as the independent reader. Throws, saying how to install it, where it is missing. */
export function convert(bytes: Uint8Array, target: string): Map<string, Uint8Array> {
  return convertFile('book.xlsx', bytes, target);
}

/** The same for a file of any kind that LibreOffice knows by its name. */
export function convertFile(name: string, bytes: Uint8Array, target: string): Map<string, Uint8Array> {
  const soffice = requireSoffice();
  const folder = mkdtempSync(join(tmpdir(), 'mujun-office-'));
  try {
    const input = join(folder, name);
    const out = join(folder, 'out');
    writeFileSync(input, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', target, '--outdir', out, input];
    execFileSync(soffice, args, { stdio: 'pipe', timeout: 120_000 });
    return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All sheets as LibreOffice reads them: rows of texts by sheet name, numbers unformatted. */
export function readByLibreOffice(bytes: Uint8Array): Map<string, string[][]> {
  const files = convert(bytes, CSV_OF_ALL_SHEETS);
  return new Map(
    [...files].map(([name, body]) => [
      name.replace(/^book-|\.csv$/g, ''),
      parseCsv(Buffer.from(body).toString('utf8')),
    ]),
  );
}

/** The file as LibreOffice writes it again. */
export function rewrittenByLibreOffice(bytes: Uint8Array): Uint8Array {
  const book = convert(bytes, 'xlsx:Calc MS Excel 2007 XML').get('book.xlsx');
  if (!book) throw new Error('LibreOffice wrote nothing');
  return book;
}

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
