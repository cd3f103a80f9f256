import { expect, it } from 'vitest';
import { matchHeaders, type HeaderMatch } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { LinkedCells } from '../../../src/engine/share/linkedCells';
import { WordTable } from '../../../src/engine/share/wordTable';
import { oneTable } from '../../../src/sheet/whereCellsStand';

const ROWS = [
  ['甲机械厂', 61.3, 17.2, 13.7],
  ['乙纺织厂', 18.9, 44.1, 21.4],
  ['丙阀门厂', 77.6, 9.8, 33.2],
];

/** The formula for the tax of the first row, where it stands in column B alone, and where a person added C to it. */
it('a tax put together of two columns is no link to the first of them: its value stands', () => {
  const headers = matchHeaders([['企业名称', '税收(万元)', '其中地税(万元)', '面积(亩)']]);
  const formula = (given: HeaderMatch) => {
    const ledger = readLedger(given, ROWS, { fields: ['enterprise', 'taxPaid'], zeroIsBlank: false });
    const words = new WordTable(ledger, ROWS, { blankOf: () => '' });
    return new LinkedCells(ledger, oneTable({ sheet: '台账', row: 1, column: 0 }), words, undefined).formula(
      'taxPaid',
      0,
    );
  };
  expect(formula(headers)).toContain('B2');
  const tax = headers.byField.get('taxPaid');
  if (!tax) throw new Error('no tax');
  const added = new Map([
    ...headers.byField,
    ['taxPaid', { ...tax, plus: [{ column: 2, sign: 1 as const }] }] as const,
  ]);
  expect(formula({ ...headers, byField: added })).toBeUndefined();
});
