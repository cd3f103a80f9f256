import { spawnSync } from 'node:child_process';

/** `npm run histories [-- count [seed]]`: many histories of copies sent out, edited and merged, held against who said what of whom. */
const [count = '25000', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
const env = { ...process.env, MUJUN_HISTORIES: count, MUJUN_SEED: seed };
console.info(`${count} histories, seed ${seed}`);
const args = ['vitest', 'run', '--project', 'node', 'test/engine/share/mergeHistories.test.ts'];
process.exitCode = spawnSync('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
