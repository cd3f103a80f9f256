import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askedHosts } from './hosts/hosts';
import { BROKEN_WRITES, type Broken } from './port/brokenWrites';
import { openPortPage, type OpenPort } from './port/openPortPage';
import type { PortPage } from './port/page';

const isAll = process.env['MUJUN_HOSTS'] !== undefined;
const codes = isAll ? ['GeneralException', 'InternalError'] : ['GeneralException'];

describe.each(askedHosts())('a host $query', ({ query }) => {
  let open: OpenPort;
  const tally: Broken[] = [];

  beforeAll(async () => {
    open = await openPortPage(`${inject('url')}/${query}`);
  });
  afterAll(async () => {
    const sum = (of: (one: Broken) => number) => tally.reduce((total, one) => total + of(one), 0);
    const line = `${query || 'as it is'}: ${sum((one) => one.injected)} refused, ${sum((one) => one.asBefore)} as before and told, ${sum((one) => one.done)} done all the same\n`;
    process.stdout.write(line);
    await open.close();
  });

  for (const { name } of BROKEN_WRITES) {
    it(`that refuses each request of ${name} leaves the workbook as it was, and says so`, async () => {
      const broken = await open.pane.evaluate(
        ([write, refusals]) => (window as unknown as { portPage: PortPage }).portPage.breakWrite(write, refusals),
        [name, codes] as const,
      );
      tally.push(broken);
      expect(broken.wrong).toEqual([]);
      expect(broken.asBefore + broken.done).toBe(broken.injected);
    }, 300_000);
  }
});
