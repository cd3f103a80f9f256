import { expect, it } from 'vitest';
import { matchHeaders, readLedger, type Cell } from '../../../src/engine/ledger/index';
import { findPack } from '../../../src/engine/policy/index';
import { applyPolicy, judge, nearLines } from '../../../src/engine/assess/index';

it('marks readings within 0.005 of a line, on either side, and leaves the verdict as it is', () => {
  const headers = matchHeaders([['企业名称', '用地面积(亩)', '税收(万元)']]);
  const taxes = [499.6, 500, 500.5, 500.6, 499.4, 1000.1, ''];
  const rows = taxes.map((tax, index): Cell[] => [`企业${String(index)}`, 100, tax]);
  const ledger = readLedger(headers, [...rows, ['合计', 100, 500]], {
    fields: ['taxPaid', 'landArea'],
    zeroIsBlank: false,
  });
  const pack = findPack('shengzhou-2021');
  const tiers = pack && judge(ledger, { policy: applyPolicy(pack) }, 'tiers');
  const near = tiers ? nearLines(tiers) : [];
  expect(near).toEqual([
    { row: 0, name: '亩均税收', value: 4.996, line: 5 },
    { row: 1, name: '亩均税收', value: 5, line: 5 },
    { row: 2, name: '亩均税收', value: 5.005, line: 5 },
    { row: 5, name: '亩均税收', value: 10.001, line: 10 },
  ]);
});
