import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { viewOffers } from '../../src/engine/report/index';
import { fixtureInput } from '../engine/report/lists/support';
import { TAIPU } from '../support/fixtureSheet';

/** A thing that the documents name: the test that shows it (by a word in it, or by the id of a list that it makes), or why there is none. */
interface Named {
  readonly place: string;
  readonly name: string;
  readonly test?: string;
  readonly shows?: string;
  readonly list?: string;
  readonly none?: string;
}

const root = new URL('../../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');
const named = JSON.parse(text('test/coverage/systems.json')) as Named[];

describe('everything the documents name', () => {
  it.each(named)('$place $name: a test shows it, or a reason stands', ({ test, shows, none }) => {
    if (none !== undefined) {
      expect([none.length > 5, test]).toEqual([true, undefined]);
      return;
    }
    expect(existsSync(new URL(test ?? '', root)), test).toBe(true);
    if (shows !== undefined) expect(text(test ?? '')).toContain(shows);
  });

  it('is a list or a card that can be made, where it says so; lists.test.ts makes each of them on every policy', () => {
    const ids = new Set(viewOffers(fixtureInput(TAIPU, 'taicang-2023')).map(({ id }) => id));
    const unknown = named.flatMap(({ list }) => (list === undefined || ids.has(list) ? [] : [list]));
    expect(unknown).toEqual([]);
    expect(text('test/engine/report/lists/lists.test.ts')).toContain('every list on every policy');
  });

  it('are the rows of the table they were taken from', () => {
    const source = new URL('../shared/domain/systems.md', root);
    if (!existsSync(source)) {
      console.warn('the table of systems is not here: its rows are not compared');
      return;
    }
    const rows = readFileSync(source, 'utf8').matchAll(/^\| (嵊州|许昌|嘉定|嘉兴|太仓|通用) \| ([^|]+) \|/gm);
    expect(named.map(({ place, name }) => [place, name])).toEqual(
      [...rows].map(([, place, name]) => [place, name?.trim()]),
    );
  });
});
