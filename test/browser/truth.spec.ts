import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTruth, SHENGYUE, TAIPU, truthRows } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

/** Every row of the truth files, through cells: the grid calculates, the Office runtime in the pane answers. */
describe.each(['zero', 'null', 'empty'])('truth in cells, blanks delivered as %s', (blank) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench({ query: `?blank=${blank}` });
  });
  afterAll(() => bench.close());

  it('嵊越: 1,200 tiers and paths', async () => {
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.putFormulas('亩均评价台账', 'AC5:AD5', [
      ['=MUJUN_TIER(J5:J1211,G5:G1211,"嵊州2021")', '=RENEWAL_PATH(A3:AA4,A5:AA1211,"嵊州2021")'],
    ]);
    const answers = await bench.values('亩均评价台账', 'AC5:AD1211');
    const wrong = truthRows(SHENGYUE).filter(({ row, tier, path }) => {
      const [seenTier, seenPath] = (answers[row - 5] ?? []).map((cell) => asTruth(String(cell)));
      return seenTier !== (tier ?? '待核实') || seenPath !== path;
    });
    expect(wrong).toEqual([]);
  });

  it('太浦: 800 paths beside an Excel table, the formula outside it', async () => {
    await bench.openFile(`${TAIPU}.xlsx`);
    await bench.putFormulas('底数清单', 'V4', [['=RENEWAL_PATH(A3:T3,A4:T803,"太仓2023")']]);
    const answers = await bench.values('底数清单', 'V4:V803');
    const wrong = truthRows(TAIPU).filter(({ row, path }) => asTruth(String(answers[row - 4]?.[0])) !== path);
    expect(wrong).toEqual([]);
  });

  it('an error cell in the range spoils its own row only', async () => {
    await bench.putFormulas('底数清单', 'X1:Y3', [
      ['税收', '面积'],
      ['=1/0', '10'],
      ['50', '10'],
    ]);
    await bench.putFormulas('底数清单', 'Z2', [['=MUJUN_TIER(X2:X3,Y2:Y3,"嵊州2021")']]);
    expect(await bench.values('底数清单', 'Z2:Z3')).toEqual([['待核实：缺 税收'], ['重点排查']]);
  });

  it('asks nobody but its own origin, and nothing complains', () => {
    expect(bench.foreign).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
