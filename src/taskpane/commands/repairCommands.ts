import type { SheetPlan } from '../../workbook/port';
import { planRepair } from '../plans/share/planRepair';
import type { Command } from './command';
import { defineCommand, message, report, tell, type PaneContext } from './context';
import { carryOut } from './writeCommands';

export interface RepairCommands {
  /** 修复公式: enters our functions again where a program without the add-in has left #NAME? or another spelling. */
  readonly repairFormulas: Command;
}

export function repairCommands(context: PaneContext): RepairCommands {
  return {
    repairFormulas: defineCommand(context, {
      name: 'repairFormulas',
      label: 'repairFormulas',
      enabled: ({ customFunctions }) => customFunctions,
      during: 'writing',
      run: () => repairFormulas(context),
    }),
  };
}

async function repairFormulas(context: PaneContext): Promise<void> {
  const { port, files } = context;
  const plans: SheetPlan[] = [];
  const locked: string[] = [];
  const sheets = await port.sheets();
  for (const [index, sheet] of sheets.entries()) {
    report(context, index, sheets.length);
    const formulas = await port.readFormulas(sheet.id);
    const contents = formulas && (await port.read(sheet.id));
    if (!formulas || !contents) continue;
    const plan = planRepair(sheet.id, formulas, { values: contents.values, functions: files.addinFunctions });
    if (!plan) continue;
    // A protected sheet is never unprotected by us: it is named, and left.
    if (sheet.protected) locked.push(sheet.name);
    else plans.push(plan);
  }
  const [first, ...more] = plans;
  if (!first) {
    const code = locked.length > 0 ? 'repairProtected' : 'repairNothing';
    tell(context, message(locked.length > 0 ? 'warning' : 'info', code, { sheets: locked.join('、') }));
    return;
  }
  const count = plans.reduce((sum, { blocks }) => sum + blocks.length, 0);
  await carryOut(context, { title: '修复公式', ...first, more }, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', locked.length > 0 ? 'repairedSome' : 'repaired', { count, sheets: locked.join('、') }),
  }));
}
