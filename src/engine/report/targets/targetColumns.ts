import type { OfficialColumn } from '../layout/officialTable';

/** Where each column of the target sheet stands, A to S (target-sheet.md, 1). */
export const AT = {
  number: 0,
  township: 1,
  count: 2,
  area: 3,
  perMu: 4,
  target: 5,
  cases: 6,
  goal: 7,
  first: 8,
  second: 9,
  third: 10,
  fourth: 11,
  done: 12,
  rate: 13,
  ahead: 14,
  department: 15,
  remark: 16,
  proposed: 17,
  difference: 18,
} as const;

/** The columns of the quarters. */
export const QUARTERS = [AT.first, AT.second, AT.third, AT.fourth] as const;

const AREA = '#,##0.0';
/** Behind the line of the quarter: red on a screen, and a minus on any printer. */
const SIGNED = '+0.0%;[Red]-0.0%;0.0%';

/** The columns A to Q, which print; no target is —, never 0. */
export function targetColumns(decimals: 0 | 1): OfficialColumn[] {
  const mu = decimals === 0 ? '#,##0;-#,##0;"—"' : '#,##0.0;-#,##0.0;"—"';
  const quarter = { parent: '季度目标（亩，累计）', width: 46, unit: '亩', kind: 'number', format: mu } as const;
  return [
    { head: '序号', width: 28, kind: 'number', format: '0' },
    { head: '区镇', width: 76, kind: 'word' },
    { head: '宗数', parent: '底数', width: 36, unit: '宗', kind: 'number', format: '#,##0' },
    { head: '面积（亩）', parent: '底数', width: 58, unit: '亩', kind: 'number', format: AREA },
    { head: '亩均税收（万元/亩）', parent: '底数', width: 52, unit: '万元/亩', kind: 'number', format: '#,##0.00' },
    { head: '处置面积（亩）', parent: '年度目标', width: 54, unit: '亩', kind: 'number', format: mu, open: true },
    { head: '宗数', parent: '年度目标', width: 36, unit: '宗', kind: 'number', format: '#,##0;-#,##0;"—"' },
    { head: '亩均税收（万元/亩）', parent: '年度目标', width: 52, unit: '万元/亩', kind: 'number', format: '#,##0.00' },
    { ...quarter, head: '一季度' },
    { ...quarter, head: '上半年' },
    { ...quarter, head: '三季度' },
    { ...quarter, head: '全年' },
    { head: '完成值（亩）', width: 52, unit: '亩', kind: 'number', format: AREA, open: true },
    { head: '完成率', width: 48, unit: '%', kind: 'number', format: '0.0%' },
    { head: '序时进度差', width: 50, unit: '%', kind: 'number', format: SIGNED },
    { head: '责任单位（第一位牵头）', width: 84, kind: 'word', open: true },
    { head: '备注', width: 58, kind: 'word', open: true },
  ];
}

/** R and S, beyond the print area: what we propose, and how far the issued shares are from it. */
export function proposalColumns(decimals: 0 | 1): OfficialColumn[] {
  const format = decimals === 0 ? '#,##0' : '#,##0.0';
  return [
    { head: '建议分解（亩）', width: 66, kind: 'number', format },
    { head: '差额（下达数－建议）', width: 70, kind: 'number', format },
  ];
}
