import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../root';

/** What makes a test random: fast-check, or a seed of its own. */
const CHANCE = /from '(?:fast-check|[./\w]+\/seeds)'/;

/** The test files that draw something, themselves or in what they import of the tests, as paths from the root. */
export function randomTests(): readonly string[] {
  const known = new Map<string, boolean>();
  return readdirSync(inRoot('test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|spec)\.ts$/.test(file))
    .map((file) => inRoot('test', file))
    .filter((file) => draws(file, known))
    .map((file) => path.relative(inRoot(), file).replaceAll('\\', '/'))
    .toSorted();
}

function draws(file: string, known: Map<string, boolean>): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const answer = CHANCE.test(text) || importsOf(file, text).some((one) => draws(one, known));
  known.set(file, answer);
  return answer;
}

function importsOf(file: string, text: string): readonly string[] {
  const names = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) => name);
  return names
    .map((name) => path.resolve(path.dirname(file), `${name}.ts`))
    .filter((one) => one.startsWith(inRoot('test')) && existsSync(one));
}
