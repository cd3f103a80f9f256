import { definedOnly } from '../../../engine/column/index';
import { QUARTER_SHARES, splitCases } from '../../../engine/allocate/index';
import { placeOf } from '../../../engine/ledger/index';
import { COMMON_FONTS, type TargetGround, type TargetInput, type TargetTownship } from '../../../engine/report/index';
import type { PaneState } from '../../state/paneState';
import { noteOf } from '../results/planResults';
import { whereCellsStand } from '../../model/reading/whereCellsStand';
import { splitRule, targetInForce } from '../../model/targets/splitTarget';
import { targetProposals, yieldGoal } from '../../model/targets/targetProposals';
import { lineOf, targetStock, type TargetStock } from '../../model/targets/targetStock';
import type { TargetAllocation } from '../../state/targetState';

/** What the sheets are made of, from the allocation chosen; undefined while there is none. */
export function targetInputOf(
  state: PaneState,
  given: { readonly thisYear: number; readonly version: number; readonly issued: boolean },
): TargetInput | undefined {
  const { source, understanding, targets } = state;
  const allocation = targets.allocations[targets.chosen];
  const assessment = understanding?.assessment;
  const stock = targetStock(state, given.thisYear);
  if (!source || !assessment || !stock || !allocation) return undefined;
  const { settings } = targets;
  const { contents, located } = source;
  const closing = understanding.mapping.headers.byField.get('closedOutOn')?.column;
  const { ground } = targetInForce(allocation.settings, targetProposals(assessment, stock.area));
  const goal = yieldGoal(assessment);
  const grounds: TargetGround[] = [ground, ...(goal ? [goal.ground] : [])];
  return {
    place: placeOf(located.titleText, contents.sheet.name),
    year: stock.year,
    version: given.version,
    total: allocation.total,
    rows: stock.rows,
    townships: townshipsOf(stock, allocation, goalOf(state)),
    ledger: {
      standing: whereCellsStand(source),
      ...(closing === undefined ? {} : { closingColumn: closing }),
    },
    counting: stock.counting,
    rule: splitRule(allocation.settings),
    shares: QUARTER_SHARES,
    grounds,
    note: `${noteOf(assessment)}。`,
    issued: given.issued,
    ...(settings.titleFont === 'common' ? { fonts: COMMON_FONTS } : {}),
  };
}

function townshipsOf(
  { townships }: TargetStock,
  { names, shares, exact }: TargetAllocation,
  goal: (name: string) => number | undefined,
): TargetTownship[] {
  const proposed = townships.map(({ name }) => shares[names.indexOf(name)] ?? 0);
  const cases = splitCases(townships.map(({ count, area }, index) => ({ count, area, target: proposed[index] ?? 0 })));
  return townships.map((township, index) => {
    const before = exact[names.indexOf(township.name)];
    const yieldOf = goal(township.name);
    return {
      ...township,
      proposed: proposed[index] ?? 0,
      cases: cases[index] ?? 0,
      ...definedOnly({ exact: before, taxPerMuGoal: yieldOf }),
    };
  });
}

/** 万元/亩 that a township should reach, where all its parcels have the same line. */
function goalOf(state: PaneState): (name: string) => number | undefined {
  const assessment = state.understanding?.assessment;
  if (!assessment) return () => undefined;
  const line = lineOf(assessment);
  const stock = targetStock(state, 0);
  return (name) => {
    const lines = new Set((stock?.rows ?? []).filter(({ township }) => township === name).map(line));
    const [only] = lines;
    return lines.size === 1 && only !== undefined && Number.isFinite(only) ? only : undefined;
  };
}
