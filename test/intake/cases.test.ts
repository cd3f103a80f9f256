import { describe, expect, it } from 'vitest';
import { expectRead } from '../support/intake/expectRead';
import { fixtureCases } from '../support/intake/fixtureCases';
import { judge } from '../support/intake/judge';
import { paneReader } from '../support/intake/paneReader';

/** Cases that are not read rightly yet. A case that is, must leave this list: it can only get shorter. */
const NOT_YET: readonly string[] = [];

describe('ledgers that were misread', () => {
  it.each(fixtureCases())('$name', async ({ name, file, truth }) => {
    const judgement = await judge(paneReader, file, truth);
    const reader = await paneReader(file, truth.policy);
    const offered = reader.offered().tidyings.map(({ cell, to }) => `${cell} ${to}`);
    const { tidyings = offered } = truth;
    const untidy = offered.join() === tidyings.join() ? [] : [`tidies ${offered.join()}`];
    expectRead(name, [{ ...judgement, untold: [...judgement.untold, ...untidy] }], NOT_YET);
  });

  it('lists as not read yet only cases that there are', () => {
    const names = fixtureCases().map(({ name }) => name);
    expect(NOT_YET.filter((name) => !names.includes(name))).toEqual([]);
  });
});
