import { readdirSync, readFileSync } from 'node:fs';
import type { Truth } from './truth';

/** A workbook of test/fixtures/intake with what is right of it. */
export interface FixtureCase {
  readonly name: string;
  readonly file: Uint8Array;
  readonly truth: Truth & { readonly want: string; readonly tidyings?: readonly string[] };
}

const FOLDER = new URL('../../fixtures/intake/', import.meta.url);

/** All of them, by name. */
export function fixtureCases(): FixtureCase[] {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? [file.replace('.json', '')] : []));
  return names.sort().map((name) => ({
    name,
    file: new Uint8Array(readFileSync(new URL(`${name}.xlsx`, FOLDER))),
    truth: JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as FixtureCase['truth'],
  }));
}
