import { measureCell, measureNamed, measuresOf } from '../engine/assess/index';
import type { Cell } from '../engine/ledger/index';
import { functionText, MEASURE_WORDS } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { notAvailable } from './failure';
import { measuredRows } from './judgedRows';
import { optional, type CustomFunction } from './customFunction';
import { AS_OF, HEADERS, POLICY_ARGUMENT, WHOLE_ROWS } from './parameters';

/**
 * MUJUN_MEASURE: what a policy sets for every row by grade, tier or path: one column with an item, else one for each item in the
 * policy's order. A number is the amount in the item's unit; words where the policy sets no number; 无 where it sets nothing;
 * 待核实：缺 …; '' for rows that are not data. #N/A without a policy, without measures, and for an item it does not have.
 */
export const mujunMeasure = {
  name: 'MUJUN_MEASURE',
  help: {
    zh: '按等级、档位或路径，政策对每户规定的差别化价格、比例（电价、水价、地价等），一行一个',
    en: 'What a policy sets for each row by grade, tier or path: prices and shares',
  },
  shape: {
    zh: '写项目：每行 1 列；不写：每个项目 1 列，按政策的次序',
    en: 'n x 1 with an item, else a column for each item',
  },
  parameters: [
    HEADERS,
    WHOLE_ROWS,
    POLICY_ARGUMENT,
    AS_OF,
    optional('item', '项目，如 "电价加价"；不填列出全部', 'the item, such as "电价加价"; all without it'),
  ],
  answer(headers: Argument, rows: Argument, policy: Argument, asOf?: Argument, item?: Argument): Cell[][] {
    const { ledger, context } = measuredRows({ headers, rows, policy, asOf });
    const { pack } = context.policy;
    const names = (pack.measures ?? []).map(({ name }) => name);
    if (names.length === 0) throw notAvailable(functionText('noMeasures', { policy: pack.short }));
    const wanted = scalarOf(item, 'item');
    const measure = wanted === undefined ? undefined : measureNamed(pack, String(wanted));
    if (wanted !== undefined && !measure) {
      const values = { policy: pack.short, item: String(wanted), known: names.join('、') };
      throw notAvailable(functionText('noMeasure', values));
    }
    const shown = measuresOf(ledger, context).filter((own) => !measure || own.measure.name === measure.name);
    const cellsOf = (row: number) => shown.map(({ verdicts }) => measureCell(verdicts[row], MEASURE_WORDS));
    const answers = ledger.kinds.map((_, row) => cellsOf(row));
    return answers.length > 0 ? answers : [shown.map(() => '')];
  },
} satisfies CustomFunction;
