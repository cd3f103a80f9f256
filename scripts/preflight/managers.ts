import { onPath, type Machine, type Ran } from './machine';
import type { Manager, Need } from './needs';

/** Why nothing could be installed. */
export type Trouble =
  | 'noRoot'
  | 'locked'
  | 'noNetwork'
  | 'noBrew'
  | 'noWinget'
  | 'unknownSystem'
  | 'reopen'
  | 'noPackage'
  | { readonly failed: string };

/** A package manager that we know, and the packages of it that bring what is lacking, need by need. */
export interface Plan {
  readonly manager: Manager;
  readonly packages: readonly (readonly string[])[];
}

/** How needs can be met on a machine, or why it has no package manager that we know. */
export function planFor(machine: Machine, needs: readonly Need[]): Plan | 'noBrew' | 'noWinget' | 'unknownSystem' {
  const manager = managerOf(machine);
  if (manager !== 'apt' && manager !== 'brew' && manager !== 'winget') return manager;
  const packages = needs.map((need) => (need.packages[manager] ?? []).filter((name) => !isSnap(machine, name)));
  return { manager, packages: packages.filter((own) => own.length > 0) };
}

function managerOf(machine: Machine): Manager | 'noBrew' | 'noWinget' | 'unknownSystem' {
  const has = (program: string) => onPath(machine, program) !== undefined;
  if (machine.platform === 'win32') return has('winget') ? 'winget' : 'noWinget';
  if (machine.platform === 'darwin') return has('brew') ? 'brew' : 'noBrew';
  return has('apt-get') ? 'apt' : 'unknownSystem';
}

/** Ubuntu's chromium is a snap, which many of its machines cannot install: there playwright brings the browser. */
function isSnap({ run }: Machine, name: string): boolean {
  return name === 'chromium' && /^ID=["']?ubuntu/m.test(run('cat', '/etc/os-release').said);
}

/** What a person types to install the packages of a plan: one line. */
export function commandFor({ manager, packages }: Plan): string {
  const all = packages.flat().join(' ');
  if (manager === 'apt') return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${all}`;
  const prefix = manager === 'brew' ? 'brew install' : 'winget install --exact --id';
  return packages.map((own) => `${prefix} ${own.join(' ')}`).join(' && ');
}

/** Installs the packages of a plan; undefined where that went well. */
export function install(machine: Machine, { manager, packages }: Plan): Trouble | undefined {
  if (packages.length === 0) return 'noPackage';
  if (manager === 'apt') return installByApt(machine, packages.flat());
  if (manager === 'brew') return firstTrouble(packages, (own) => brewTrouble(machine.run('brew', 'install', ...own)));
  const quiet = ['--silent', '--accept-source-agreements', '--accept-package-agreements'];
  const trouble = firstTrouble(packages, (own) =>
    wingetTrouble(machine.run('winget', 'install', '--exact', '--id', ...own, ...quiet)),
  );
  // What winget installs is on PATH only in a terminal opened afterwards.
  return trouble ?? 'reopen';
}

function installByApt(machine: Machine, packages: readonly string[]): Trouble | undefined {
  if (!machine.isRoot && machine.run('sudo', '-n', 'true').status !== 0) return 'noRoot';
  const apt = (...args: readonly string[]) => {
    const command = ['env', 'LC_ALL=C', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args] as const;
    return machine.isRoot ? machine.run(...command) : machine.run('sudo', '-n', ...command);
  };
  const updated = apt('-q', 'update');
  const trouble = aptTrouble(updated);
  if (trouble !== undefined) return trouble;
  const installed = apt('-q', 'install', '-y', '--no-install-recommends', ...packages);
  if (installed.status === 0) return undefined;
  // An update that reaches nothing still ends well: what it said tells why the packages are unknown.
  return aptTrouble({ status: 1, said: NO_NETWORK.test(updated.said) ? updated.said : installed.said });
}

const LOCKED = /Could not get lock|Unable to (?:acquire|lock)/;
const NO_NETWORK =
  /Temporary failure resolving|Could not resolve|Could not connect|Cannot initiate the connection|Network is unreachable|Unable to connect|Failed to (?:fetch|download)/;

function aptTrouble({ status, said }: Ran): Trouble | undefined {
  if (status === 0) return undefined;
  if (LOCKED.test(said)) return 'locked';
  if (NO_NETWORK.test(said)) return 'noNetwork';
  return { failed: lineOf(said, /^E:/) };
}

function brewTrouble({ status, said }: Ran): Trouble | undefined {
  if (status === 0) return undefined;
  return NO_NETWORK.test(said) ? 'noNetwork' : { failed: lineOf(said, /^Error:/) };
}

/** winget's own word for "no answer from the source" (0x80072EE7, 0x80072EFD) and for "there already" (0x8A150061, 0x8A15002B). */
function wingetTrouble({ status, said }: Ran): Trouble | undefined {
  if (status === 0 || /0x8a150061|0x8a15002b|already installed/i.test(said)) return undefined;
  return /0x80072e|network/i.test(said) ? 'noNetwork' : { failed: lineOf(said, /\S/) };
}

function lineOf(said: string, pattern: RegExp): string {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '');
  return (lines.find((line) => pattern.test(line)) ?? lines.at(-1) ?? '').trim();
}

function firstTrouble<One>(list: readonly One[], work: (one: One) => Trouble | undefined): Trouble | undefined {
  for (const one of list) {
    const trouble = work(one);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}
