import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allocate, highsSolver, type LinearSolver } from '../../src/engine/allocate/index';
import { verifyAllocation } from '../../test/oracles/verifyAllocation';
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
  lines.push(...[1.6, 2].map((tightness) => impossible(tightness, solver)));
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  return `allocation of 20,000 parcels x 4 years x 20 townships; ${lines.join('; ')}; ${memory} MB in all`;
}

/** Limits that cannot all be kept: to the first word that they cannot, to the whole answer, and the longest time without any word. */
function impossible(tightness: number, solver: LinearSolver): string {
  const problem = countyProblem({ parcels: 20_000, years: 4, townships: 20, tightness, seed: 7 });
  const began = process.cpuUsage();
  const start = performance.now();
  const since = (from: number) => ((performance.now() - from) / 1000).toFixed(2);
  const searching = allocate(problem, solver);
  let [told, still] = [start, 0];
  let first: string | undefined;
  for (let step = searching.next(); ; step = searching.next()) {
    still = Math.max(still, performance.now() - told);
    told = performance.now();
    if (!step.done) {
      if (step.value.step === 'conflict') first ??= since(start);
      continue;
    }
    const { kind } = step.value;
    if (kind !== 'infeasible') throw new Error(`tightness ${String(tightness)}: ${kind}`);
    const cpu = (process.cpuUsage(began).user / 1e6).toFixed(1);
    return `impossible (${String(tightness)}): said in ${first ?? '-'} s, why in ${since(start)} s (${cpu} s of work), longest without a word ${(still / 1000).toFixed(1)} s`;
  }
}
