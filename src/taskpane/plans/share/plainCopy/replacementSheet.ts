import type { Cell, Rows } from '../../../../engine/ledger/index';
import type { NewSheet, SheetFormat } from '../../../../sheet/sheet';
import { selfCheck } from '../../../../engine/share/index';
import { freeSheetName } from '../../../../workbook/sheetName';
import type { Replacement } from './replacement';
import type { SpillReader } from './spillReaders';
import { areaName, areaOfAddress, cellName } from '../../../../sheet/address';

export const REPLACED_SHEET = '公式替换清单';
const HEADERS = ['工作表', '单元格', '原公式', '现为', '依据'] as const;
const CLASSIC = '公式，随原表重算';
const VALUE = '数值，不随原表改变';
const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const TEXT: SheetFormat = { wrap: true, vertical: 'Top' };
const WIDTHS = [100, 90, 260, 110, 330] as const;
const FIRST = 5;

/** 公式替换清单: every formula of ours that a copy does without, what stands there now, and the clauses of its answers. */
export function replacementSheet(given: {
  readonly replacements: readonly Replacement[];
  readonly names: readonly string[];
  readonly readers: readonly SpillReader[];
  readonly taken: readonly string[];
  readonly note: string;
  /** The marks of changed rows, as a range of a formula. */
  readonly changed?: string;
}): NewSheet {
  const { replacements, names, readers, taken, note, changed } = given;
  const lines = replacements.map(({ sheet, area, formula, kind, clause }) => [
    ...[sheet, areaName(area), formula],
    kind === 'classic' ? CLASSIC : VALUE,
    clause,
  ]);
  const left = names.map((name) => ['（名称）', name, '', '仍含函数，没有替换', '']);
  const read = readers.map(({ sheet, row, column, before, after }) => [
    ...[sheet, cellName(row, column), before],
    `仍为公式，改读 ${after.slice(1, 200)}`,
    '',
  ]);
  const rows = [...lines, ...read, ...left];
  const fixed = replacements.some(({ kind }) => kind === 'value') ? ['表中注明“数值”的'] : [];
  const check =
    changed === undefined
      ? '="本表为公式版。加载项的公式都已改为数值，不随原表改变。"'
      : selfCheck({ level: 'classic', ranges: { changed, fixed } });
  return {
    name: freeSheetName(REPLACED_SHEET, [...taken]),
    freezeRows: FIRST,
    merges: [{ row: 2, column: 0, rows: 1, columns: WIDTHS.length }],
    blocks: [
      { row: 0, column: 0, values: [[REPLACED_SHEET]], format: { bold: true, fontSize: 14 } },
      { row: 1, column: 0, values: [[note]] },
      { row: 2, column: 0, values: [['']], formulas: [[check]], format: { ...TEXT, rowHeight: 34 } },
      { row: FIRST - 1, column: 0, values: [[...HEADERS]], format: HEAD },
      ...(rows.length === 0 ? [] : [{ row: FIRST, column: 0, values: rows, format: TEXT }]),
      ...WIDTHS.map((columnWidth, column) => ({
        ...{ row: 0, column, values: [[column === 0 ? REPLACED_SHEET : '']] },
        format: { columnWidth },
      })),
    ],
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: FIRST + rows.length, columns: WIDTHS.length },
      titleRows: { first: FIRST - 1, last: FIRST - 1 },
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      footer: '第 &P 页，共 &N 页',
    },
    protect: true,
  };
}

/** Reads the list back from its sheet, where the record itself was lost on the way: what the cells held then is not on it. */
export function listedReplacements(rows: Rows): Replacement[] {
  const head = rows.findIndex((line) => HEADERS.every((text, column) => line[column] === text));
  return head < 0 ? [] : rows.slice(head + 1).flatMap((line) => listed(line) ?? []);
}

function listed([sheet, address, formula, now]: readonly Cell[]): Replacement | undefined {
  const area = areaOfAddress(String(address));
  const kind = now === CLASSIC ? 'classic' : now === VALUE ? 'value' : undefined;
  if (!area || !kind || typeof formula !== 'string' || !formula.startsWith('=')) return undefined;
  return { sheet: String(sheet), area, formula, kind, clause: '', written: [], shown: [] };
}
