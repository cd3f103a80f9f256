import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openPackage } from '../src/package/openPackage';
import { PackageError } from '../src/package/packageError';
import { SLOW_FILES } from '../test/support/slow/slowFiles';
import { SLOW_TEXTS } from '../test/support/slow/slowTexts';

/** `npm run slow`: what was made to be slow, each in a process of its own: how it ends, in how much time of the processor and memory. */
const LIMITS = { seconds: 3, megabytes: 500 } as const;
const WORK = [
  ...SLOW_FILES.map(({ name, ends, bytes }) => ({ name, ends, prepare: () => opening(bytes()) })),
  ...SLOW_TEXTS.map(({ name, ends, prepare }) => ({ name, ends, prepare })),
];

function opening(bytes: Uint8Array): () => string {
  return () => {
    try {
      openPackage(bytes);
      return 'opened';
    } catch (error) {
      if (error instanceof PackageError) return error.code;
      throw error;
    }
  };
}

function measure(index: number): void {
  const one = WORK[index];
  if (!one) return;
  const run = one.prepare();
  const before = process.cpuUsage();
  const held = process.memoryUsage().rss;
  const ended = run();
  const { user, system } = process.cpuUsage(before);
  const megabytes = Math.max(0, (process.resourceUsage().maxRSS * 1024 - held) / 1e6);
  console.info(JSON.stringify({ ended, seconds: (user + system) / 1e6, megabytes: Math.round(megabytes) }));
}

/** Honest files may take what they take; they must open. */
function isWithin(ends: string, { ended, seconds, megabytes }: Measured): boolean {
  return ended === ends && (ends === 'opened' || (seconds <= LIMITS.seconds && megabytes <= LIMITS.megabytes));
}

type Measured = Readonly<{ ended: string; seconds: number; megabytes: number }>;

function measureAll(): void {
  for (const [index, { name, ends }] of WORK.entries()) {
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(index)], { encoding: 'utf8' });
    const measured = (
      child.status === 0 ? JSON.parse(child.stdout) : { ended: child.stderr, seconds: NaN, megabytes: NaN }
    ) as Measured;
    const isGood = isWithin(ends, measured);
    if (!isGood) process.exitCode = 1;
    console.info(
      `${isGood ? 'ok  ' : 'FAIL'} ${name}: ${measured.ended}, ${measured.seconds.toFixed(2)} s, ${measured.megabytes} MB`,
    );
  }
}

const [, , index] = process.argv;
if (index === undefined) measureAll();
else measure(Number(index));
