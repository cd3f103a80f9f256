import { rowsOfKind, slipsIn, type Cell } from '../engine/ledger/index';
import { standingOf } from '../engine/policy/index';
import { columnsLacking, explainAt, unitDoubt, type Judgement, type UnitDoubt } from '../engine/assess/index';
import { UNIT_FACTORS, unitDoubtText } from '../text/unitDoubt';
import { clauseText, lackingText, reasonText, STANDINGS, zeroValuesText } from '../text/why';

/** The words of the column 状态: they are frozen, and a policy before its first day was never told from one after its last. */
const STATUS = { ...STANDINGS, notYet: STANDINGS.expired };

/** 理由, 距下一档 (万元), 条款 and 状态 for every row of a judgement; four blanks for a row that is not data. */
export function whyRows(judgement: Judgement, general: readonly string[]): Cell[][] {
  const { pack, asOf, zeros = [] } = judgement.context.policy;
  const told = zeros.length === 0 ? general : [...general, zeroValuesText(zeros)];
  const standing = STATUS[standingOf(pack, asOf)];
  const slips = slipsOf(judgement);
  const lacking = columnsLacking(judgement);
  const rows = Array.from({ length: judgement.ledger.rows }, (_, row): Cell[] => {
    const explanation = explainAt(judgement, row);
    if (explanation.verdict.kind === 'notData') return ['', '', '', ''];
    const { tax, area } = explanation;
    const slip = unitDoubt(tax, area) ? undefined : slips.get(row);
    const notes = [
      ...(slip ? [`与其他各户相差悬殊，${unitDoubtText(slip)}`] : []),
      ...lacking(row).map(lackingText),
      ...told,
    ];
    const reason = reasonText(explanation, notes);
    return [reason, explanation.shortfall ?? '', clauseText(pack, explanation.basis), standing];
  });
  return rows.length > 0 ? rows : [['', '', '', '']];
}

/** Rows whose figures are usual among the others only in another unit. */
function slipsOf({ ledger }: Judgement): ReadonlyMap<number, UnitDoubt> {
  const { columns, kinds } = ledger;
  const found = slipsIn(columns.get('landArea'), columns.get('taxPaid'), rowsOfKind(kinds, 'data'));
  const doubts = new Map<number, UnitDoubt>();
  for (const { row, field, unit } of found) {
    if (!(unit in UNIT_FACTORS)) continue;
    const own = field === 'taxPaid' ? { tax: unit } : { area: unit };
    doubts.set(row, { ...doubts.get(row), ...(own as UnitDoubt) });
  }
  return doubts;
}
