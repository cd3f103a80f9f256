import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../src/taskpane/model/verdict/totals';
import { openPane } from './support/openPane';

async function totalsOfRows(header: readonly string[], ...rows: (string | number)[][]) {
  const pane = await openPane([{ name: '台账', cells: [[...header], ...rows] }]);
  const assessment = pane.state().understanding?.assessment;
  if (!assessment) throw new Error('not read');
  return totalsOf(assessment);
}

describe('the ledger as a whole', () => {
  it('adds up what is known; 亩均 is over the rows that have both', async () => {
    const rows = [
      ['甲公司', 10, 40],
      ['乙公司', 20, ''],
      ['丙公司', '', 5],
    ];
    const totals = await totalsOfRows(['企业名称', '用地面积（亩）', '税收（万元）'], ...rows);
    expect(totals).toEqual({ count: 3, area: 30, tax: 45, perMu: 4 });
  });

  it('knows nothing of a tax that the ledger has not: that is not 0', async () => {
    const totals = await totalsOfRows(['企业名称', '用地面积（亩）'], ['甲公司', 10], ['乙公司', 20]);
    expect(totals).toEqual({ count: 2, area: 30, tax: NaN, perMu: NaN });
  });
});
