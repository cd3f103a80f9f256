import { execFileSync, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIALECTS } from '../src/engine/rule/sql/dialect';
import { csvOf, differences, ORDER, questions, type Question } from './engines/differential';

/**
 * `npm run test:postgres [-- rows [pattern]]`: every built-in policy asked of a Postgres server on 100,000 rows, held against the kernel. The server
 * is one of its own, in a folder that goes afterwards, and listens to no network.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
/** Only tables whose names this fits, as a regular expression. */
const ASKED = new RegExp(process.argv[3] ?? '');
const TYPES = { DOUBLE: 'double precision', VARCHAR: 'text', DATE: 'date' } as const;
/** Makes the server's folder. */
const MAKES = 'initdb';
const name = DIALECTS.postgres.name;

/** Where Debian has the server's programs; '' where they are in the way already. */
function programs(): string {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const [newest] = found
    .map((own) => path.join(versions, own, 'bin'))
    .filter((own) => existsSync(path.join(own, MAKES)));
  if (newest !== undefined) return newest;
  if (spawnSync(MAKES, ['--version']).status === 0) return '';
  throw new Error('No Postgres server here. On Debian and Ubuntu: apt-get install postgresql');
}

/** Postgres does not run as root: then as the account that its package made. */
function account(): Pick<SpawnSyncOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

class Server {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'mujun-postgres-'));
  private readonly bin = programs();
  private readonly who = account();

  constructor() {
    if (this.who.uid !== undefined) chownSync(this.folder, this.who.uid, this.who.gid ?? this.who.uid);
    this.run(MAKES, ['-D', this.data, '-U', 'mujun', '--auth=trust', '--encoding=UTF8', '--no-locale']);
    const settings = `-k ${this.folder} -c listen_addresses= -c fsync=off -c work_mem=64MB`;
    this.run('pg_ctl', ['-D', this.data, '-l', path.join(this.folder, 'log'), '-w', '-o', settings, 'start']);
  }

  private get data(): string {
    return path.join(this.folder, 'data');
  }

  private run(program: string, args: readonly string[], input?: string): string {
    const given = { ...this.who, cwd: this.folder, encoding: 'utf8', maxBuffer: 2 ** 30, input } as const;
    const stdio: SpawnSyncOptions['stdio'] = program === 'pg_ctl' ? 'ignore' : 'pipe';
    const { status, stdout, stderr, error } = spawnSync(path.join(this.bin, program), args, { ...given, stdio });
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
    return stdout;
  }

  answer({ table, query, wanted }: Question): string[][] {
    const columns = table.columns.map((own) => `${name(own.name)} ${TYPES[own.type]}`);
    const file = path.join(this.folder, 'rows.csv');
    writeFileSync(file, csvOf(table));
    const asked = [
      `DROP TABLE IF EXISTS ${name(table.name)};`,
      `CREATE TABLE ${name(table.name)} (${[`${ORDER} integer`, ...columns].join(', ')});`,
      `\\copy ${name(table.name)} FROM '${file}' (FORMAT csv)`,
      `SELECT ${wanted.map(name).join(', ')} FROM (${query('postgres')}) AS answered ORDER BY ${ORDER};`,
    ].join('\n');
    const args = ['-h', this.folder, '-U', 'mujun', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-qAt', '-F', '\t'];
    return this.run('psql', args, asked)
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
  }

  version(): string {
    return this.run('postgres', ['--version']).trim();
  }

  close(): void {
    this.run('pg_ctl', ['-D', this.data, '-m', 'immediate', 'stop']);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const server = new Server();
let wrong = 0;
try {
  console.log(`${server.version()}, ${ROWS.toLocaleString('en-US')} rows a policy`);
  for (const question of questions(ROWS, (own) => ASKED.test(own))) {
    const began = performance.now();
    const theirs = server.answer(question);
    const found = differences(question.ours, theirs);
    wrong += found.length;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${question.name}: ${String(question.ours.length)} rows, ${String(found.length)} differences, ${seconds} s`,
    );
    for (const line of found.slice(0, 5)) console.log(`  ${line}`);
  }
} finally {
  server.close();
}
process.exitCode = wrong === 0 ? 0 : 1;
