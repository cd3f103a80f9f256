import type { AppliedPolicy } from '../../engine/assess/index';
import { DIMENSIONS, waiverBases, type Dimension } from '../../engine/simulate/index';
import type { Who } from '../../taskpane/levers/who';
import { ruledRows } from '../../taskpane/model/simulation/eligibleRows';
import type { Assessment } from '../../taskpane/model/verdict/assessment';
import { answersOf } from '../../taskpane/model/verdict/concluded';
import type { InefficientKey } from '../../taskpane/state/simulationState';
import { paneText, type PaneCode } from '../../text/pane';
import { ruleTroubleText } from '../../text/ruleTroubles';
import type { Spot } from './yamlSpot';

const pane = paneText('zh-CN');

/** A label without what stands in brackets behind it. */
export const withoutBrackets = (label: string): string => label.replace(/（[^（]*）$/, '');
/** What the pane asks under a code, without what stands in brackets behind it. */
export const asked = (code: PaneCode): string => withoutBrackets(pane(code));

const DIMENSION_WORDS: Readonly<Record<Dimension | 'aboveScale', PaneCode>> = {
  township: 'dimensionTownship',
  park: 'dimensionPark',
  industry: 'dimensionIndustry',
  path: 'dimensionPath',
  tier: 'dimensionTier',
  aboveScale: 'dimensionAboveScale',
};
const RULE = '条件';
const BY_WORD = new Map(
  [...DIMENSIONS, 'aboveScale' as const].map((own) => [pane(DIMENSION_WORDS[own]), own] as const),
);

/** The words of a scenario that depend on the policy: whom a measure is for, what counts as inefficient, what a waiver rests on. */
export class ScenarioWords {
  /** `empty` is a ledger without rows, judged by the policy. */
  constructor(
    private readonly policy: AppliedPolicy,
    private readonly empty: Assessment,
  ) {}

  /** 全部地块, 只限低效地块, 区镇：崇仁镇, 条件：亩均税收 < 5. */
  who(spot: Spot): Who {
    const [kind = '', word = ''] = partsOf(spot);
    if (word === '' && kind === asked('whoAll')) return 'all';
    if (word === '' && kind === asked('whoInefficient')) return 'inefficient';
    const dimension = BY_WORD.get(kind);
    if (dimension && word !== '') return { dimension, word: word.trim() };
    if (kind === RULE && word !== '') return this.rule(spot, word.trim());
    const words = [asked('whoAll'), asked('whoInefficient'), ...[...BY_WORD.keys(), RULE].map((own) => `${own}：…`)];
    return spot.refuse(`“${spot.name}”不能写“${kind}”。可写：${words.join('、')}`);
  }

  private rule(spot: Spot, rule: string): Who {
    const ruled = ruledRows(this.empty, rule);
    if (!ruled) spot.refuse('这份政策没有档位、路径，范围不能按条件写');
    if (ruled.kind === 'wrongRule') spot.refuse(ruleTroubleText(ruled, 'zh-CN'));
    return { rule };
  }

  inefficient(spot: Spot): InefficientKey[] {
    const column: [string, InefficientKey] = [pane('inefficientColumn'), 'column'];
    const tiers = answersOf(this.empty, 'tier').map((answer): [string, InefficientKey] => [
      pane('inefficientTier', { answer }),
      `tier:${answer}`,
    ]);
    const paths = answersOf(this.empty, 'path').map((answer): [string, InefficientKey] => [
      pane('inefficientPath', { answer }),
      `path:${answer}`,
    ]);
    const words = new Map([column, ...tiers, ...paths]);
    return spot.items().map((own) => own.oneOf(words));
  }

  /** The document that a waiver rests on, by its title. */
  basis(spot: Spot): string {
    return spot.oneOf(new Map(waiverBases(this.policy.pack).map(({ title, packId }) => [title, packId])));
  }
}

/** 区镇：崇仁镇, or 区镇: 崇仁镇 as YAML takes it. */
function partsOf(spot: Spot): string[] {
  if (!spot.isTable()) return spot.text().split(/[：:](.*)/s);
  const [[name = '', own] = []] = spot.entries();
  return [name, own?.text() ?? ''];
}
