import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const packs = path.join(root, 'src/engine/policy/packs');
const written = path.join(root, '.cache/policies');

/** What a policy's folder may hold; the entries of its document are a module of their own, fetched when they are asked for. */
const KINDS = ['pack', 'targets', 'tasks', 'lists'];

/**
 * Writes the texts of every folder under packs as the modules `#policies` and `#policy-entries` (package.json, imports), so that
 * webpack, Vitest and esbuild find the same policies by their being there.
 */
export function writePolicies() {
  const ids = readdirSync(packs, { withFileTypes: true })
    .filter((own) => own.isDirectory())
    .map(({ name }) => name)
    .sort();
  const of = (kinds) => Object.fromEntries(ids.map((id) => [id, textsOf(id, kinds)]));
  mkdirSync(written, { recursive: true });
  write('policies.js', of(KINDS));
  write('entries.js', of(['entries']));
}

function textsOf(id, kinds) {
  const files = kinds.map((kind) => [kind, path.join(packs, id, `${kind}.yaml`)]);
  return Object.fromEntries(
    files.filter(([, file]) => existsSync(file)).map(([kind, file]) => [kind, readFileSync(file, 'utf8')]),
  );
}

/** A file that says the same already is left alone: what is built from it is still up to date. */
function write(name, texts) {
  const file = path.join(written, name);
  const code = `export default ${JSON.stringify(texts)};\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== code) writeFileSync(file, code);
}

writePolicies();
