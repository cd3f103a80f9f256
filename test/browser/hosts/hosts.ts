/** An Excel as the workbench claims to be one, by the query that asks for it. */
export interface Host {
  readonly query: string;
  /** What it is, for the table. */
  readonly is: string;
  /** The code it refuses with. */
  readonly code: 'GeneralException' | 'InternalError';
}

/** Excels of all kinds: old and new, without functions, on a Mac, on the web and slow. */
export const HOSTS: readonly Host[] = [
  { query: '', is: '1.17, Windows', code: 'GeneralException' },
  { query: '?excel=1.20', is: '1.20, Windows, undo groups', code: 'InternalError' },
  { query: '?excel=1.14&functions=off', is: '1.14, no functions', code: 'GeneralException' },
  { query: '?excel=1.20&functions=named', is: '1.20, functions #NAME?', code: 'InternalError' },
  { query: '?platform=mac&excel=1.20', is: '1.20, Mac', code: 'GeneralException' },
  { query: '?platform=web&excel=1.20&sync=20', is: '1.20, web, 20 ms a request', code: 'InternalError' },
];

/** The hosts that MUJUN_HOSTS asks for: 'all', or some by number from 1 on; without it the first alone. */
export function askedHosts(asked = process.env['MUJUN_HOSTS'] ?? '1'): readonly Host[] {
  if (asked === 'all') return HOSTS;
  const numbers = asked.split(',').map(Number);
  return HOSTS.filter((_, index) => numbers.includes(index + 1));
}

/** Where `npm run hosts` finds what a host came to. */
export const RESULTS = new URL('../../../test-results/hosts/', import.meta.url);

/** The file of a host in there. */
export function resultsOf(host: Host): URL {
  return new URL(`commands-${String(HOSTS.indexOf(host) + 1)}.json`, RESULTS);
}
