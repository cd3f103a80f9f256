import { comparedOption } from '../../charts/compared';
import { leverLine } from '../../levers/all';
import { comparedTable } from '../../model/simulation/comparedTable';
import { SERIES } from '../../model/simulation/seriesLook';
import type { Bar } from '../../model/verdict/bars';
import type { SeriesName } from '../../state/simulationState';
import { notModelledText } from '../../../text/simulate';
import {
  chapters,
  groundLines,
  numbered,
  openMatters,
  PICTURE_SIZE,
  placeNamed,
  situation,
  briefText,
  type AskedPicture,
  type Brief,
  type BriefGiven,
} from './brief';
import { causesTold, type DrawnProjection } from './outcomes';

interface Given extends BriefGiven {
  readonly projections: readonly DrawnProjection[];
  readonly bars: readonly Bar[];
}

/** The report of scenarios side by side. */
export function comparisonBrief(given: Given): Brief {
  const { source, assessment, projections, bars, t } = given;
  const names = projections.map(({ scenario }) => scenario.name ?? '');
  const year = String(projections[0]?.result.years.at(-1) ?? '');
  const { headers, rows } = comparedTable(projections, t);
  const disposes = projections.some(({ drawn }) => (drawn.result.metrics.disposedArea.at(-1)?.p95 ?? 0) > 0);
  const notices = projections.flatMap(({ result }) => result.notices);
  return {
    title: `关于${placeNamed(source)}工业用地提质增效${names.map((name) => `“${name}”`).join('')}方案比较情况的汇报`,
    parts: chapters([
      ['基本情况', situation(given, bars)],
      ['拟采取措施', numbered(projections.map(({ scenario }) => `${scenario.name ?? ''}：${leverLine(scenario)}。`))],
      [
        '预计成效',
        [
          ...projections.map((projection) => briefText(effectTold(projection))),
          { kind: 'table', title: `方案比较（${year}年，中间值，括号内为九成把握的范围）`, heads: headers, rows },
          picture(projections, 'taxPerMu', given, 1),
          picture(projections, disposes ? 'disposedArea' : 'cumulativeValue', given, 2),
        ],
      ],
      [
        '主要不确定因素',
        [
          ...projections.flatMap((projection) => {
            const causes = causesTold(projection, t);
            return causes === '' ? [] : [briefText(`${projection.scenario.name ?? ''}：${causes}`)];
          }),
          briefText(`没有计入${notModelledText('zh-CN').join('、')}。`),
        ],
      ],
      [
        '需要明确的事项',
        numbered([`请研究确定采用${names.join('、')}中的哪一个。`, ...openMatters(assessment, notices)]),
      ],
      ['依据', numbered(groundLines(assessment))],
    ]),
  };
}

/** 方案一：到2036年亩均税收中间值16.42万元/亩，九成把握在15.29至16.83之间. */
function effectTold({ scenario, drawn }: DrawnProjection): string {
  const { years, metrics } = drawn.result;
  const year = String(years.at(-1) ?? '');
  const said = (series: 'taxPerMu' | 'disposedArea' | 'cumulativeValue', name: string, unit: string) => {
    const { format } = SERIES[series];
    const last = metrics[series].at(-1);
    if (!last || !Number.isFinite(last.p50)) return [];
    const [middle, low, high] = [last.p50, last.p5, last.p95].map(format);
    return low === high
      ? [`${name}为${middle ?? ''}${unit}`]
      : [`${name}的中间值为${middle ?? ''}${unit}（九成把握在${low ?? ''}至${high ?? ''}之间）`];
  };
  const parts = [
    ...said('taxPerMu', '亩均税收', '万元/亩'),
    ...((metrics.disposedArea.at(-1)?.p95 ?? 0) > 0 ? said('disposedArea', '累计处置面积', '亩') : []),
    ...said('cumulativeValue', '财政累计净现值', '万元'),
  ];
  return `${scenario.name ?? ''}：到${year}年，${parts.join('，')}。`;
}

function picture(
  projections: readonly DrawnProjection[],
  series: SeriesName,
  { t }: BriefGiven,
  number: number,
): AskedPicture {
  const { code, format } = SERIES[series];
  const fans = projections.map(({ scenario, drawn }) => ({
    name: scenario.name ?? '',
    spreads: drawn.result.metrics[series],
  }));
  const option = comparedOption(projections[0]?.result.years ?? [], fans, format);
  return { kind: 'asked', title: `图${String(number)} ${t(code)}：各方案的中间值与九成范围`, option, ...PICTURE_SIZE };
}
