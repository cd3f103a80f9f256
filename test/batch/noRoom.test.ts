import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, commandLine, fixture } from './support/commandLine';

const { at, mujun, mujunWithin } = commandLine();
const POLICY = ['--policy', '嵊州2021', '--as-of', '2023-06-30'] as const;
/** A disk of 48 kB: hardly a workbook, and no table of a county. */
const SMALL = at('small');
/** Enough rows that little memory does not hold them: the same county many times. */
const TIMES = 120;

beforeAll(async () => {
  mkdirSync(at('ledgers'));
  copyFileSync(fixture('嵊越市亩均效益评价台账'), path.join(at('ledgers'), 'a.xlsx'));
  expect(mujun('read', at('ledgers'), ...POLICY, '--out', at('rows.parquet')).status).toBe(0);
  await asked(
    `COPY (SELECT CAST(ROW_NUMBER() OVER (ORDER BY k, "序") - 1 AS INTEGER) AS "序", '县' || k AS "地方", * EXCLUDE ("序", "地方", k) FROM read_parquet('${at('rows.parquet')}'), range(${TIMES}) AS times(k)) TO '${at('many.parquet')}' (FORMAT parquet)`,
  );
}, 180_000);

describe('a disk that is full', () => {
  let isMounted = false;
  beforeAll(() => {
    mkdirSync(SMALL);
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48k', 'tmpfs', SMALL]).status === 0;
  });
  afterAll(() => {
    if (isMounted) spawnSync('umount', [SMALL]);
  });

  it.each<[string, readonly string[]]>([
    ['read', ['read', at('ledgers'), ...POLICY]],
    ['judge', ['judge', at('many.parquet'), ...POLICY]],
  ])('%s: told, and nothing under the final name or half of it', { timeout: 180_000 }, (_, args) => {
    const out = path.join(SMALL, 'out.parquet');
    // Whoever may not mount one may write no file of more than 64 kB.
    const ran = isMounted ? mujun(...args, '--out', out) : mujunWithin(64, ...args, '--out', out);
    expect(ran.err).toMatch(
      isMounted ? /磁盘满了，没有写出/ : /写不下：超过这里允许的大小，没有写出|磁盘满了，没有写出/,
    );
    expect(ran.err).not.toContain('    at ');
    expect(ran.status).toBe(1);
    expect(readdirSync(SMALL)).toEqual([]);
  });
});

describe('memory that is not enough', () => {
  it('is told with what to do, and nothing is written', { timeout: 180_000 }, () => {
    const ran = mujun('judge', at('many.parquet'), ...POLICY, '--memory', '12MB', '--out', at('never.parquet'));
    expect(ran.err).toContain('内存不够，没有写出。请把 --memory 调大');
    expect(ran.status).toBe(1);
    expect(readdirSync(at('.')).filter((name) => name.includes('never'))).toEqual([]);
  });
});
