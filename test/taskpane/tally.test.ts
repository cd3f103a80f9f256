import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/engine/quantity/index';
import { mappingOf } from '../../src/taskpane/model/reading/mapping';
import { sourceOf } from '../../src/taskpane/model/reading/source';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { barsOf } from '../../src/taskpane/model/verdict/bars';
import { openText, tallyOf, tallyText } from '../../src/taskpane/model/verdict/tally';
import { appliedPolicy } from '../../src/taskpane/state/paneState';
import { paneText } from '../../src/text/pane';

/** Six firms of 0.4 to 0.9 万元 a mu, of one of which the tax is blank; nothing is known that paths go by. */
const VALUES = [
  ['企业名称', '用地面积（亩）', '实缴税收（万元）'],
  ...[4, 5, 6, 7, 8, ''].map((tax, at) => [`越州${'甲乙丙丁戊己'.charAt(at)}机械有限公司`, 10, tax]),
];

function assessed(policyId: string) {
  const asOf = parseDay('2022-12-31');
  const source = sourceOf({
    sheet: { id: '1', name: '台账', visible: true, protected: false },
    area: { row: 0, column: 0, rows: VALUES.length, columns: 3 },
    ...{ values: VALUES, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  if (!source) throw new Error('no ledger was found');
  const policy = appliedPolicy({ policyId, ...(asOf === undefined ? {} : { asOf }) });
  return assess(source, mappingOf(source, new Map()).headers, policy);
}

const said = (policyId: string) => tallyText(assessed(policyId), paneText('zh-CN'));

describe('how many can be judged', () => {
  it('says for how many the tier is settled where only paths want more', () => {
    expect(said('shengzhou-2021')).toBe(
      '共 6 户：0 户可判定，6 户待核实（1 户缺税收或面积，5 户缺其他资料）；亩均税收档位已定 5 户',
    );
  });

  it('says nothing of it where a policy has tiers alone', () => {
    expect(said('taicang-2023')).not.toContain('档位已定');
  });

  it('asks the policy what it needs once, not once a row', () => {
    const assessment = assessed('shengzhou-2021');
    const { policy } = assessment;
    let asked = 0;
    const watched = Object.defineProperty({ ...policy }, 'pack', { get: () => (asked++, policy?.pack) });
    expect(tallyOf({ ...assessment, policy: watched as NonNullable<typeof policy> })).toEqual(tallyOf(assessment));
    expect([assessment.incomplete.length, asked]).toEqual([6, 1]);
  });

  it('adds what is open of tiers and of paths up to all that is', () => {
    const assessment = assessed('shengzhou-2021');
    const bars = (['tier', 'path'] as const).map((kind) => barsOf(assessment, kind));
    const told = openText(bars[0] ?? [], bars[1] ?? [], paneText('zh-CN'));
    expect(told).toBe('档位待核实 1 户，路径待核实 6 户，其中 1 户两样都是，合计 6 户。');
    expect(assessment.incomplete).toHaveLength(6);
    expect(openText(bars[0] ?? [], [], paneText('zh-CN'))).toBeUndefined();
  });
});
