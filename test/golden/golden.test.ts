import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Cell } from '../../src/engine/ledger/index';
import { builtInPacks } from '../../src/engine/policy/index';
import { FunctionFailure } from '../../src/functions/failure';
import { mujunTier } from '../../src/functions/mujunTier';
import { mujunTierWhy } from '../../src/functions/mujunTierWhy';
import { mujunRenewalWhy } from '../../src/functions/mujunRenewalWhy';
import { renewalPath } from '../../src/functions/renewalPath';

interface Case {
  readonly name: string;
  readonly row: Readonly<Record<string, Cell>>;
  readonly asOf?: string;
  readonly tier?: string;
  readonly path?: string;
  readonly clause?: string;
}

function casesOf(pack: string): Case[] {
  return parse(readFileSync(new URL(`${pack}.yaml`, import.meta.url), 'utf8')) as Case[];
}

function answerOrError(work: () => Cell[][]): Cell {
  try {
    return work()[0]?.[0];
  } catch (error) {
    if (error instanceof FunctionFailure) return error.code === 'notAvailable' ? '#N/A' : '#VALUE!';
    throw error;
  }
}

const PACKS = builtInPacks().map(({ id }) => id);

describe.each(PACKS)('%s', (pack) => {
  const tierCases = casesOf(pack).filter((one) => one.tier !== undefined);
  const pathCases = casesOf(pack).filter((one) => one.path !== undefined);

  it('has cases', () => {
    expect(tierCases.length + pathCases.length).toBeGreaterThan(3);
  });

  it.each(tierCases)('$name', ({ row, tier, clause, asOf }) => {
    const pair = [row['税收'] ?? '', row['面积'] ?? ''] as const;
    const group = row['产业集聚区'];
    expect(answerOrError(() => mujunTier.answer(...pair, pack, group, asOf))).toBe(tier);
    if (clause !== undefined)
      expect(mujunTierWhy.answer(...pair, pack, group, asOf)[0]?.[2]).toContain(`》${clause}：“`);
  });

  it.each(pathCases)('$name', ({ row, path, clause, asOf }) => {
    // A name, so that a row with one tick is an enterprise and not a note.
    const headers = [['企业名称', ...Object.keys(row)]];
    const rows = [['某公司', ...Object.values(row)]];
    expect(answerOrError(() => renewalPath.answer(headers, rows, pack, asOf))).toBe(path);
    if (clause !== undefined)
      expect(mujunRenewalWhy.answer(headers, rows, pack, asOf)[0]?.[2]).toContain(`》${clause}：“`);
  });
});
