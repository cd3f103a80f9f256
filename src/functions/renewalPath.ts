import { verdictAt } from '../engine/assess/index';
import { wordsOfVerdict } from '../text/functions';
import type { Argument } from './arguments';
import { judgedRows } from './judgedRows';
import type { CustomFunction } from './customFunction';
import { AS_OF, COHORT, HEADERS, POLICY_ARGUMENT, ROWS, ONE_COLUMN } from './parameters';

/**
 * RENEWAL_PATH: the path of each row, one column. `headers` has 1 to 3 rows and says which column is which and its unit.
 * Rows that are not data answer ''. Missing data is 待核实：缺 …; #N/A without a policy; #VALUE! for ranges that do not fit.
 */
export const renewalPath = {
  name: 'RENEWAL_PATH',
  help: { zh: '按政策判定每户的改造路径，一行一个；可一次判定整列', en: 'Renewal path, one per row; spills' },
  shape: ONE_COLUMN,
  parameters: [HEADERS, ROWS, POLICY_ARGUMENT, AS_OF, COHORT],
  answer(headers: Argument, rows: Argument, policy: Argument, asOf?: Argument, cohort?: Argument): string[][] {
    const judgement = judgedRows({ headers, rows, policy, asOf, cohort });
    const answers = Array.from({ length: judgement.ledger.rows }, (_, row) => [
      wordsOfVerdict(verdictAt(judgement, row)),
    ]);
    return answers.length > 0 ? answers : [['']];
  },
} satisfies CustomFunction;
