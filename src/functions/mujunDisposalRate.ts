import { definedOnly } from '../engine/column/index';
import { fieldOf, type Cell } from '../engine/ledger/index';
import { disposalRate, stockTypeOf, type DisposalRate } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { invalid, notAvailable, type FunctionFailure } from './failure';
import { headersOf, rowsUnder } from './headersArgument';
import { asOfDay } from './policyArgument';
import { optional, type CustomFunction } from './customFunction';
import { AS_OF, HEADERS, ROWS, ONE_NUMBER } from './parameters';

/**
 * MUJUN_DISPOSAL_RATE: Σ面积 closed out by the day ÷ Σ面积 on the list, one number from 0 to 1. `class` is a word of 存量类型, 低效
 * where left out, or 全部. #VALUE! for a column or a date that cannot be read; #N/A where a date is ambiguous or nothing is listed.
 */
export const mujunDisposalRate = {
  name: 'MUJUN_DISPOSAL_RATE',
  help: {
    zh: '处置率：到基准日已销号的面积÷名单上的面积，0 至 1',
    en: 'Share of the listed area closed out by the base date, 0 to 1',
  },
  shape: ONE_NUMBER,
  parameters: [
    HEADERS,
    ROWS,
    AS_OF,
    optional(
      'class',
      '存量类型：低效（不填）、闲置、批而未供 或 全部',
      'kind of land: 低效 if left out, 闲置, 批而未供 or 全部',
    ),
  ],
  answer(headers: Argument, rows: Argument, asOf?: Argument, stockType?: Argument): number[][] {
    const match = headersOf(headers, ['closedOutOn', 'landArea', 'stockType']);
    const day = asOfDay(asOf);
    const answer = disposalRate(match, rowsUnder(match, rows, 'rows'), {
      stockType: classOf(stockType),
      zeroIsBlank: true,
      ...definedOnly({ asOf: day }),
    });
    if (answer.kind === 'rate') return [[answer.rate]];
    throw refusal(answer);
  },
} satisfies CustomFunction;

/** The kind of land asked for; undefined means the whole list. */
function classOf(argument: Argument): string | undefined {
  const asked: Cell = scalarOf(argument, 'class') ?? '低效';
  if (asked === '全部') return undefined;
  const word = stockTypeOf(asked);
  if (word === undefined) throw invalid(functionText('unknownClass', { name: String(asked) }));
  return word;
}

function refusal(answer: Exclude<DisposalRate, { kind: 'rate' }>): FunctionFailure {
  switch (answer.kind) {
    case 'noColumn':
      return invalid(functionText('noColumn', { name: COLUMNS[answer.field] }));
    case 'nothingListed':
      return notAvailable(functionText('nothingListed', {}));
    case 'unreadable':
      return invalid(functionText('unreadableInRow', { ...at(answer), name: COLUMNS[answer.field] }));
    case 'ambiguousDate':
      return notAvailable(functionText('ambiguousDate', at(answer)));
  }
}

const COLUMNS = { landArea: fieldOf('landArea').label, stockType: '存量类型', closedOutOn: '销号日期' } as const;

function at({ row, text }: { readonly row: number; readonly text: string }): { row: string; text: string } {
  return { row: String(row + 1), text };
}
