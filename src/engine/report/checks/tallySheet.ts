import { DEFAULT_TAX_SHARES, taxShare } from '../../assess/checks/taxShare';
import { QUOTA_REWARD, quotaReward, type QuotaRule } from '../../assess/checks/quotaReward';
import { formulaAnswer } from '../../rule/formula/formulaAnswer';
import {
  all,
  any,
  binary,
  call,
  cell,
  no,
  number,
  text,
  when,
  type FormulaTree,
  type FormulaValue,
} from '../../rule/formula/formulaTree';
import { writeFormula } from '../../rule/formula/writeFormula';
import { roundReading } from '../../quantity/roundReading';
import { officialPrint } from '../layout/officialLooks';
import type { NewSheet, SheetBlock, SheetChoice, SheetFormat } from '../../../sheet/sheet';
import { CHECK_HEAD as HEAD } from './limitBlocks';
import { cellName, fixedCell } from '../../../sheet/address';

const EDITED: SheetFormat = { fill: '#FFF2CC', fontColor: '#000000', horizontal: 'Center' };
const NUMBER: SheetFormat = { numberFormat: '#,##0.00' };
const LINES = 10;

/** What is typed once for all lines of a table. */
interface Given {
  readonly name: string;
  readonly value: string | number;
  readonly grounds: string;
  readonly list?: readonly string[];
}

/** A table of lines to be typed in, and the columns that follow by formulas. */
interface Tally {
  readonly title: string;
  readonly given: readonly Given[];
  /** The heads of what is typed, the first a word. */
  readonly typed: readonly string[];
  readonly answers: readonly { readonly head: string; readonly tree: FormulaTree; readonly own: OwnAnswer }[];
  /** Numbers to try the formulas with before they are written: on a line, beside it, and blank. */
  readonly trials: readonly (readonly FormulaValue[])[];
}

type OwnAnswer = (typed: readonly FormulaValue[]) => FormulaValue;

const NEED = { reward: '奖励比例', cut: '核减比例', when: '何时核减' } as const;
const QUOTA = [
  '指标基数（亩）',
  '批而未供处置任务（亩）',
  '批而未供已处置（亩）',
  '闲置处置任务（亩）',
  '闲置已处置（亩）',
] as const;
const WHEN = { any: '任一项未完成', all: '两项都未完成' } as const;

/** 增存挂钩 (rule XC-12): nothing until all five figures are there. */
function quotaTally(): Tally {
  const [base, supplyTask, supplyDone, idleTask, idleDone] = QUOTA.map((name) => cell(name)) as [
    ...[FormulaTree, FormulaTree, FormulaTree, FormulaTree, FormulaTree],
  ];
  const isMissed = [binary(supplyDone, '<', supplyTask), binary(idleDone, '<', idleTask)];
  const isCut = when(binary(cell(NEED.when), '=', text(WHEN.all)), all(...isMissed), any(...isMissed));
  const grown = binary(base, '*', binary(number(1), '+', cell(NEED.reward)));
  const less = binary(base, '*', binary(number(1), '-', cell(NEED.cut)));
  const told = when(no(any(...isMissed)), grown, when(isCut, less, base));
  const isBlank = any(...QUOTA.map((name) => binary(cell(name), '=', text(''))));
  const own: OwnAnswer = (typed) => {
    if (typed.some((value) => value === '')) return '';
    const [quota = 0, toSupply = 0, supplied = 0, toDispose = 0, disposed = 0] = typed.map(Number);
    const tasks = [
      { task: toSupply, done: supplied },
      { task: toDispose, done: disposed },
    ];
    return quotaReward(quota, tasks, QUOTA_REWARD);
  };
  const reported = '转引，原文没有比例，请按当年文件改';
  const word: Record<QuotaRule['cutWhen'], string> = WHEN;
  return {
    title: '增存挂钩：按处置任务完成情况核定新增计划指标',
    given: [
      { name: NEED.reward, value: QUOTA_REWARD.reward, grounds: reported },
      { name: NEED.cut, value: QUOTA_REWARD.cut, grounds: reported },
      { name: NEED.when, value: word[QUOTA_REWARD.cutWhen], grounds: '假设，可改', list: Object.values(WHEN) },
    ],
    typed: ['地区', ...QUOTA],
    answers: [{ head: '核定计划指标（亩）', tree: when(isBlank, text(''), told), own }],
    trials: [
      ...[100, 120].flatMap((supplied) => [30, 29.99, 0].map((disposed) => [1000, 120, supplied, 30, disposed])),
      ...[
        [1000, 0, 0, 0, 0],
        [1000, 120, 120, 30, ''],
        ['', '', '', '', ''],
      ],
    ],
  };
}

const SHARE = { from: '迁出镇比例', to: '迁入镇比例', district: '区级比例' } as const;
const RISE = '增量税收（万元）';

/** 税收分成 (rule JD-14): the township entered takes the rest, so that the parts make the whole. */
function shareTally(): Tally {
  const [rise, from, district] = [cell(RISE), cell(SHARE.from), cell(SHARE.district)];
  const sum = binary(binary(from, '+', cell(SHARE.to)), '+', district);
  const isWhole = all(
    binary(call('ROUND', sum, number(9)), '=', number(1)),
    ...Object.values(SHARE).map((name) => binary(cell(name), '>=', number(0))),
  );
  const parts = { from: binary(rise, '*', from), district: binary(rise, '*', district) };
  const to = binary(binary(rise, '-', parts.from), '-', parts.district);
  const told = (tree: FormulaTree) =>
    when(binary(rise, '=', text('')), text(''), when(isWhole, tree, text('比例合计须为 1')));
  const own =
    (part: keyof typeof SHARE): OwnAnswer =>
    ([value]) =>
      typeof value === 'number' ? taxShare(value, DEFAULT_TAX_SHARES)[part] : '';
  const grounds = '假设，原文没有比例；三项合计须为 1';
  return {
    title: '跨镇统筹项目增量税收分成',
    given: (['from', 'to', 'district'] as const).map((part) => ({
      ...{ name: SHARE[part], value: DEFAULT_TAX_SHARES[part], grounds },
    })),
    typed: ['项目', RISE],
    answers: [
      { head: '迁出镇（万元）', tree: told(parts.from), own: own('from') },
      { head: '迁入镇（万元）', tree: told(to), own: own('to') },
      { head: '区级（万元）', tree: told(parts.district), own: own('district') },
    ],
    trials: [[1000], [0], [-12.34], ['']],
  };
}

/** 测算表: 增存挂钩 and 税收分成 as lines to be typed in, with classic formulas; none where one differs from the engine's own answer. */
export function tallySheet(note: string): NewSheet {
  const blocks: SheetBlock[] = [
    { row: 0, column: 0, values: [['测算表']], format: { bold: true } },
    { row: 1, column: 0, values: [[note]] },
    { row: 2, column: 0, values: [['黄色的可填可改，结果随之重算；没有填全的一行不算。']] },
  ];
  const choices: SheetChoice[] = [];
  let row = 4;
  for (const tally of [quotaTally(), shareTally()]) {
    blocks.push(...tallyBlocks(tally, row));
    choices.push(...choicesOf(tally, row));
    row += tally.given.length + LINES + 4;
  }
  const area = { row: 0, column: 0, rows: row - 1, columns: 7 };
  return { name: '测算表', freezeRows: 3, blocks, choices, print: officialPrint(area, { first: 0, last: 0 }) };
}

function tallyBlocks(tally: Tally, row: number): SheetBlock[] {
  const { title, given, typed, answers } = tally;
  const top = row + given.length + 2;
  const agreed = answers.filter((answer) => agrees(tally, answer));
  const address = (name: string, line: number) => {
    const at = given.findIndex((own) => own.name === name);
    return at >= 0 ? fixedCell(row + 1 + at, 1) : cellName(line, typed.indexOf(name));
  };
  const lines = Array.from({ length: LINES }, (_, line) => top + line);
  const heads = [...typed, ...agreed.map(({ head }) => head)];
  return [
    { row, column: 0, values: [[title]], format: { bold: true } },
    { row: row + 1, column: 0, values: given.map(({ name }) => [name]), format: { columnWidth: 110 } },
    { row: row + 1, column: 1, values: given.map(({ value }) => [value]), format: { ...EDITED, columnWidth: 105 } },
    { row: row + 1, column: 2, values: given.map(({ grounds }) => [grounds]) },
    { row: top - 1, column: 0, values: [heads], format: HEAD },
    { row: top, column: 0, values: lines.map(() => ['']), format: { ...EDITED, horizontal: 'Left' } },
    {
      ...{ row: top, column: 1, format: { ...EDITED, ...NUMBER, columnWidth: 105 } },
      values: lines.map(() => typed.slice(1).map(() => '')),
    },
    ...agreed.map(({ tree }, at): SheetBlock => {
      const write = (line: number) => `=${writeFormula(tree, (name) => address(name, line))}`;
      return {
        ...{ row: top, column: typed.length + at, format: { ...NUMBER, columnWidth: 105 } },
        ...{ values: lines.map(() => ['']), formulas: lines.map((line) => [write(line)]) },
      };
    }),
  ];
}

function choicesOf({ given }: Tally, row: number): SheetChoice[] {
  return given.flatMap(({ list }, at) =>
    list ? [{ area: { row: row + 1 + at, column: 1, rows: 1, columns: 1 }, list }] : [],
  );
}

/** A formula against the engine, on every trial. */
function agrees({ given, typed, trials }: Tally, { tree, own }: Tally['answers'][number]): boolean {
  return trials.every((trial) => {
    const value = (name: string) =>
      given.find((one) => one.name === name)?.value ?? trial[typed.indexOf(name) - 1] ?? '';
    const [theirs, ours] = [formulaAnswer(tree, { cell: value, range: () => [] }), own(trial)];
    return typeof theirs === 'number' && typeof ours === 'number'
      ? roundReading(theirs) === roundReading(ours)
      : theirs === ours;
  });
}
