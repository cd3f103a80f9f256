import type { DisposalRate } from '../../assess/disposalRate';
import { formulaAnswer } from '../../rule/formula/formulaAnswer';
import {
  binary,
  call,
  number,
  range,
  text,
  when,
  type FormulaTree,
  type FormulaValue,
} from '../../rule/formula/formulaTree';
import { writeFormula } from '../../rule/formula/writeFormula';
import { roundReading } from '../../quantity/roundReading';
import type { SheetBlock } from '../../../sheet/sheet';
import { DISPOSAL_COLUMNS } from './disposalColumns';
import { CHECK_HEAD as HEAD } from './limitBlocks';

/** A kind of land on the list: its word, and the column and the word that its rows have; without them it is the whole list. */
export interface DisposalKind {
  readonly label: string;
  readonly column?: string;
  readonly word?: string;
}

/** What 处置率 is made of: the columns of 核对表 as they stand, and the engine's own answer by kind. */
export interface DisposalTotals {
  readonly kinds: readonly DisposalKind[];
  readonly column: (name: string) => readonly FormulaValue[];
  readonly own: (kind: DisposalKind) => DisposalRate;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** 处置率 by kind of land over the rows of 核对表: a formula where it gives the engine's own rate, else the rate, else what is missing. */
export function disposalBlocks(totals: DisposalTotals, row: number, address: (name: string) => string): SheetBlock[] {
  const { kinds } = totals;
  const pending = totals.unresolved([DISPOSAL_COLUMNS.closed]);
  const cells = kinds.map((kind) => {
    const { listed, done, rate } = trees(kind, pending);
    const answer = formulaAnswer(rate, { cell: () => '', range: totals.column });
    const own = totals.own(kind);
    const write = (tree: FormulaTree) => `=${writeFormula(tree, address)}`;
    const fits = fitsOwn(answer, own, pending);
    return {
      formulas: [write(listed), write(done), fits ? write(rate) : ''],
      values: ['', '', fits ? '' : own.kind === 'rate' ? own.rate : pending],
    };
  });
  const part = (column: number, from: number, to: number, numberFormat: string): SheetBlock => ({
    row: row + 1,
    column,
    format: { numberFormat },
    values: cells.map(({ values }) => values.slice(from, to)),
    formulas: cells.map(({ formulas }) => formulas.slice(from, to)),
  });
  return [
    { row, column: 0, values: [['存量类型', '列入面积（亩）', '已处置面积（亩）', '处置率']], format: HEAD },
    { row: row + 1, column: 0, values: kinds.map(({ label }) => [label]) },
    part(1, 0, 2, '#,##0.00'),
    part(3, 2, 3, '0.0%'),
  ];
}

function trees({ column, word }: DisposalKind, pending: string) {
  const kind = column === undefined || word === undefined ? [] : [range(column), text(word)];
  const sum = (state: readonly string[]) =>
    call(
      'SUMIFS',
      range(DISPOSAL_COLUMNS.counted),
      ...kind,
      ...state.flatMap((one) => [range(DISPOSAL_COLUMNS.state), text(one)]),
    );
  const listed = kind.length === 0 ? call('SUM', range(DISPOSAL_COLUMNS.counted)) : sum([]);
  const done = sum([DISPOSAL_COLUMNS.done]);
  const isOpen = binary(call('COUNTIFS', ...kind, range(DISPOSAL_COLUMNS.state), text(pending)), '>', number(0));
  const rate = when(binary(listed, '=', number(0)), text(''), when(isOpen, text(pending), binary(done, '/', listed)));
  return { listed, done, rate };
}

function fitsOwn(answer: FormulaValue, own: DisposalRate, pending: string): boolean {
  if (own.kind === 'rate') return typeof answer === 'number' && roundReading(answer) === roundReading(own.rate);
  return own.kind === 'nothingListed' ? answer === '' : answer === pending;
}
