import type { FormulaValue } from '../../rule/formula/formulaTree';
import { oneTable } from '../../../sheet/whereCellsStand';
import type { CheckInput } from './checkInput';
import { Checks } from './checks';

/** A check's own answer, by row of the ledger, under its head on 核对表; '' where it says nothing. */
export interface CheckAnswer {
  readonly header: string;
  readonly isNumber: boolean;
  readonly at: (row: number) => FormulaValue;
}

/** Balances within a 园区 are held against lower limits of the plan, which are typed on the sheet. */
const OF_PLAN = ['容积率核对', '容积率差额', '绿地率核对', '绿地率差额'];

/** What 核对表 says of every row of a ledger, without the sheet. */
export function checkAnswers(
  asked: Pick<CheckInput, 'ledger' | 'rows' | 'policy' | 'words' | 'unresolved'>,
): CheckAnswer[] {
  const rows = asked.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const nowhere = { title: '', note: '', standing: oneTable({ sheet: '', row: 0, column: 0 }) };
  const columns = new Checks({ ...asked, ...nowhere }, rows).columns();
  return columns.flatMap(({ name, header, format, own }) =>
    own && !OF_PLAN.includes(name) ? [{ header, isNumber: format.numberFormat !== undefined, at: own }] : [],
  );
}
