import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../root';
import type { StepResult } from './step';

/** What must not be in a script that ships, and why. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\beval\s*\(/, 'calls eval'],
  [/\bnew\s+Function\s*\(/, 'makes code from text'],
  [/\bOSF\.OUtil\b|OSF\.DDA\b/, 'contains office.js'],
  [/@univerjs/, 'contains the workbench'],
];

/** Reads every script of the built add-in (not the workbench) for what its security policy or licence forbids. */
export async function checkShipped(): Promise<StepResult> {
  const folder = inRoot('dist/js');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const found = await Promise.all(scripts.map((name) => faults(path.join(folder, name))));
  const said = found.flat().join('\n');
  return { ok: said === '' && scripts.length > 0, said, note: `${scripts.length} scripts` };
}

async function faults(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  return forbidden.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    return match === null ? [] : `${path.basename(file)} ${what}: ${text.slice(match.index - 60, match.index + 60)}`;
  });
}
