import type { RowFilter } from '../model/verdict/bars';
import { sameFilter, type BarSize } from '../model/verdict/bars';
import { rowRuns } from '../model/reading/rowRuns';
import { filteredRows, without, type PaneState, type Screen } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';

export interface ViewCommands {
  readonly show: Command<Screen>;
  readonly setBarSize: Command<BarSize>;
  /** Lists the rows behind a bar and goes to the first of them; pressed again it closes the list. */
  readonly filterRows: Command<RowFilter>;
  readonly clearFilter: Command;
  readonly stop: Command;
  readonly dismiss: Command;
}

export function viewCommands(context: PaneContext): ViewCommands {
  const { store } = context;
  return {
    show: defineCommand<Screen>(context, {
      name: 'show',
      label: 'screens',
      run: (screen) => store.update((state) => showing(state, screen)),
    }),
    setBarSize: defineCommand<BarSize>(context, {
      name: 'setBarSize',
      label: 'measure',
      run: (measure) => store.update((state) => ({ ...state, measure })),
    }),
    filterRows: defineCommand<RowFilter>(context, {
      name: 'filterRows',
      label: 'filterRows',
      run: (filter) => filterRows(context, filter),
    }),
    clearFilter: defineCommand(context, {
      name: 'clearFilter',
      label: 'clearFilter',
      enabled: (state) => state.filter !== undefined,
      run: () => store.update((state) => without(state, 'filter')),
    }),
    stop: defineCommand(context, {
      name: 'stop',
      label: 'stop',
      enabled: (state) => state.busy?.stoppable === true,
      run: () => context.stopping.abort(),
    }),
    dismiss: defineCommand(context, {
      name: 'dismiss',
      label: 'dismiss',
      enabled: (state) => state.message !== undefined,
      run: () => store.update((state) => without(state, 'message')),
    }),
  };
}

/** Opened beside the five tabs, and left again to where a person was. */
const WITHOUT_TAB: readonly Screen[] = ['policy', 'about'];

/** Good news is about the screen it came on; what went wrong stays until it is closed. */
function showing(state: PaneState, screen: Screen): PaneState {
  const { message } = state;
  const isNews = message?.intent === 'success' || message?.intent === 'info';
  const kept = isNews && screen !== state.screen ? without(state, 'message') : state;
  return { ...kept, screen, ...(WITHOUT_TAB.includes(state.screen) ? {} : { returnTo: state.screen }) };
}

async function filterRows({ store, port }: PaneContext, filter: RowFilter): Promise<void> {
  store.update((state) => (sameFilter(state.filter, filter) ? without(state, 'filter') : { ...state, filter }));
  const state = store.get();
  const rows = filteredRows(state);
  const [row] = rows;
  if (!state.source || row === undefined) return;
  store.update((before) => ({ ...without(before, 'filterSelected'), selectedRow: row }));
  const { sheetId, areas } = rowRuns(state.source, rows);
  const taken = await port.selectAreas(sheetId, areas);
  const filterSelected = areas.slice(0, taken).reduce((sum, area) => sum + area.rows, 0);
  store.update((before) => (before.filter === filter ? { ...before, filterSelected } : before));
}
