import type { NewSheet, SheetCell, SheetFormat } from '../../sheet/sheet';
import type { ComparedSide, LedgerComparison } from './compareLedgers';

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const AMOUNT: SheetFormat = { numberFormat: '#,##0.0', columnWidth: 80 };
const MONEY: SheetFormat = { numberFormat: '#,##0', columnWidth: 80 };

/** 两期比对: by township first, then every changed cell, rows that came and rows that went. */
export function comparisonSheet(
  comparison: LedgerComparison,
  given: { readonly before: ComparedSide; readonly after: ComparedSide; readonly names: readonly [string, string] },
): NewSheet {
  const { before, after, names } = given;
  const towns = comparison.townships;
  const top = 4;
  const changes = top + towns.length + 3;
  const lines = linesOf(comparison, before, after);
  const { differences, matching, onlyBefore, onlyAfter } = comparison;
  const counts = `改动 ${differences.length} 格，新增 ${matching.added.length} 户，减少 ${matching.missing.length} 户，待核对 ${matching.unsure.length} 户`;
  const columns = `${onlyBefore.length > 0 ? `只在前期的列：${onlyBefore.join('、')}。` : ''}${onlyAfter.length > 0 ? `只在后期的列：${onlyAfter.join('、')}。` : ''}`;
  const known = (value: number): SheetCell => (Number.isNaN(value) ? '' : value);
  return {
    name: '两期比对',
    freezeRows: 0,
    blocks: [
      { row: 0, column: 0, values: [[`两期比对：${names[0]} → ${names[1]}`]], format: { bold: true, fontSize: 14 } },
      { row: 1, column: 0, values: [[counts], [columns]] },
      {
        row: top - 1,
        column: 0,
        format: HEAD,
        values: [
          [
            '区镇',
            '户数（前）',
            '户数（后）',
            '面积（前，亩）',
            '面积（后，亩）',
            '税收（前，万元）',
            '税收（后，万元）',
          ],
        ],
      },
      {
        row: top,
        column: 0,
        values: towns.map(({ township }) => [township === '' ? '（未填）' : township]),
        format: { columnWidth: 100 },
      },
      { row: top, column: 1, values: towns.map(({ rows }) => [...rows]), format: { columnWidth: 80 } },
      { row: top, column: 3, values: towns.map(({ area }) => area.map(known)), format: AMOUNT },
      { row: top, column: 5, values: towns.map(({ tax }) => tax.map(known)), format: MONEY },
      {
        row: changes - 1,
        column: 0,
        values: [['行号（前）', '行号（后）', '企业', '列', '前', '后', '情况']],
        format: HEAD,
      },
      ...(lines.length === 0 ? [] : [{ row: changes, column: 0, values: lines, format: { vertical: 'Top' } as const }]),
    ].filter(({ values }) => values.length > 0),
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: changes + lines.length, columns: 7 },
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

function linesOf(
  { differences, matching }: LedgerComparison,
  before: ComparedSide,
  after: ComparedSide,
): SheetCell[][] {
  const number = ({ shared }: ComparedSide, row: number) => shared.standing.label(row);
  const name = ({ shared }: ComparedSide, row: number): SheetCell => {
    const column = shared.headers.byField.get('enterprise')?.column ?? shared.headers.byField.get('parcelId')?.column;
    return (column === undefined ? undefined : shared.rows[row]?.[column]) ?? '';
  };
  const doubt = {
    contradiction: '编码相互矛盾，请核对',
    ambiguous: '对应多户，请核对',
    duplicate: '重复的行，请核对',
    noRow: '像是合计或说明，请核对',
    scrap: '只有名称或只有数，请核对',
  } as const;
  return [
    ...differences.map(({ row, baseRow, title, before: was, after: is }): SheetCell[] => [
      ...[number(before, baseRow), number(after, row), name(after, row), title, was ?? '', is ?? '', '改动'],
    ]),
    ...matching.added.map((row): SheetCell[] => ['', number(after, row), name(after, row), '', '', '', '新增']),
    ...matching.missing.map((row): SheetCell[] => [number(before, row), '', name(before, row), '', '', '', '减少']),
    ...matching.unsure.map(({ row, reason }): SheetCell[] => [
      '',
      number(after, row),
      name(after, row),
      '',
      '',
      '',
      doubt[reason],
    ]),
  ];
}
