import { PANE_LEVERS, type LeverSettings } from '../../taskpane/levers/all';
import { whoText, type Who } from '../../taskpane/levers/who';
import { eligibleRows } from '../../taskpane/model/simulation/eligibleRows';
import { groupWords, parcelColumns } from '../../taskpane/model/simulation/parcelColumns';
import type { Assessment } from '../../taskpane/model/verdict/assessment';
import type { Scenario } from '../../taskpane/state/simulationState';

/** A scenario as far as it is about a county: a measure for a township of another county does nothing here, and is told. */
export function notHere(
  assessment: Assessment,
  given: Scenario,
): { readonly scenario: Scenario; readonly notes: readonly string[] } {
  const parcels = parcelColumns({ pieces: [] }, assessment, given);
  const isFor = (who: Who) => who === 'all' || (eligibleRows(assessment, parcels, who)?.includes(1) ?? true);
  const classes = (given.disposal.classes ?? []).filter(({ who }) => isFor(who));
  const without = (given.disposal.classes ?? []).filter((part) => !classes.includes(part));
  const off = (['plotRatio', 'upgrade'] as const).filter((name) => given[name].on && !isFor(given[name].who));
  const { to } = given.taxSharing;
  const noReceiver = given.taxSharing.on && to !== undefined && !groupWords(assessment, 'township').includes(to);
  const names: readonly (keyof LeverSettings)[] = [...off, ...(noReceiver ? (['taxSharing'] as const) : [])];
  return {
    scenario: {
      ...given,
      disposal: { ...given.disposal, classes },
      ...Object.fromEntries(names.map((name) => [name, { ...given[name], on: false }])),
    },
    notes: [
      ...off.map((name) => `${PANE_LEVERS[name].label[0]}：没有${whoText(given[name].who)}，这里不采取`),
      ...without.map(({ who }) => `${PANE_LEVERS.disposal.label[0]}：没有${whoText(who)}，这一类不处置`),
      ...(noReceiver ? [`${PANE_LEVERS.taxSharing.label[0]}：没有“${to}”，这里不分`] : []),
    ],
  };
}
