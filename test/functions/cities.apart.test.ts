import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import type { PolicyTexts } from '../../src/engine/policy/readFolder';
import { mujunGrade } from '../../src/functions/mujunGrade';
import { mujunScore } from '../../src/functions/mujunScore';
import { mujunTier } from '../../src/functions/mujunTier';
import { renewalPath } from '../../src/functions/renewalPath';

const CITIES = vi.hoisted(() => ['quanzhou-2025', 'luoyang-2020', 'taizhou-2025', 'wenling-2022', 'anhui-2022']);

// Folders that are not in the repository's own packs: nothing but their texts beside those that the build found.
vi.mock('#policies', async (original) => {
  const { default: built } = await original<{ default: object }>();
  const { readFolder } = await import('../../src/engine/policy/readFolder');
  return { default: { ...built, ...Object.fromEntries(CITIES.map((id) => [id, readFolder(textsOf(id))])) } };
});

function textsOf(id: string): PolicyTexts {
  const own = new URL(`../fixtures/policies/${id}/`, import.meta.url);
  const files = readdirSync(own).map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, own), 'utf8')]);
  return Object.fromEntries(files) as PolicyTexts;
}

type Matrix = Cell[][];
interface Case {
  readonly fn: 'MUJUN_TIER' | 'RENEWAL_PATH' | 'MUJUN_GRADE' | 'MUJUN_SCORE';
  readonly args: readonly (Matrix | string | null)[];
  /** Worked out from the document's words alone; 待核实 stands for any answer that begins so. */
  readonly right: readonly string[] | Readonly<Record<string, string | number>>;
}

const CASES = JSON.parse(
  readFileSync(new URL('../fixtures/policies/cities.truth.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Case>>;

const FUNCTIONS = {
  MUJUN_TIER: mujunTier,
  RENEWAL_PATH: renewalPath,
  MUJUN_GRADE: mujunGrade,
  MUJUN_SCORE: mujunScore,
} as const;

function answers({ fn, args }: Case, blank: Cell): readonly unknown[] {
  const given = args.map((arg) =>
    Array.isArray(arg) ? arg.map((row) => row.map((cell) => (cell === null || cell === '' ? blank : cell))) : arg,
  );
  return (FUNCTIONS[fn].answer as (...own: unknown[]) => unknown[][])(...given).flat();
}

/** The right answers in the order of the rows; those that the truth leaves open are left out. */
function expected({ args, right }: Case): readonly (string | number | undefined)[] {
  if (Array.isArray(right)) return right as string[];
  const rows = args[1] as Matrix;
  return rows.map(([name]) => (right as Readonly<Record<string, string | number>>)[String(name)]);
}

describe.each(Object.entries(CASES))('%s, a city that is a folder of texts', (_, own) => {
  it.each<[string, Cell]>([
    ['0', 0],
    ['null', null],
    ["''", ''],
  ])('is right with blanks delivered as %s', (_name, blank) => {
    const right = expected(own);
    const given = answers(own, blank);
    const wrong = right.flatMap((wanted, row) => {
      const answer = given[row];
      if (wanted === undefined) return [];
      const isRight =
        typeof wanted === 'number'
          ? Math.abs(Number(answer) - wanted) < 1e-6
          : wanted === '待核实'
            ? String(answer).startsWith('待核实')
            : answer === wanted;
      return isRight ? [] : [`${String(row)}: ${String(wanted)} / ${String(answer)}`];
    });
    expect(wrong).toEqual([]);
    expect(right.filter((wanted) => wanted !== undefined).length).toBeGreaterThan(3);
  });
});
