import type { Cell } from '../engine/ledger/index';
import { fieldsRead } from '../engine/assess/index';
import { headerNotes } from '../text/headerNotes';
import type { Argument } from './arguments';
import { judgedRows } from './judgedRows';
import { whyRows } from './whyRows';
import type { CustomFunction } from './customFunction';
import { AS_OF, COHORT, HEADERS, POLICY_ARGUMENT, ROWS, WHY_SHAPE } from './parameters';

/** MUJUN_RENEWAL_WHY: reason, 万元 to the next line, clause and status, one row for each row. */
export const mujunRenewalWhy = {
  name: 'MUJUN_RENEWAL_WHY',
  help: {
    zh: '改造路径的理由、距下一档的税收、条款和政策状态',
    en: 'Why the path: reason, distance, clause, status',
  },
  shape: WHY_SHAPE,
  parameters: [HEADERS, ROWS, POLICY_ARGUMENT, AS_OF, COHORT],
  answer(headers: Argument, rows: Argument, policy: Argument, asOf?: Argument, cohort?: Argument): Cell[][] {
    const judgement = judgedRows({ headers, rows, policy, asOf, cohort });
    return whyRows(judgement, headerNotes(judgement.ledger.headers, fieldsRead(judgement.context.policy.pack)));
  },
} satisfies CustomFunction;
