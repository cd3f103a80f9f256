import type { StockRow } from '../../allocate/targetStock';
import { groupNamed } from '../../assess/bands';
import type { AppliedPolicy } from '../../assess/context';
import type { PolicyPack } from '../../policy/pack';
import { builtInPacks } from '../../policy/packs';
import { valueOn } from '../../policy/standing';
import type { BandGoal } from './bandSheet';

/** The bands of the policy with the clusters of this ledger under them; none where it has no bands or the ledger no clusters. */
export function bandGoals({ pack, values }: AppliedPolicy, rows: readonly StockRow[]): BandGoal[] {
  const { bands } = pack;
  if (!bands) return [];
  const clusters = [...new Set(rows.map(({ cluster }) => cluster).filter((name) => name !== ''))];
  return bands.groups
    .map((group) => ({
      group: group.name,
      floor: values.get(group.floor) ?? NaN,
      ceiling: values.get(group.ceiling) ?? Infinity,
      clusters: clusters.filter((cluster) => groupNamed(bands, cluster, pack.place) === group),
    }))
    .filter((goal) => goal.clusters.length > 0);
}

/** Every version of a place's bands that is known: 征求意见稿 25—40、18—25、16—20；正式稿 20—30、18—25、15以上. */
export function bandNote({ place }: PolicyPack): string {
  const versions = builtInPacks().filter((pack) => pack.place === place && pack.bands);
  const said = versions.map((pack) => {
    const groups = (pack.bands?.groups ?? []).map((group) => bandText(pack, group.floor, group.ceiling));
    const source = sourceNote(pack);
    return `${pack.status === 'draft' ? '征求意见稿' : '正式稿'}${source} ${groups.join('、')}`;
  });
  return `各组目标区间（万元/亩）：${said.join('；')}。`;
}

function bandText(pack: PolicyPack, floorName: string, ceilingName: string): string {
  const line = (name: string) => {
    const value = pack.values.get(name);
    return value ? valueOn(value, undefined) : NaN;
  };
  const [floor, ceiling] = [line(floorName), line(ceilingName)];
  return Number.isFinite(ceiling) ? `${String(floor)}—${String(ceiling)}` : `${String(floor)}以上`;
}

/** 文号 where the pack is known by one, and that it is second-hand where it is. */
function sourceNote({ aliases, values }: PolicyPack): string {
  const number = aliases.find((alias) => alias.includes('〔'));
  const isReported = [...values.values()].some(({ dated }) => dated.some(({ basis }) => basis.kind === 'reported'));
  const parts = [...(number === undefined ? [] : [number]), ...(isReported ? ['据报道转引'] : [])];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}
