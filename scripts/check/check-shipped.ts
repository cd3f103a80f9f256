import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LATER } from '../../src/text/pane/later/index';
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
  const early = scripts
    .filter((name) => name.startsWith('taskpane.'))
    .map((name) => wordsTooEarly(path.join(folder, name)));
  const said = [...found, ...(await Promise.all(early))].flat().join('\n');
  return { ok: said === '' && scripts.length > 0, said, note: `${scripts.length} scripts` };
}

async function faults(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  return forbidden.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    return match === null ? [] : `${path.basename(file)} ${what}: ${text.slice(match.index - 60, match.index + 60)}`;
  });
}

/** Words that come with the later screens, named by the first script: they would be shown as nothing until those are here. */
async function wordsTooEarly(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  return Object.keys(LATER)
    .filter((code) => ['"', "'", '`'].some((quote) => text.includes(`${quote}${code}${quote}`)))
    .map((code) => `${path.basename(file)} names ${code}, whose words are in src/text/pane/later`);
}
