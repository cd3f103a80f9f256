import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allocate, highsSolver, verifyAllocation } from '../../src/engine/allocate/index';
import { countyProblem } from './allocationProblem';

/**
 * 20,000 parcels, 4 years, 20 townships: seconds to the first answer and to the proven one, loose and tight. The peer, HiGHS given the
 * whole model at once, finds no answer within a minute (design notes), so there is no ratio to print.
 */
export async function benchAllocation(): Promise<string> {
  const solver = await highsSolver(readFileSync(fileURLToPath(import.meta.resolve('highs/runtime'))));
  const lines = [
    { name: 'loose', tightness: 0.2 },
    { name: 'tight', tightness: 1 },
  ].map(({ name, tightness }) => {
    const problem = countyProblem({ parcels: 20_000, years: 4, townships: 20, tightness, seed: 7 });
    const start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(2);
    const searching = allocate(problem, solver);
    let first: string | undefined;
    for (let step = searching.next(); ; step = searching.next()) {
      if (!step.done) {
        if (step.value.allocation) first ??= seconds();
        continue;
      }
      const outcome = step.value;
      if (outcome.kind !== 'done') throw new Error(`${name}: ${outcome.kind}`);
      const total = seconds();
      const kept = verifyAllocation(problem, outcome.allocation).limits.every((limit) => limit.kept);
      if (!kept) throw new Error(`${name}: a limit is broken`);
      return `${name}: first answer ${first ?? '-'} s, proven within ${(100 * outcome.gap).toFixed(3)} % in ${total} s`;
    }
  });
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  return `allocation of 20,000 parcels x 4 years x 20 townships; ${lines.join('; ')}; ${memory} MB in all`;
}
