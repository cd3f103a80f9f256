import { packCells, type CellSection } from '../../policy/cells/packCells';
import { TITLE_MARKS } from '../../policy/cells/sectionTitle';
import type { PolicyPack } from '../../policy/pack';
import type { SheetBlock, SheetCell } from '../../../sheet/sheet';
import { POLICY_NAMES, type NamedSheet, type PolicySheetWords } from './policySheets';

const TOP = 3;
/** Blank rows under each part for rows of the workbook's own. */
const SPARE = 3;
const WIDTHS = [110, 180, 90, 90, 75, 75, 90, 260, 110, 200, 110, 80, 160] as const;

/**
 * The sheet 政策全文: a whole policy, a table for each of its parts, to be edited and read back; the name 亩均政策 stands for all
 * of it. Everything is text but numbers, for Excel would make a day of 5-15.
 */
export function wholeSheet(pack: PolicyPack, words: PolicySheetWords): NamedSheet {
  const sections = packCells(pack);
  const width = Math.max(...sections.map(({ headers }) => headers.length));
  const blocks: SheetBlock[] = [];
  let row = TOP;
  for (const section of sections) {
    blocks.push(...sectionBlocks(section, row, width));
    row += section.rows.length + 2 + SPARE;
  }
  return {
    name: POLICY_NAMES.parameters,
    area: { row: TOP, column: 0, rows: row - TOP, columns: width },
    model: {
      name: '政策全文',
      freezeRows: 0,
      blocks: [
        { row: 1, column: 0, values: [[words.policy]] },
        { row: 2, column: 0, values: [[NOTE]] },
        ...blocks,
        ...WIDTHS.slice(0, width).map((columnWidth, column): SheetBlock => ({
          ...{ row: 0, column, values: [[column === 0 ? `《${pack.title}》` : '']] },
          format: { columnWidth, bold: true },
        })),
      ],
    },
  };
}

const NOTE =
  '各段可以改，可以在空行里加，也可以插入行；数是 0 的写 零。改后到窗格“政策”按“读回修改”。公式写 亩均政策 的随之重算。';

function sectionBlocks({ title, headers, rows }: CellSection, row: number, width: number): SheetBlock[] {
  const [open, close] = TITLE_MARKS;
  const blank = (): SheetCell[] => Array.from({ length: width }, () => '');
  const lines = [...rows, ...Array.from({ length: SPARE }, () => [])];
  return [
    {
      row,
      column: 0,
      values: [[`${open}${title}${close}`]],
      format: { bold: true, fill: '#DDEBF7', fontColor: '#000000' },
    },
    { row: row + 1, column: 0, values: [[...headers]], format: { bold: true, fill: '#E7E6E6', fontColor: '#000000' } },
    {
      ...{ row: row + 2, column: 0, values: lines.map((line) => blank().map((_, at) => line[at] ?? '')) },
      format: { numberFormat: '@', wrap: true, vertical: 'Top' },
    },
  ];
}
