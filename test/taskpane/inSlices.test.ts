import { expect, it } from 'vitest';
import { inSlices } from '../../src/taskpane/commands/inSlices';
import { openPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

function* counting(to: number): Generator<number, string> {
  for (let done = 1; done <= to; done++) yield done;
  return 'done';
}

/** A clock on which every look takes longer than a slice. */
async function slowPane() {
  const pane = await openPane([smallLedger({})]);
  let time = 0;
  return { ...pane, context: { ...pane.context, now: () => (time += 100) } };
}

it('runs work to its end and gives what it made', async () => {
  const { context } = await slowPane();
  await expect(inSlices(context, counting(5), 5)).resolves.toBe('done');
});

it('stops between two steps', async () => {
  const { context } = await slowPane();
  const work = inSlices(context, counting(1_000_000), 1_000_000);
  context.stopping.abort();
  await expect(work).resolves.toBe('stopped');
});
