import type { Cell } from '../ledger/cell';
import type { NewSheet, SheetCell, SheetFormat } from '../../sheet/sheet';
import type { Consequence } from './consequences';
import type { MergeWrite } from './mergeDecisions';
import type { MergeResult } from './mergeTypes';
import type { SharedLedger } from './sharedLedger';

/** Words the sheet needs from outside: what a note says, what a file is called, what a row is called. */
export interface LogWords {
  readonly noteText: (note: MergeResult['notes'][number]) => string;
  readonly fileText: (file: number) => string;
  readonly rowName: (row: number) => string;
  /** ISO time. */
  readonly time: string;
}

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const HEADERS = ['原表行号', '企业', '列', '原值', '新值', '来自', '处理'];
const WIDTHS = [60, 190, 110, 110, 110, 200, 200];

/** 收回记录: every cell that was changed, every one that was left, every row added, missing or unclear; nothing is silent. */
export function changeLog(
  home: SharedLedger,
  {
    result,
    writes,
    consequences,
  }: {
    readonly result: MergeResult;
    readonly writes: readonly MergeWrite[];
    readonly consequences: readonly Consequence[];
  },
  words: LogWords,
): NewSheet {
  const written = new Set(writes.map(({ change }) => change.id));
  const rowNumber = home.standing.label;
  const accepted = writes.map(({ change, after }): SheetCell[] => [
    ...[rowNumber(change.row), words.rowName(change.row), change.title, shown(change.here), shown(after)],
    ...[filesOf(change.offers, words), '已采用'],
  ]);
  const left = result.changes
    .filter(({ id }) => !written.has(id))
    .map((change): SheetCell[] => [
      ...[rowNumber(change.row), words.rowName(change.row), change.title, shown(change.here)],
      ...[change.offers.map(({ value }) => shown(value)).join('／'), filesOf(change.offers, words), LEFT[change.kind]],
    ]);
  const notes = result.notes.map((note): SheetCell[] => [
    ...[
      note.row === undefined ? '' : rowNumber(note.row),
      note.row === undefined ? (note.name ?? '') : words.rowName(note.row),
    ],
    ...[
      note.title ?? '',
      '',
      addedText(home, note) ?? shown(note.value),
      words.fileText(note.file),
      words.noteText(note),
    ],
  ]);
  const changed = consequences.map(({ row, kind, before, after }): SheetCell[] => [
    ...[rowNumber(row), words.rowName(row), kind === 'tier' ? '档位' : '路径', before === '' ? '待核实' : before],
    ...[after === '' ? '待核实' : after, '', '随上述改动而变'],
  ]);
  const sections: readonly (readonly [string, readonly (readonly SheetCell[])[]])[] = [
    [`已采用 ${accepted.length} 处`, accepted],
    [`未采用 ${left.length} 处`, left],
    [`档位、路径随之改变 ${changed.length} 处`, changed],
    [`其他情况 ${notes.length} 处`, notes],
  ];
  return sheetOf(sections, words.time);
}

const LEFT = {
  there: '未采用，原表不变',
  both: '两边都改过，未采用，原表不变',
  locked: '改了锁定的单元格，未采用，原表不变',
  formula: '原表此处是公式，或由工作表名、几列相加、换算而来，未覆盖',
  doubtfulRow: '不能确定是哪一户，未采用，原表不变',
  shifted: '整列像是换了行（可能只排序了这一列），未采用，原表不变',
  otherSheet: '写在另一张工作表上，未采用，原表不变',
} as const;

function sheetOf(sections: readonly (readonly [string, readonly (readonly SheetCell[])[]])[], time: string): NewSheet {
  const blocks: NewSheet['blocks'][number][] = [
    { row: 0, column: 0, values: [['收回记录']], format: { bold: true, fontSize: 14 } },
    { row: 1, column: 0, values: [[`时间：${time.slice(0, 16).replace('T', ' ')}`]] },
  ];
  let row = 3;
  for (const [title, lines] of sections) {
    blocks.push({ row, column: 0, values: [[title]], format: { bold: true } });
    if (lines.length > 0) {
      blocks.push({ row: row + 1, column: 0, values: [HEADERS], format: HEAD });
      blocks.push({ row: row + 2, column: 0, values: lines, format: { wrap: true, vertical: 'Top' } });
    }
    row += lines.length + (lines.length > 0 ? 3 : 2);
  }
  blocks.push(...WIDTHS.map((columnWidth, column) => ({ row: 2, column, values: [['']], format: { columnWidth } })));
  return {
    name: '收回记录',
    freezeRows: 0,
    blocks,
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: row, columns: WIDTHS.length },
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

function shown(cell: Cell): SheetCell {
  return cell === '' || cell === null || cell === undefined ? '（空）' : cell;
}

/** A new row's cells under the names of the home ledger: enough to enter it by hand. */
function addedText({ headers }: SharedLedger, { kind, cells }: MergeResult['notes'][number]): string | undefined {
  if (kind !== 'added') return undefined;
  return (cells ?? []).map(([column, value]) => `${headers.texts[column] ?? ''}：${String(value)}`).join('；');
}

function filesOf(offers: readonly { readonly file: number }[], { fileText }: LogWords): string {
  return [...new Set(offers.map(({ file }) => fileText(file)))].join('、');
}
