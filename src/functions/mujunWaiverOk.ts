import { definedOnly } from '../engine/column/index';
import { NO_DAY } from '../engine/quantity/index';
import { readLedger } from '../engine/ledger/index';
import type { AppliedPolicy } from '../engine/assess/index';
import {
  basisRefusal,
  judgeWaiver,
  WAIVER_FIELDS,
  waiverBases,
  waiverQuestions,
  type WaiverBasis,
} from '../engine/simulate/index';
import { waiverText } from '../text/answers';
import type { Argument } from './arguments';
import { headersOf, rowsUnder } from './headersArgument';
import { policyOf } from './policyArgument';
import type { CustomFunction } from './customFunction';
import { AS_OF, HEADERS, POLICY_ARGUMENT, ROWS, ONE_COLUMN } from './parameters';

/**
 * MUJUN_WAIVER_OK: of each row, 可以不再增收（basis）, 不可以：reason or 待核实：缺 …; one column, '' for rows that are not data.
 * The basis is the policy's own clause in force on the day, else the national rule (domain/paths.md, Land-price waiver gate).
 */
export const mujunWaiverOk = {
  name: 'MUJUN_WAIVER_OK',
  help: {
    zh: '提高容积率可否不再增收土地价款，一行一个，并给出依据或理由',
    en: 'Whether the extra land price may be waived, one per row, with basis or reason',
  },
  shape: ONE_COLUMN,
  parameters: [HEADERS, ROWS, POLICY_ARGUMENT, AS_OF],
  answer(headers: Argument, rows: Argument, policy: Argument, asOf?: Argument): string[][] {
    const applied = policyOf(policy, asOf);
    const match = headersOf(headers, WAIVER_FIELDS);
    const ledger = readLedger(match, rowsUnder(match, rows, 'rows'), { fields: WAIVER_FIELDS, zeroIsBlank: true });
    const { basis, dayMissing } = basisOf(applied);
    const asked = { decisionDay: applied.asOf ?? NO_DAY, ...definedOnly({ basis }) };
    const question = waiverQuestions(ledger);
    const answers = ledger.kinds.map((kind, row) => {
      if (kind !== 'data') return [''];
      return [waiverText(judgeWaiver({ ...question(row), ...asked }), dayMissing)];
    });
    return answers.length > 0 ? answers : [['']];
  },
} satisfies CustomFunction;

/** Without a day the basis cannot be named where the policy's own clause has a period. */
function basisOf({ pack, asOf }: AppliedPolicy): { basis: WaiverBasis | undefined; dayMissing: boolean } {
  const bases = waiverBases(pack);
  const basis = bases.find((one) => basisRefusal(one, asOf ?? NO_DAY) === undefined) ?? bases.at(-1);
  const dated = bases.some(({ from, until }) => from !== undefined || until !== undefined);
  return { basis, dayMissing: asOf === undefined && dated };
}
