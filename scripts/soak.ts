import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { root } from './root';
import { runCommand } from './run-command';
import { randomTests } from './soak/randomTests';

const require = createRequire(import.meta.url);
const vitest = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');

interface Round {
  readonly seed: number;
  readonly files: readonly string[];
  /** When it is cut short, in milliseconds since 1970. */
  readonly until: number;
}

interface Sums {
  passed: number;
  readonly failed: string[];
}

/**
 * `npm run soak [-- minutes]`: all random tests, round after round, each with a fresh seed, for so many minutes (10).
 * `npm run soak -- --seed n file…`: one round with that seed, as a failure says to run it again.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
  const sums: Sums = { passed: 0, failed: [] };
  const all = randomTests();
  if (values.seed !== undefined) {
    const files = positionals.length > 0 ? positionals : all;
    await play({ seed: wholeNumber(values.seed), files, until: Infinity }, sums);
  } else {
    const until = Date.now() + 60_000 * wholeNumber(positionals[0] ?? '10');
    while (Date.now() < until) await play({ seed: randomInt(1, 2 ** 31), files: all, until }, sums);
  }
  for (const line of sums.failed) console.log(line);
  console.log(`${sums.passed} passed, ${sums.failed.length} failed`);
  if (sums.failed.length > 0 || sums.passed === 0) process.exitCode = 1;
});

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  throw new Error(`应为正整数 (must be a whole number above 0): ${text}
用法 (usage): npm run soak -- 20 | npm run soak -- --seed 123 test/engine/share/shareLaws.test.ts`);
}

/** One run of vitest, its files in any order, so that a short soak does not always try the same ones. */
async function play({ seed, files, until }: Round, sums: Sums): Promise<void> {
  console.log(`seed ${seed}`);
  // A fresh seed may ask for more than the fixed one, and the machine may be at other work: the time that counts is the soak's own.
  const ways = ['--sequence.shuffle.files', '--testTimeout', '600000', '--reporter', './scripts/soak/soak-reporter.ts'];
  const args = [vitest, 'run', '--project', 'node', '--project', 'browser', ...ways, ...files];
  const env = { ...process.env, MUJUN_SEED: String(seed), MUJUN_ACTS: '300' };
  const run = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const timer = until === Infinity ? undefined : setTimeout(() => run.kill(), Math.max(0, until - Date.now()));
  for await (const line of createInterface({ input: run.stdout })) {
    console.log(line);
    const [, file, name] = /^FAILED (\S+) > (.*)$/.exec(line) ?? [];
    if (file !== undefined)
      sums.failed.push(
        `失败 (failed): ${file} > ${name ?? ''}\n  再跑一次 (run again): npm run soak -- --seed ${seed} ${file}`,
      );
    sums.passed += Number(/^ENDED .*: (\d+) passed$/.exec(line)?.[1] ?? 0);
  }
  clearTimeout(timer);
}
