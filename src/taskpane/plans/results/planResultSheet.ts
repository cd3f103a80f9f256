import type { SheetBlock, SheetFormat } from '../../../sheet/sheet';
import { numberAt, textAt } from '../../../engine/column/index';
import { TAX_PER_MU } from '../../../engine/policy/index';
import { verdictAt } from '../../../engine/assess/index';
import type { CellValue, WritePlan } from '../../../workbook/port';
import { leadOf, type Assessment } from '../../model/verdict/assessment';
import {
  CLAUSE_HEADER,
  GROUNDS_HEADER,
  KIND_HEADER,
  PATH_HEADER,
  TIER_HEADER,
} from '../../model/reading/resultHeaders';
import { pieceAt, sheetRow } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { measureResults } from '../../model/verdict/measureResults';
import { gradeResults, type ColumnOfResults } from '../../model/verdict/gradeResults';
import { verdictOfRow, type WrittenGrounds } from '../../model/verdict/resultRows';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import { planSheets } from '../planSheets';
import { known } from '../../../sheet/known';

const WORD: SheetFormat = { columnWidth: 90, horizontal: 'Center' };
const AMOUNT: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 80 };

/** The plan for a sheet of its own: one line per data row with its row number, name and key, so that it can be traced. */
export function planResultSheet(
  source: Source,
  assessment: Assessment,
  given: { readonly note: string; readonly grounds: readonly WrittenGrounds[] },
): WritePlan {
  const { note, grounds } = given;
  const columns = sheetColumns(source, assessment, grounds);
  // Rows that share the answer of another are listed too: the answer goes to every enterprise.
  const dataRows = assessment.whole.kinds.flatMap((_, row) => (leadOf(assessment, row) === undefined ? [] : [row]));
  const title = `${ledgerTitle(source)} 判定结果`;
  const heads: SheetBlock[] = [
    { row: 0, column: 0, values: [[title]], format: { bold: true } },
    { row: 1, column: 0, values: [[note]] },
    {
      row: 2,
      column: 0,
      values: [columns.map(({ header }) => header)],
      format: { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000', border: true },
    },
  ];
  const bodies = columns.map(({ at, format }, column): SheetBlock => {
    return { row: 3, column, values: dataRows.map((row) => [at(row)]), format: { border: true, ...format } };
  });
  return planSheets('写入判定结果', [{ name: '判定结果', blocks: [...heads, ...bodies], freezeRows: 3 }]);
}

function sheetColumns(source: Source, assessment: Assessment, grounds: readonly WrittenGrounds[]): ColumnOfResults[] {
  const { read, tiers, paths, units } = assessment;
  const isSeveral = new Set(source.pieces.map(({ contents }) => contents.sheet.id)).size > 1;
  const words = [
    { id: 'enterprise', header: '企业名称', columnWidth: 190 },
    { id: 'creditCode', header: '统一社会信用代码', columnWidth: 135 },
    { id: 'parcelId', header: '地块编码', columnWidth: 90 },
    { id: 'township', header: '镇街', columnWidth: 120 },
  ].filter(({ id }) => read.headers.byField.has(id));
  return [
    ...(isSeveral
      ? [
          {
            header: '工作表',
            at: (row: number) => pieceAt(source, row).contents.sheet.name,
            format: { columnWidth: 90 },
          },
        ]
      : []),
    { header: '原表行号', at: (row) => sheetRow(source, row), format: { columnWidth: 60, horizontal: 'Center' } },
    ...words.map(({ id, header, columnWidth }): ColumnOfResults => ({
      header,
      at: (row) => textAt(read, id, row) ?? '',
      format: { columnWidth },
    })),
    { header: '面积（亩）', at: (row) => known(numberAt(read, 'landArea', row)), format: AMOUNT },
    { header: '税收（万元）', at: (row) => known(numberAt(read, 'taxPaid', row)), format: AMOUNT },
    { header: '亩均税收（万元/亩）', at: (row) => taxPerMuAt(assessment, row), format: AMOUNT },
    ...(units.told.merged > 0 || units.grouping.follows.size > 0 ? [mergedColumn(source, assessment)] : []),
    ...(tiers
      ? [{ header: TIER_HEADER, at: (row: number) => verdictOfRow(assessment, tiers, row), format: WORD }]
      : []),
    ...(paths
      ? [{ header: PATH_HEADER, at: (row: number) => verdictOfRow(assessment, paths, row), format: WORD }]
      : []),
    ...gradeResults(assessment),
    ...measureResults(assessment),
    {
      header: GROUNDS_HEADER,
      at: (row) => grounds[row]?.text ?? '',
      format: { columnWidth: 330, wrap: true, vertical: 'Center' },
    },
    {
      header: CLAUSE_HEADER,
      at: (row) => grounds[row]?.clauses ?? '',
      format: { columnWidth: 110 },
    },
    {
      header: KIND_HEADER,
      at: (row) => grounds[row]?.kinds ?? '',
      format: { columnWidth: 60, horizontal: 'Center' },
    },
  ];
}

/** The row that a row is judged with. */
function mergedColumn(source: Source, assessment: Assessment): ColumnOfResults {
  const at = (row: number): CellValue => {
    const lead = leadOf(assessment, row) ?? row;
    return lead === row ? '' : `第 ${String(sheetRow(source, lead))} 行`;
  };
  return { header: '合并判定', at, format: WORD };
}

function taxPerMuAt(assessment: Assessment, own: number): CellValue {
  const { tiers, paths, grades } = assessment;
  const row = leadOf(assessment, own) ?? own;
  const judgement = tiers ?? paths;
  const judged = judgement ?? grades;
  if (!judged || (judgement && verdictAt(judgement, row).kind === 'notData')) return '';
  return known(judged.readings.table.readings.get(TAX_PER_MU)?.values[row]);
}
