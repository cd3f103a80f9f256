import { mixShare } from '../../assess/checks/mixShare';
import { any, binary, call, cell, number, text, when, type FormulaTree } from '../../rule/formula/formulaTree';
import type { SheetFormat } from '../../../sheet/sheet';
import { limitCell, type CheckColumn } from './checkColumns';

/** What the checks of 出让年限 and 工业建筑面积占比 are made of. */
export interface LimitAsk {
  readonly words: {
    readonly term: { readonly within: string; readonly beyond: string };
    readonly mix: { readonly met: string; readonly missed: string };
  };
  readonly limit: number | undefined;
  /** A column of cleaned figures, to be edited. */
  readonly read: (name: string, header: string, field: string) => CheckColumn;
  readonly numbers: (field: string) => (row: number) => number;
  readonly unresolved: (missing: readonly string[]) => string;
}

export const TERM = '出让年限上限';
export const MIX = '工业建筑面积占比下限';
const ODD = '请核对原表数字';
const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 110 };

/** 出让年限 against the most that the policy grants. */
export function termColumns(ask: LimitAsk): CheckColumn[] {
  const { words, unresolved, limit } = ask;
  const years = cell('出让年限');
  const [before = '', after = ''] = words.term.beyond.split('{years}');
  const beyond = binary(binary(text(before), '&', cell(limitCell(TERM))), '&', text(after));
  const within = when(binary(years, '<=', cell(limitCell(TERM))), text(words.term.within), beyond);
  const read = ask.numbers('grantTerm');
  return [
    ask.read('出让年限', '出让年限（年）', 'grantTerm'),
    {
      name: '出让年限核对',
      header: '出让年限核对',
      format: WORD,
      tree: asked(ask, TERM, [['出让年限', years]], when(binary(years, '<=', number(0)), text(ODD), within)),
      own: (row) => {
        const own = read(row);
        if (limit === undefined) return '';
        if (Number.isNaN(own)) return unresolved(['出让年限']);
        if (own <= 0) return ODD;
        return own <= limit ? words.term.within : words.term.beyond.replace('{years}', String(limit));
      },
    },
  ];
}

/** The industrial share of a building against the least, and what could still be added. */
export function mixColumns(ask: LimitAsk): CheckColumn[] {
  const { words, unresolved, limit: leastShare } = ask;
  const [part, whole, limit] = [cell('工业建筑面积'), cell('总建筑面积'), cell(limitCell(MIX))];
  const isOdd = any(binary(whole, '<=', number(0)), binary(part, '>', whole));
  const isMet = binary(call('ROUND', binary(part, '/', whole), number(9)), '>=', limit);
  const judged = when(isOdd, text(ODD), when(isMet, text(words.mix.met), text(words.mix.missed)));
  const names = ['工业建筑面积', '总建筑面积'] as const;
  const [partOf, wholeOf] = [ask.numbers('industrialFloorArea'), ask.numbers('floorArea')];
  const own = (row: number) => {
    const [a, b, least] = [partOf(row), wholeOf(row), leastShare];
    if (least === undefined) return '';
    const missing = names.filter((_, at) => Number.isNaN([a, b][at] ?? NaN));
    if (missing.length > 0) return unresolved(missing);
    return b <= 0 || a > b ? ODD : mixShare(a, b, least);
  };
  const done = any(...[words.mix.met, words.mix.missed].map((one) => binary(cell('占比核对'), '=', text(one))));
  return [
    ask.read('工业建筑面积', '工业建筑面积（㎡）', 'industrialFloorArea'),
    ask.read('总建筑面积', '总建筑面积（㎡）', 'floorArea'),
    {
      name: '占比核对',
      header: '工业建筑面积占比核对',
      format: WORD,
      tree: asked(
        ask,
        MIX,
        [
          [names[0], part],
          [names[1], whole],
        ],
        judged,
      ),
      own: (row) => {
        const answer = own(row);
        return typeof answer === 'string' ? answer : answer.met ? words.mix.met : words.mix.missed;
      },
    },
    {
      name: '可增配套',
      header: '可增配套面积（㎡）',
      format: { numberFormat: '#,##0', columnWidth: 90 },
      tree: when(done, binary(binary(part, '/', limit), '-', whole), text('')),
      own: (row) => {
        const answer = own(row);
        return typeof answer === 'string' ? '' : answer.room;
      },
    },
  ];
}

/** Nothing without a limit, what is missing by name, else the answer. */
function asked(
  { unresolved }: LimitAsk,
  limit: string,
  needed: readonly (readonly [label: string, cell: FormulaTree])[],
  answer: FormulaTree,
): FormulaTree {
  const isBlank = (own: FormulaTree) => binary(own, '=', text(''));
  const one = needed.reduceRight<FormulaTree>(
    (rest, [label, own]) => when(isBlank(own), text(unresolved([label])), rest),
    answer,
  );
  const both =
    needed.length < 2
      ? one
      : when(
          call('AND', ...needed.map(([, own]) => isBlank(own))),
          text(unresolved(needed.map(([label]) => label))),
          one,
        );
  return when(isBlank(cell(limitCell(limit))), text(''), both);
}
