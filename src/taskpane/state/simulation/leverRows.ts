import type { CellValue } from '../../../workbook/port';
import type { Assessment } from '../assessment';
import { chosenKeys } from './inefficient';
import type { InefficientKey, Projection } from './simulationState';
import { waiverBases } from '../../../engine/index';

/** The levers of a projection as the sheet lists them: name and value. */
export function leverRows(assessment: Assessment, { scenario, result }: Projection): CellValue[][] {
  const { plotRatio, disposal } = scenario;
  const first = result.years[0] ?? NaN;
  const keys = chosenKeys(assessment, scenario.inefficient).map(keyText);
  return [
    ['起始年', String(first)],
    ['参加推演', `${count(result.parcels.counted)} 户，共 ${count(result.parcels.rows)} 户`],
    [
      '提高容积率',
      plotRatio.on ? `到 ${plotRatio.target}，${plotRatio.who === 'all' ? '全部地块' : '只限低效地块'}` : '不采取',
    ],
    ['免收增容地价', waiverText(assessment, scenario)],
    ['处置低效用地', disposal.on ? `到 ${first + disposal.years} 年末处置 ${disposal.percent}%（按面积）` : '不采取'],
    ['哪些算低效用地', keys.length > 0 ? keys.join('；') : '未选'],
    ...(scenario.waiver.takeAsIndustrial ? [['用途（假设）', '台账没有用途列，按工业用地、用途不变处理']] : []),
  ];
}

function waiverText({ policy }: Assessment, { waiver, plotRatio }: Projection['scenario']): string {
  if (!waiver.on || !plotRatio.on) return '不采取';
  const basis = policy && waiverBases(policy.pack).find(({ packId }) => packId === waiver.basis);
  const status = basis?.status === 'reported' ? '（转引，未见原文，请核对条号）' : '';
  return `${waiver.percent}%，依据：${basis ? `${basis.title}${basis.clause}${status}` : '无'}`;
}

function keyText(key: InefficientKey): string {
  if (key === 'column') return '台账标为“低效”';
  return key.replace('tier:', '档位：').replace('path:', '路径：');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
