import type { Scenario } from '../../state/simulationState';

/** The levers of a scenario in one line, those that are on: 容积率到 2.0 · 处置 80%（2029 年底）· 免收地价 100%. */
export function leverLine(scenario: Scenario): string {
  const { plotRatio, waiver, disposal, upgrade, fund, standardLand, prices, incrementStock, taxSharing } = scenario;
  const { firstYear } = scenario;
  const by = (years: number) =>
    firstYear === undefined ? `${String(years)} 年后` : `${String(firstYear + years)} 年底`;
  const ratio = plotRatio.byFactor
    ? `容积率 ${String(plotRatio.target)} 倍`
    : `容积率到 ${plotRatio.target.toFixed(1)}`;
  const some = plotRatio.who === 'all' ? '' : '（部分地块）';
  const classes = disposal.classes?.length ?? 0;
  const parts: readonly (readonly [boolean, string])[] = [
    [plotRatio.on, `${ratio}${some}`],
    [plotRatio.on, waiver.on ? `免收地价 ${String(waiver.percent)}%` : '不免收'],
    [
      disposal.on,
      `处置 ${String(disposal.percent)}%（${by(disposal.years)}${classes > 0 ? `，另分 ${String(classes)} 类` : ''}）`,
    ],
    [upgrade.on, `提质 ${String(upgrade.percent)}%`],
    [fund.on, '受资金池限制'],
    [standardLand.on, '标准地'],
    [prices.on, '差别化价格'],
    [incrementStock.on, '增存挂钩'],
    [taxSharing.on, `新项目税收分成 ${String(taxSharing.percent)}%`],
  ];
  const on = parts.filter(([is]) => is).map(([, text]) => text);
  return on.length === 0 ? '不采取措施' : on.join(' · ');
}
