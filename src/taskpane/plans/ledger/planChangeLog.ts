import { fieldOf, type Fix } from '../../../engine/ledger/index';
import { paneText } from '../../../text/pane';
import type { WritePlan } from '../../../workbook/port';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import { cellAt, type CellAt } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { afterText, FIX_TEXTS } from '../../model/findings/fixText';
import { planListSheet } from './listSheet';
import { cellName } from '../../../sheet/address';

/** The plan for the sheet 修改记录: every cell changed, with what it held and why. */
export function planChangeLog(source: Source, assessment: Assessment, fixes: readonly Fix[]): WritePlan {
  const t = paneText('zh-CN');
  const { contents } = source;
  const lines = fixes.map((fix, index) => [
    index + 1,
    ...placeOf(cellAt(source, fix.row, fix.column)),
    nameAt(assessment.read, fix.row) ?? '',
    fieldOf(fix.field).label,
    String(fix.before),
    afterText(fix),
    t(FIX_TEXTS[fix.kind]),
  ]);
  return planListSheet({
    name: '修改记录',
    title: `${contents.sheet.name} 修改记录`,
    note: `共 ${fixes.length.toLocaleString('en-US')} 处，均为整理写法，不改数值含义。`,
    columns: [
      { header: '序号', width: 40 },
      { header: '工作表', width: 100 },
      { header: '单元格', width: 55 },
      { header: '企业名称', width: 180 },
      { header: '字段', width: 90 },
      { header: '修改前', width: 130 },
      { header: '修改后', width: 130 },
      { header: '原因', width: 260 },
    ],
    lines,
  });
}

const placeOf = ({ sheet, row, column }: CellAt) => [sheet, cellName(row, column)];
