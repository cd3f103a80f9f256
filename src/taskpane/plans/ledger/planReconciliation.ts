import { fieldOf, reconcile, type Discrepancy } from '../../../engine/ledger/index';
import { paneText } from '../../../text/pane';
import type { CellValue, WritePlan } from '../../../workbook/port';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import { discrepancyTitle } from '../../model/findings/findingText';
import { addressAt, startsOf } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { planListSheet } from './listSheet';

/** What does not add up: totals, subtotals and 亩均 columns; who stands twice is in the list of findings. */
export function differencesOf(source: Source, assessment: Assessment): readonly Discrepancy[] {
  return reconcile(assessment.read, source.rows, startsOf(source)).filter(({ expected }) => expected !== undefined);
}

/** The plan for the sheet 对账表: what each total, subtotal and 亩均 says, what it should say, and the difference. */
export function planReconciliation(source: Source, assessment: Assessment): WritePlan {
  const t = paneText('zh-CN');
  const differences = differencesOf(source, assessment);
  const lines = differences.map((one, index): CellValue[] => {
    const shown = Number(one.text);
    const hasNumber = one.text.trim() !== '' && Number.isFinite(shown);
    const { expected = NaN } = one;
    return [
      index + 1,
      addressAt(source, one.row, one.column),
      one.label ?? nameAt(assessment.read, one.row) ?? '',
      fieldOf(one.field).label,
      hasNumber ? shown : one.text,
      expected,
      hasNumber ? shown - expected : '',
      discrepancyTitle(one, t),
    ];
  });
  const amount = { numberFormat: '#,##0.00' };
  return planListSheet({
    name: '对账表',
    title: `${source.contents.sheet.name} 对账表`,
    note: `合计、小计与明细之和，亩均与总量除以总面积，共 ${String(lines.length)} 处不符；原表没有改动。`,
    columns: [
      { header: '序号', width: 40 },
      { header: '单元格', width: 55 },
      { header: '行', width: 180 },
      { header: '列', width: 90 },
      { header: '原表数', width: 90, format: amount },
      { header: '应为', width: 90, format: amount },
      { header: '相差', width: 90, format: amount },
      { header: '说明', width: 320 },
    ],
    lines,
  });
}
