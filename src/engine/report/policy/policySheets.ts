import type { AppliedPolicy } from '../../assess/context';
import { groundKind } from '../../policy/basis';
import type { Basis, PolicyPack } from '../../policy/pack';
import { INCLUDES_LINE, saysBounds } from '../../policy/includesLine';
import { DOCUMENT_LINES, headLines } from '../../policy/policyHead';
import { NO_LINE } from '../../policy/parameterValue';
import { entryOn } from '../../policy/standing';
import { basisCells, LINE_HEADERS, TABLES, tableLines, type TableLine } from '../../policy/table/tableLines';
import { fitRows } from '../layout/fitRows';
import { textHeight } from '../layout/textHeight';
import { modelCells } from '../rerun/editModel';
import type { NewSheet, SheetBlock, SheetCell, SheetFormat, SheetPrint } from '../../../sheet/sheet';
import { sheetCell } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** A sheet, and the cells of it that a name of the workbook is to stand for. */
export interface NamedSheet {
  readonly model: NewSheet;
  readonly name: string;
  readonly area: Area;
}

/** The workbook's names of the two tables. */
export const POLICY_NAMES = { parameters: '亩均政策', decisions: '亩均判定表' } as const;

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
/** Cells that are there to be edited. */
const EDITED: SheetFormat = {
  ...{ fill: '#FFF2CC', fontColor: '#000000' },
  ...{ horizontal: 'Center', vertical: 'Top', wrap: true },
};
const PLAIN: SheetFormat = { wrap: true, vertical: 'Top' };
const TOP = 3;
/** Rows under the last rule for rules of the workbook's own. */
const SPARE = 15;

const PARAMETER_HEADERS = ['名称', '值', '单位', '起', '止', '条款', '原文', '依据', '说明'] as const;
const PARAMETER_WIDTHS = [110, 130, 60, 75, 75, 80, 300, 50, 260] as const;

/** Lying, the heads on every page. */
const PRINT: SheetPrint = {
  landscape: true,
  titleRows: { first: TOP, last: TOP },
  margins: { top: 2, bottom: 2, left: 1.8, right: 1.5 },
  footer: '第 &P 页 共 &N 页',
};

/** The words about a policy that stand on both sheets. */
export interface PolicySheetWords {
  /** 嵊州2021（征求意见稿）. */
  readonly policy: string;
  /** What the sheets are there for, in place of how they are edited. */
  readonly note?: string;
}

/**
 * The sheet 政策参数: every value with its unit, period, clause, quote, and what is assumed or second-hand; below it the rules of
 * the sheet 判定表 by reference, so that one range holds all that a function needs. The name 亩均政策 stands for both.
 */
export function parameterSheet(policy: AppliedPolicy, words: PolicySheetWords, decisions: NamedSheet): NamedSheet {
  const rows = parameterRows(policy);
  const mirror = TOP + 1 + rows.length + 2;
  const mirrored = mirrorBlock(decisions, mirror);
  const width = Math.max(PARAMETER_HEADERS.length, decisions.area.columns);
  const last = mirror + decisions.area.rows;
  return {
    name: POLICY_NAMES.parameters,
    area: { row: TOP, column: 0, rows: last - TOP, columns: width },
    model: {
      name: '政策参数',
      freezeRows: TOP + 1,
      // What only mirrors the other sheet is not printed: it prints there.
      print: { ...PRINT, area: { row: 0, column: 0, rows: mirror - 2, columns: PARAMETER_HEADERS.length } },
      blocks: [
        ...titleBlocks(policy.pack, [
          words.policy,
          words.note ?? '改黄色的“值”即可；公式写 亩均政策 的（如 =MUJUN_TIER(税收, 面积, 亩均政策)）随之重算。',
        ]),
        { row: TOP, column: 0, values: [[...PARAMETER_HEADERS]], format: HEAD },
        ...columnBlocks(rows),
        {
          row: mirror - 1,
          column: 0,
          values: [['以下各行引自“判定表”工作表，随它变化，请到那里修改']],
          format: { bold: true },
        },
        mirrored,
        ...earlierBlocks(policy, last + 1),
      ],
    },
  };
}

function titleBlocks({ title }: PolicyPack, notes: readonly string[]): SheetBlock[] {
  return [
    { row: 0, column: 0, values: [[`《${title}》`]], format: { bold: true } },
    ...notes.map((note, index) => ({ row: index + 1, column: 0, values: [[note]] })),
  ];
}

function columnBlocks(rows: readonly (readonly SheetCell[])[]): SheetBlock[] {
  const [first, ...others] = PARAMETER_WIDTHS;
  const name = { widths: PARAMETER_WIDTHS, columns: 1, format: { ...PLAIN, columnWidth: first } };
  return [
    ...fitRows(TOP + 1, rows, name),
    ...others.map((columnWidth, index): SheetBlock => {
      const format = { ...(index === 0 ? EDITED : PLAIN), columnWidth };
      return { row: TOP + 1, column: index + 1, values: rows.map((row) => [row[index + 1] ?? '']), format };
    }),
  ];
}

function parameterRows({ pack, values, asOf, outputLines }: AppliedPolicy): SheetCell[][] {
  const own = [...pack.values.values()].map((value): SheetCell[] => {
    const entry = entryOn(value, asOf);
    const now = values.get(value.name) ?? entry.value;
    const period = [entry.from, entry.until ?? ''];
    return [value.name, valueCell(now), value.unit, ...period, ...groundsCells(entry.basis)];
  });
  const derived = pack.fields.some(({ derive }) => derive === 'outputLevel');
  const lines = [...new Map<string, SheetCell>([['', ''], ...outputLines])].map(([township, line]): SheetCell[] => [
    ...[township === '' ? '产出线' : `产出线（${township}）`, line, '万元/亩', '', '', '', '', '推定', OUTPUT_NOTE],
  ]);
  const convention: SheetCell[] = [
    INCLUDES_LINE,
    pack.includesLine === false ? '否' : '是',
    '',
    '',
    '',
    '',
    '',
    '',
    BOUNDS_NOTE,
  ];
  return [
    ['政策', pack.short, '', pack.from ?? pack.published, pack.until ?? '', '', '', '', pack.title],
    ['基准日', asOf ?? '', '', '', '', '', '', '', '决定用哪一天有效的数值；不填用最新的'],
    ...(saysBounds(pack) ? [convention] : []),
    ...own,
    ...(derived ? lines : []),
    ...headLines(pack).map(([name, value]): SheetCell[] => [
      name,
      value,
      '',
      '',
      '',
      '',
      '',
      '',
      HEAD_NOTES[name] ?? '',
    ]),
  ];
}

const HEAD_NOTES: Readonly<Record<string, string>> = {
  [DOCUMENT_LINES.title]: '改成本地文件的，原来条款的引文注明“据”原文件',
  [DOCUMENT_LINES.status]: '已印发 或 征求意见稿',
  [DOCUMENT_LINES.from]: '没有写的填 无',
  [DOCUMENT_LINES.until]: '失效的第一天；没有写的填 无',
};
const BOUNDS_NOTE = '是：“5以下”含5；否：不含。只管写“以下”“以上”的条件，写“及以下”“<=”的不变';
const OUTPUT_NOTE = '原文没有给数；不填时与本区镇平均比。可另加一行“产出线（沙溪镇）”';

function valueCell(value: number): SheetCell {
  return Number.isFinite(value) ? value : NO_LINE;
}

const KINDS: Readonly<Record<Basis['kind'], string>> = { cited: '原文', assumed: '推定', reported: '转引' };

/** 条款, 原文, 依据, 说明. */
function groundsCells(basis: Basis): SheetCell[] {
  const { place, quote, note } = basisCells(basis);
  return [place, quote, KINDS[groundKind(basis)], note];
}

/** Values of other days, for the record: nobody reads them back. */
function earlierBlocks({ pack, asOf }: AppliedPolicy, row: number): SheetBlock[] {
  const others = [...pack.values.values()].flatMap((value) => {
    const now = entryOn(value, asOf);
    const rest = value.dated.filter((entry) => entry !== now);
    return rest.map((entry): SheetCell[] => [
      ...[value.name, valueCell(entry.value), value.unit, entry.from, entry.until ?? ''],
      ...groundsCells(entry.basis),
    ]);
  });
  if (others.length === 0) return [];
  return [
    { row, column: 0, values: [['其他时期的数值（不参与计算）']], format: { bold: true } },
    { row: row + 1, column: 0, values: others, format: PLAIN },
  ];
}

function mirrorBlock({ model, area }: NamedSheet, row: number): SheetBlock {
  const held = modelCells(model);
  const cells = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => [area.row + r, area.column + c] as const),
  );
  const formula = (cell: string) => `=IF(${cell}="","",${cell})`;
  return {
    ...{ row, column: 0, values: cells.map((line) => line.map(([r, c]) => held(r, c)?.value ?? '')) },
    formulas: cells.map((line) => line.map(([r, c]) => formula(sheetCell(model.name, r, c)))),
    format: { fontColor: '#595959', wrap: true, vertical: 'Top' },
  };
}

/** The sheet 判定表: a line a rule, a column a field, conditions such as <=5, 是, C;D, 5-15; with room for rules of one's own. */
export function decisionSheet({ pack }: AppliedPolicy, words: PolicySheetWords): NamedSheet {
  const { columns, lines } = tableLines(pack);
  const names = columns.map(({ name }) => name);
  const headers = [LINE_HEADERS.kind, LINE_HEADERS.number, ...names, ...TAIL.map((key) => LINE_HEADERS[key])];
  const values = lines.map((line) => lineCells(line, names));
  const rows = lines.length + SPARE;
  return {
    name: POLICY_NAMES.decisions,
    area: { row: TOP, column: 0, rows: rows + 1, columns: headers.length },
    model: {
      name: '判定表',
      freezeRows: TOP + 1,
      print: PRINT,
      blocks: [
        ...titleBlocks(pack, [
          words.policy,
          words.note ??
            `从上往下，以第一条成立的为准；同一行各格都要成立，空格不限。条件可写 <=5、5-15（含两端）、是、C;D、非D，或“政策参数”里的名称（<=${[...pack.values.keys()][0] ?? '数值'}）。改后到窗格“政策”按“读回修改”。`,
        ]),
        { row: TOP, column: 0, values: [headers], format: { ...HEAD, rowHeight: headHeight(headers) } },
        ...lineBlocks(values, headers, rows),
        // In the column of numbers, where it is no line of the table.
        {
          ...{ row: TOP + 1 + rows, column: 1, format: { bold: true } },
          values: [['判定表到此为止，写在下面的行不计入；要加的多于上面的空行，请把不用的行改掉']],
        },
      ],
      choices: [{ area: { row: TOP + 1, column: 0, rows, columns: 1 }, list: Object.values(TABLES) }],
    },
  };
}

/** Widths of the table's columns in points. */
const WIDTH = { kind: 36, condition: 60, other: 160, answer: 64, place: 60, words: 185 } as const;
const TAIL = ['other', 'answer', 'place', 'quote', 'note'] as const;

function lineCells(line: TableLine, names: readonly string[]): SheetCell[] {
  const conditions = names.map((name) => line.cells.get(name) ?? '');
  return [TABLES[line.kind], line.number, ...conditions, ...TAIL.map((key) => line[key])];
}

/** As high as the longest name of a condition needs. */
function headHeight(headers: readonly string[]): number {
  return Math.max(...headers.map((head) => textHeight(head, WIDTH.condition, 11)));
}

/** Condition cells are text: Excel would make a day of 5-15. */
function lineBlocks(values: readonly (readonly SheetCell[])[], headers: readonly string[], rows: number): SheetBlock[] {
  const blank = headers.map(() => '');
  const all = Array.from({ length: rows }, (_, row) => values[row] ?? blank);
  const first = 2;
  const tail = headers.length - TAIL.length;
  const part = (from: number, to: number, format: SheetFormat): SheetBlock => ({
    ...{ row: TOP + 1, column: from, format },
    values: all.map((row) => row.slice(from, to)),
  });
  const conditions = headers.slice(first, tail).map(() => WIDTH.condition);
  const widths = [
    WIDTH.kind,
    WIDTH.kind,
    ...conditions,
    WIDTH.other,
    WIDTH.answer,
    WIDTH.place,
    WIDTH.words,
    WIDTH.words,
  ];
  return [
    ...fitRows(TOP + 1, all, {
      widths,
      columns: first,
      format: { horizontal: 'Center', vertical: 'Top', columnWidth: WIDTH.kind },
    }),
    part(first, tail, { ...EDITED, numberFormat: '@', columnWidth: WIDTH.condition }),
    part(tail, tail + 1, { ...EDITED, numberFormat: '@', horizontal: 'Left', columnWidth: WIDTH.other }),
    part(tail + 1, tail + 2, { ...EDITED, columnWidth: WIDTH.answer }),
    part(tail + 2, tail + 3, { ...PLAIN, columnWidth: WIDTH.place }),
    part(tail + 3, tail + 5, { ...PLAIN, columnWidth: WIDTH.words }),
  ];
}
