import type { CellValue } from '../../../workbook/port';
import { leverTexts } from '../../levers/all';
import { counted } from '../../levers/lever';
import { dueText } from '../../levers/measureDue';
import type { InefficientKey, Projection } from '../../state/simulationState';
import type { Assessment } from '../verdict/assessment';
import { chosenKeys } from './inefficient';
import { measureDues } from './measureDues';
import { basisReader } from './waiverBasis';

/** The levers of a projection as the sheet lists them: name and value. */
export function leverRows(assessment: Assessment, { scenario, result }: Projection): CellValue[][] {
  const first = result.years[0] ?? NaN;
  const keys = chosenKeys(assessment, scenario.inefficient).map(keyText);
  const { main, more } = leverTexts(scenario, {
    firstYear: first,
    basisOf: basisReader(assessment),
    dues: () => measureDues(assessment).map((due) => dueText(due)[0]),
  });
  const rows: (readonly [string, string])[] = [
    ['起始年', String(first)],
    ['参加推演', `${counted(result.parcels.counted)} 户，共 ${counted(result.parcels.rows)} 户`],
    ...main,
    ['哪些算低效用地', keys.length > 0 ? keys.join('；') : '未选'],
    ...more,
  ];
  if (scenario.waiver.takeAsIndustrial) rows.push(['用途（假设）', '台账没有用途列，按工业用地、用途不变处理']);
  return rows.map((row) => [...row]);
}

function keyText(key: InefficientKey): string {
  if (key === 'column') return '台账标为“低效”';
  return key.replace('tier:', '档位：').replace('path:', '路径：');
}
