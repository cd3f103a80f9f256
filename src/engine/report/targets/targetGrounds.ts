import { SPLIT_WEIGHTS } from '../../allocate/splitByTownship';
import { officialPrint } from '../layout/officialLooks';
import { textHeight } from '../layout/textHeight';
import type { NewSheet, SheetCell, SheetFormat } from '../../../sheet/sheet';
import { FIRST_LINE } from './targetCells';
import { sheetNames, townshipName, type TargetInput, type TargetTownship } from './targetInput';
import { sheetsText } from '../../../sheet/whereCellsStand';

const HEADERS = ['单元格', '数', '数值', '怎么得来', '台账范围', '日期', '依据', '性质'];
const WIDTHS = [66, 110, 66, 300, 120, 110, 200, 70];
const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', border: true };
const BODY: SheetFormat = { wrap: true, vertical: 'Center', border: true };
const TOP = 3;

/** 目标依据: for each number of the target sheet its rule, the rows it is taken over, the days, and what it rests on. */
export function targetGrounds(input: TargetInput): NewSheet {
  const lines = [...columnLines(input), ...input.townships.map((township, index) => shareLine(input, township, index))];
  return {
    name: sheetNames(input).grounds,
    freezeRows: TOP,
    blocks: [
      { row: 0, column: 0, values: [[`${input.place}${String(input.year)}年度目标依据`]], format: { bold: true } },
      { row: 1, column: 0, values: [[`“${sheetNames(input).target}”各数的来源。${input.note}`]] },
      ...WIDTHS.map((columnWidth, column) => ({
        row: TOP - 1,
        column,
        values: [[HEADERS[column] ?? '']],
        format: { ...HEAD, columnWidth },
      })),
      ...lines.map((line, index) => ({
        row: TOP + index,
        column: 0,
        values: [[...line]],
        format: { ...BODY, rowHeight: heightOf(line) },
      })),
    ],
    print: officialPrint(
      { row: 0, column: 0, rows: TOP + lines.length, columns: HEADERS.length },
      { first: TOP - 1, last: TOP - 1 },
    ),
  };
}

/** As high as its longest cell. */
function heightOf(line: Line): number {
  return Math.max(18, ...line.map((cell, column) => textHeight(String(cell), WIDTHS[column] ?? 66)));
}

/** 单元格, 数, 数值, 怎么得来, 台账范围, 日期, 依据, 性质. */
type Line = readonly SheetCell[];

function columnLines(input: TargetInput): Line[] {
  const { townships, ledger, counting, total, shares, grounds } = input;
  const last = FIRST_LINE + townships.length - 1;
  const cells = (letter: string) => `${letter}${String(FIRST_LINE)}:${letter}${String(last)}`;
  const range = `${sheetsText(ledger.standing)}计入底数的行`;
  const days = `${counting.from ?? '底数认定日'}至${counting.to}`;
  const parts = shares.slice(0, 4).map((share) => `${String(Math.round(share * 1000) / 10)}%`);
  const goal = grounds.find(({ gives }) => gives.includes('亩均税收'));
  return [
    ...grounds.map(({ gives, document, clause, quote, status }): Line => [
      gives === TOTAL ? 'F7' : '',
      ...[
        gives,
        gives === TOTAL ? total : '',
        quote === '' ? '' : `“${quote}”`,
        '',
        '',
        `${document}${clause}`,
        status,
      ],
    ]),
    [cells('C'), '底数宗数', '', '该区镇计入底数的宗数', range, counting.to, '', '台账'],
    [cells('D'), '底数面积', '', '该区镇计入底数的面积合计（亩）', range, counting.to, '', '台账'],
    [cells('E'), '底数亩均税收', '', '税收合计÷有税收的面积合计，不用各户亩均再平均', range, counting.to, '', '台账'],
    [
      cells('G'),
      '目标宗数',
      '',
      '宗数×目标面积÷底数面积，四舍五入，差额加在小数最大的区镇，有目标的至少 1 宗',
      range,
      '',
      '',
      '假设',
    ],
    [
      cells('H'),
      '亩均税收目标',
      '',
      goal ? `“${goal.quote}”` : '政策没有给，未填',
      '',
      '',
      goal ? `${goal.document}${goal.clause}` : '',
      goal?.status ?? '',
    ],
    [
      cells('I').replace(/I(\d+)$/, 'L$1'),
      '季度累计目标',
      '',
      `全年目标×${parts.join('、')}，四舍五入`,
      '',
      '',
      '',
      '假设',
    ],
    [cells('M'), '完成值', '', '完成日期在起算日至截止日之间的面积合计（亩）', range, days, '', '台账'],
    [cells('N'), '完成率', '', '完成值÷年度目标；合计用合计数相除', '', days, '', '计算'],
    [cells('O'), '序时进度差', '', '完成率－截止日所在季度的累计目标÷年度目标', '', days, '', '计算'],
  ];
}

const TOTAL = '年度目标总数';

/** How a township's proposal comes about: weights and parts, before and after rounding. */
function shareLine(input: TargetInput, township: TargetTownship, index: number): Line {
  const weights = input.rule.weights ?? SPLIT_WEIGHTS;
  const sums = {
    area: input.townships.reduce((sum, one) => sum + (one.name === '' ? 0 : one.area), 0),
    gap: input.townships.reduce((sum, one) => sum + one.gap, 0),
    doneBefore: input.townships.reduce((sum, one) => sum + one.doneBefore, 0),
  };
  const part = (label: string, weight: number, own: number, all: number) =>
    all > 0 ? [`${String(weight)}×${label}${own.toFixed(1)}/${all.toFixed(1)}`] : [];
  const parts = [
    ...part('存量', weights.stock, township.area, sums.area),
    ...part('税收缺口', weights.gap, township.gap, sums.gap),
    ...part('上年完成', weights.done, township.doneBefore, sums.doneBefore),
  ];
  const rounded =
    township.exact === undefined
      ? '人工给定'
      : `取整前 ${township.exact.toFixed(3)}，四舍五入，差额加在小数最大的区镇，不超过存量`;
  const rule =
    township.name === '' ? '没有填区镇，不分解' : `${String(input.total)}×（${parts.join('＋')}）；${rounded}`;
  return [
    `F${String(FIRST_LINE + index)}`,
    `${townshipName(township.name)}处置面积`,
    ...[
      township.proposed,
      rule,
      `${sheetsText(input.ledger.standing)}该区镇的行`,
      input.counting.to,
      '权重和上限',
      '假设',
    ],
  ];
}
