import { ASSUMPTION_IDS } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import { spreadText } from '../../../text/years';
import { groundOf } from '../../model/pastYears/grounds';
import { notModelledText } from '../../../text/simulate';
import { leverRows } from '../../model/simulation/leverRows';
import type { Bar } from '../../model/verdict/bars';
import {
  chapters,
  groundLines,
  numbered,
  openMatters,
  placeNamed,
  situation,
  briefText,
  type Brief,
  type BriefGiven,
} from './brief';
import { causesPicture, causesTold, outcomeParts, type DrawnProjection } from './outcomes';

interface Given extends BriefGiven {
  readonly projection: DrawnProjection;
  readonly bars: readonly Bar[];
  /** The headline sentence, as the pane shows it. */
  readonly headline: string;
}

/** The report of one scenario: what there is, what is to be done, what may come of it, and what is open. */
export function scenarioBrief(given: Given): Brief {
  const { source, assessment, projection, bars, headline, t } = given;
  const { name } = projection.scenario;
  const { changedAssumptions, notices } = projection.result;
  const draws = projection.drawn.result.draws.toLocaleString('en-US');
  const causes = causesTold(projection, t);
  return {
    title: `关于${placeNamed(source)}工业用地提质增效${name === undefined ? '' : `“${name}”`}方案推演情况的汇报`,
    parts: chapters([
      ['基本情况', situation(given, bars)],
      ['拟采取措施', [briefText(takingPart(given)), ...numbered(measures(given))]],
      ['预计成效', outcomeParts(projection, headline, t)],
      [
        '主要不确定因素',
        [
          ...(causes === '' ? [] : [briefText(causes)]),
          ...causesPicture(projection, t),
          briefText(`以上按${draws}次模拟得出；没有计入${notModelledText('zh-CN').join('、')}。`),
        ],
      ],
      [
        '需要明确的事项',
        numbered([
          ...openMatters(assessment, notices),
          changedAssumptions.length > 0
            ? `测算用的假设中有${String(changedAssumptions.length)}项已按本地情况改动，请财政、自然资源等部门核定。`
            : '收储单价、企业改造意愿等按通用假设测算，请财政、自然资源等部门核定本地数值。',
          ...ownRecord(projection),
        ]),
      ],
      ['依据', numbered(groundLines(assessment))],
    ]),
  };
}

/** What of the assumptions the county's own ledgers tell, and how its look-backs held. */
function ownRecord({ scenario }: DrawnProjection): string[] {
  const learnt = ASSUMPTION_IDS.filter((id) => groundOf(scenario, id));
  const labels = learnt.map((id) => assumptionLabel(id, 'zh-CN')).join('、');
  return [
    ...(learnt.length > 0 ? [`${labels}取自本县历年台账，例数和来源见测算表“假设与来源”。`] : []),
    ...(scenario.spread ? [spreadText(scenario.spread, 'zh-CN')] : []),
  ];
}

/** From when, and who takes part. */
function takingPart({ projection }: Given): string {
  const { parcels, years } = projection.result;
  const [counted, rows] = [parcels.counted, parcels.rows].map((of) => of.toLocaleString('en-US'));
  return `从${String(years[0] ?? '')}年起测算，台账${rows ?? ''}户中${counted ?? ''}户有税收、面积，计入测算。`;
}

/** The first lines of the list of levers say that already. */
const ABOUT_ALL = 2;

/** What the levers that are on do. */
function measures({ assessment, projection }: Given): string[] {
  const rows = leverRows(assessment, projection).slice(ABOUT_ALL);
  return rows
    .map(([name = '', value = '']) => [String(name), String(value)] as const)
    .filter(([, value]) => value !== '不采取')
    .map(([name, value]) => `${name}：${value}。`);
}
