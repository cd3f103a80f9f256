import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const packs = path.join(root, 'src/engine/policy/packs');
const written = path.join(root, '.cache/policies');

/** What a policy's folder may hold. */
const KINDS = ['pack', 'targets', 'tasks', 'lists', 'entries'];

/**
 * Reads every folder under packs and writes what they say as the modules `#policies`, `#policy-entries` and `#pack-texts`
 * (package.json, imports), so that webpack, Vitest and esbuild find the same policies by their being there and nothing is left to
 * be parsed at a start. Throws PackError, with file and line, for a text that cannot be read.
 */
export async function writePolicies() {
  const ids = readdirSync(packs, { withFileTypes: true })
    .filter((own) => own.isDirectory())
    .map(({ name }) => name)
    .sort();
  const texts = Object.fromEntries(ids.map((id) => [id, textsOf(id)]));
  mkdirSync(written, { recursive: true });
  const { readFolders } = await reader();
  const folders = Object.entries(readFolders(texts)).map(([id, { entries, ...folder }]) => ({ id, entries, folder }));
  write('policies.js', Object.fromEntries(folders.map(({ id, folder }) => [id, folder])));
  // The entries of a document are a module of their own, fetched when they are asked for.
  write('entries.js', Object.fromEntries(folders.map(({ id, entries }) => [id, entries ? { entries } : {}])));
  write('texts.js', Object.fromEntries(ids.map((id) => [id, texts[id].pack])));
}

function textsOf(id) {
  const files = KINDS.map((kind) => [kind, path.join(packs, id, `${kind}.yaml`)]);
  return Object.fromEntries(
    files.filter(([, file]) => existsSync(file)).map(([kind, file]) => [kind, readFileSync(file, 'utf8')]),
  );
}

/** The engine's own reader of packs, made readable for Node; the file is this process's alone and goes at once. */
async function reader() {
  const outfile = path.join(written, `reader.${process.pid}.mjs`);
  try {
    const entryPoints = [path.join(root, 'src/engine/policy/readFolder.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', external: ['yaml', 'zod'] });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** A file that says the same already is left alone: what is built from it is still up to date. */
function write(name, value) {
  const file = path.join(written, name);
  const code = `export default ${literal(value)};\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== code) writeFileSync(file, code);
}

/** A plain value as code that makes it again, Maps and lines without end too. */
function literal(value) {
  if (value instanceof Map) return `new Map([${[...value].map((entry) => literal(entry)).join()}])`;
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' ? String(value) : JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, own]) => `${JSON.stringify(key)}:${literal(own)}`)
    .join()}}`;
}

await writePolicies();
