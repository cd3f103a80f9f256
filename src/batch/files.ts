import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reading } from '../engine/policy/index';
import { Told } from './told';

/** A file to be read: where it lies, and the name it goes by, below the folder that was given. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

const LEDGERS = /\.(?:xlsx|xlsm)$/i;
/** Spreadsheets that are named among those not read; other files are nobody's concern. */
const OTHERS = /\.(?:xls|xlsb|et|csv|ods|numbers)$/i;
/** What Office and WPS lay beside a file that is open. */
const LOCKS = /^(?:~\$|\.~)/;

/** The workbooks among files and folders, by their names below what holds them all, and the spreadsheets that cannot be read. */
export function ledgersIn(places: readonly string[]): { readonly found: FoundFile[]; readonly refused: FoundFile[] } {
  const all = places.map((place) => {
    const kind = statSync(place, { throwIfNoEntry: false });
    if (!kind) throw new Told(`没有“${place}”这个文件或文件夹`);
    const own = path.resolve(place);
    return kind.isDirectory() ? { folder: own, files: filesBelow(own) } : { folder: path.dirname(own), files: [own] };
  });
  const above = all.map(({ folder }) => folder).reduce(commonFolder);
  const once = [...new Set(all.flatMap(({ files }) => files))].map((own) => {
    return { path: own, name: path.relative(above, own).split(path.sep).join('/') };
  });
  return {
    found: once.filter(({ name }) => LEDGERS.test(name)),
    refused: once.filter(({ name }) => OTHERS.test(name)),
  };
}

/** The folder that holds both. */
function commonFolder(one: string, other: string): string {
  const isIn = path.relative(one, other);
  if (!isIn.startsWith('..') && !path.isAbsolute(isIn)) return one;
  const up = path.dirname(one);
  return up === one ? one : commonFolder(up, other);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !LOCKS.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A YAML file that a person wrote, of no more signs than such files have. Throws Told for what is none, with its line. */
export function yamlFile(file: string, { kind, most }: { readonly kind: string; readonly most: number }) {
  const text = textOf(file);
  if (text.length > most) throw new Told(`“${file}”太大，不是${kind}`);
  const read = reading().yamlDocument(text);
  const [error] = read.document.errors;
  if (!error) return read;
  throw new Told(`“${file}”第 ${read.lines.linePos(error.pos[0]).line} 行读不懂，请检查缩进、冒号和引号`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Told(`“${file}”打不开：没有这个文件，或者正被别的程序占用`);
  }
}

/** Writes a file whole or not at all: what is half written never stands under its name. */
export async function writeWhole(out: string, write: (place: string) => Promise<void>): Promise<void> {
  const half = `${out}.part`;
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  try {
    await write(half);
    renameSync(half, out);
  } finally {
    if (existsSync(half)) rmSync(half, { force: true });
  }
}

/** The same of bytes. */
export async function writeBytes(out: string, bytes: Uint8Array | string): Promise<void> {
  await writeWhole(out, (place) => {
    writeFileSync(place, bytes);
    return Promise.resolve();
  });
}
