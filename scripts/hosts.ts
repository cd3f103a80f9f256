import { spawnSync } from 'node:child_process';

/** `npm run hosts`: every kind of write, each of its requests refused in turn, on Excels of all kinds. */
const env = { ...process.env, MUJUN_HOSTS: 'all' };
const args = ['vitest', 'run', '--project', 'browser', 'test/browser/hosts.spec.ts'];
process.exitCode = spawnSync('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
