import type { Cell } from '../engine/ledger/index';
import { standingOf } from '../engine/policy/index';
import { explainAt, type Judgement } from '../engine/assess/index';
import { clauseText, reasonText, STANDINGS, zeroValuesText } from '../text/why';

/** 理由, 距下一档 (万元), 条款 and 状态 for every row of a judgement; four blanks for a row that is not data. */
export function whyRows(judgement: Judgement, notes: readonly string[]): Cell[][] {
  const { pack, asOf, zeros = [] } = judgement.context.policy;
  const told = zeros.length === 0 ? notes : [...notes, zeroValuesText(zeros)];
  const standing = STANDINGS[standingOf(pack, asOf)];
  const rows = Array.from({ length: judgement.ledger.rows }, (_, row): Cell[] => {
    const explanation = explainAt(judgement, row);
    if (explanation.verdict.kind === 'notData') return ['', '', '', ''];
    const reason = reasonText(explanation, told);
    return [reason, explanation.shortfall ?? '', clauseText(pack, explanation.basis), standing];
  });
  return rows.length > 0 ? rows : [['', '', '', '']];
}
