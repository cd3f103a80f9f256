import { planRepair, type SheetRepair } from '../plans/share/planRepair';
import { withShare } from '../state/withShare';
import { message, report, tell, type PaneContext } from '../commands/context';
import { carryOut } from '../commands/writeCommands';

/** Looks for every formula of ours that would be entered again. */
export async function checkRepair(context: PaneContext): Promise<void> {
  const { port, files } = context;
  const found: SheetRepair[] = [];
  const sheets = await port.sheets();
  for (const [index, sheet] of sheets.entries()) {
    report(context, index, sheets.length);
    const formulas = await port.readFormulas(sheet.id);
    const contents = formulas && (await port.read(sheet.id));
    if (!formulas || !contents) continue;
    const repair = planRepair(sheet, formulas, { values: contents.values, functions: files.addinFunctions });
    if (repair.plan || repair.refused.length > 0) found.push(repair);
  }
  if (found.length === 0) tell(context, message('info', 'repairNothing'));
  context.store.update((state) => withShare(state, { repair: found.length === 0 ? undefined : found }));
}

/** What was looked at is what is written: anything that has changed since stops it. A protected sheet is named, and left. */
export async function repairFormulas(context: PaneContext): Promise<void> {
  const { store } = context;
  const { repair = [] } = store.get().share;
  const locked = repair.filter(({ plan, sheet }) => plan && sheet.protected).map(({ sheet }) => sheet.name);
  const [first, ...more] = repair.flatMap(({ plan, sheet }) => (plan && !sheet.protected ? [plan] : []));
  if (!first) return;
  const count = [first, ...more].reduce((sum, { blocks }) => sum + blocks.length, 0);
  await carryOut(context, { title: '修复公式', ...first, more }, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', locked.length > 0 ? 'repairedSome' : 'repaired', { count, sheets: locked.join('、') }),
  }));
  store.update((state) => withShare(state, { repair: undefined }));
}
