import { describe, expect, it } from 'vitest';
import { matchHeaders, readLedger, type Cell } from '../../../src/engine/ledger/index';
import { numbersOf } from '../../../src/engine/column/verbs';
import { caseOf } from './fixture';

/** A column of shares under its header, as fractions. */
function shares(header: string, cells: readonly Cell[]): number[] {
  const headers = matchHeaders([['企业名称', header]]);
  const [field] = [...headers.byField.keys()].filter((id) => id !== 'enterprise' && id !== 'name');
  if (field === undefined) throw new Error(`${header} is not known`);
  const rows = cells.map((cell, at): Cell[] => [`第${String(at)}公司`, cell]);
  const ledger = readLedger(headers, rows, { fields: [field], zeroIsBlank: false });
  return [...numbersOf(ledger, field)].map((value) => Number(value.toPrecision(12)));
}

describe('shares', () => {
  it('has its case', () => expect(caseOf('17-percent')).toBeDefined());

  it.each<[string, readonly Cell[], readonly number[]]>([
    // The header says that they are hundredths, however small.
    ['研发占比（%）', [0.8, 0.5, 0.9], [0.008, 0.005, 0.009]],
    ['研发占比(％)', [0.8, 0.5, 0.9], [0.008, 0.005, 0.009]],
    ['R&D经费支出占比（%）', [0, 0.5, 3.2], [0, 0.005, 0.032]],
    ['完成率（%）', [85, 92, 105], [0.85, 0.92, 1.05]],
    // What is done of what was set is around the whole: cells that a spreadsheet shows as percent.
    ['完成率', [0.85, 0.92, 1.05], [0.85, 0.92, 1.05]],
    ['完成率', [0.4, 1.2, 1], [0.4, 1.2, 1]],
    ['完成率', [85, 92.5, 105], [0.85, 0.925, 1.05]],
    ['完成率', ['85%', '92.5%', '105%'], [0.85, 0.925, 1.05]],
    // One above the whole shows that a column is of hundredths; a sign is read by itself.
    ['研发占比', [0.8, 3.5, 2.1], [0.008, 0.035, 0.021]],
    ['研发占比', [0.008, 0.035, 0.021], [0.008, 0.035, 0.021]],
    ['研发占比（%）', ['3.5%', 2.1], [0.035, 0.021]],
    ['研发占比', ['3.5‰', '2.1%'], [0.0035, 0.021]],
  ])('%s %j', (header, cells, wanted) => {
    expect(shares(header, cells)).toEqual(wanted);
  });
});
