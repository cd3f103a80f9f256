import { readFileSync } from 'node:fs';
import { inRoot } from '../root';

/** One change of the code, at a place of a file. */
export interface Change {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly text: string;
}

/** What is to be tried: the changes, and the files' code that holds all of them, one of which can be switched on. */
export interface Plan {
  readonly tests: readonly string[];
  readonly changes: readonly Change[];
  /** By the file's path from the root. */
  readonly code: Readonly<Record<string, string>>;
}

/**
 * How a change ended: a test failed, it never came to its end, no test failed, no test reaches it, or it is reached only once while
 * modules are loaded or what they keep is made, where it cannot be switched on.
 */
export type Ending = 'noticed' | 'endless' | 'unnoticed' | 'unreached' | 'onlyOnce';

/** A line of the log: what is being tried, that something goes on, or how it ended. */
export type LogLine =
  | { readonly at: string }
  | { readonly beat: string }
  | { readonly id: string; readonly ending: Ending; readonly by?: string }
  /** The test that failed goes on failing without the change: what it left behind is to blame, or it. */
  | { readonly spoilt: string };

/** The files of a run, by the folder's name. */
export function placesOf(folder: string): { readonly plan: string; readonly log: string; readonly reached: string } {
  const place = (ending: string) => inRoot('.cache', `mutants-${folder.replace('/', '-')}.${ending}`);
  return { plan: place('plan.json'), log: place('log'), reached: place('reached.json') };
}

export function readPlan(folder: string): Plan {
  return JSON.parse(readFileSync(placesOf(folder).plan, 'utf8')) as Plan;
}

/** The lines of a log; one that was cut short is left out. */
export function readLog(place: string): LogLine[] {
  const lines = readFileSync(place, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as LogLine);
}
