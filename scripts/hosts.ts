import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { BrokenCommand, Measured } from '../test/browser/hosts/commandPage';
import { askedHosts, resultsOf, type Host } from '../test/browser/hosts/hosts';

/**
 * `npm run hosts [-- 1,3 every]`: every kind of write and every command of the pane on Excels of all kinds, each of their
 * requests (or every n th) refused in turn; prints a table of host, command and outcome. Some hosts by number, from 1 on.
 */
const [asked = 'all', every = '1'] = process.argv.slice(2);
const hosts = askedHosts(asked);

type Results = Readonly<Record<string, { readonly plain: Measured; readonly broken?: BrokenCommand }>>;

function run(host: Host): number {
  const env = { ...process.env, MUJUN_HOSTS: numberOf(host), MUJUN_EVERY: every };
  const specs = ['test/browser/hosts.spec.ts', 'test/browser/hostCommands.spec.ts'];
  const args = ['vitest', 'run', '--project', 'browser', ...specs];
  return spawnSync('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

function numberOf(host: Host): string {
  return String(askedHosts('all').indexOf(host) + 1);
}

function print(host: Host): void {
  const file = resultsOf(host);
  if (!existsSync(file)) return;
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  console.log(`\n${host.query || '(as it is)'}: ${host.is}; refused with ${host.code}`);
  console.log('| command | requests | clears undo | outcome | refused | as before | in part, told | done | wrong |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [name, { plain, broken }] of Object.entries(results)) console.log(lineOf(name, plain, broken));
}

function lineOf(name: string, plain: Measured, broken: BrokenCommand | undefined): string {
  const { injected = '', asBefore = '', inPart = '', done = '', wrong = [] } = broken ?? {};
  const outcome = plain.said || (plain.changed.length > 0 ? plain.changed.join('; ') : 'nothing to say');
  const cells = [name, plain.requests, plain.undoCleared.length, outcome, injected, asBefore, inPart, done];
  return `| ${[...cells, broken ? wrong.length : ''].join(' | ')} |`;
}

const failures = hosts.map(run).filter((status) => status !== 0).length;
for (const host of hosts) print(host);
process.exitCode = failures === 0 ? 0 : 1;
