import {
  conclusionsOn,
  hasSameColumns,
  heldLedger,
  refreshClean,
  type Conclusion,
  type HeldCells,
} from '../../engine/index';
import type { SheetRef } from '../../workbook/port';
import { fromTopLeft } from '../state/views/listSheets';
import type { Source } from '../state/source';
import { cleanLedgerModel } from '../state/write/planCleanLedger';
import { planCleanRefresh } from '../state/write/planCleanRefresh';
import { planSheets } from '../state/write/planSheets';
import { message, tell, type PaneContext } from './context';
import { carryOut, isSameSource } from './writeCommands';

const NAME = '标准台账';
/** Where the workbook keeps which sheet is the 标准台账 of which ledger: both stay known when they are renamed. */
const KEY = 'mujun.cleanLedgers';

interface Earlier {
  readonly sheet: SheetRef;
  readonly held: HeldCells;
}

/** Writes the sheet 标准台账, or brings the one there up to date; what people typed on it stays. */
export async function writeCleanLedger(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const model = cleanLedgerModel(source, understanding.assessment);
  const earlier = await earlierOf(context, source);
  if (!earlier) await writeNew(context, source, { model, kept: 0 });
  else if (hasSameColumns(earlier.held, model)) await refresh(context, earlier, model);
  else {
    const name = await freeName(context);
    const { model: again, kept } = refreshClean(model, earlier.held);
    await writeNew(context, source, { model: { ...again, name }, kept, earlier: earlier.sheet.name });
  }
}

interface NewSheet {
  readonly model: ReturnType<typeof cleanLedgerModel>;
  readonly kept: number;
  readonly earlier?: string;
}

async function writeNew(context: PaneContext, source: Source, { model, kept, earlier }: NewSheet): Promise<void> {
  const count = context.store.get().understanding?.assessment.dataRows.length ?? 0;
  let written: string | undefined;
  await carryOut(context, planSheets('写标准台账', [model]), ({ sheet: { name: sheet, id } }) => {
    written = id;
    const values = { sheet, count, kept, earlier: earlier ?? '' };
    const told = message('success', earlier === undefined ? 'wroteCleanLedger' : 'cleanLedgerAnew', values);
    return { place: `“${sheet}”`, message: told };
  });
  if (written !== undefined) await remember(context, source, written);
}

async function refresh(context: PaneContext, { sheet, held }: Earlier, model: NewSheet['model']): Promise<void> {
  const table = heldLedger(held);
  if (!table) return;
  const { model: again, added, removed, changed } = refreshClean(model, held);
  const plan = planCleanRefresh(sheet.id, again, held, table);
  if (plan.blocks.length === 0) {
    tell(context, message('info', 'cleanLedgerSame', { sheet: sheet.name }));
    return;
  }
  await carryOut(context, plan, () => ({
    place: `“${sheet.name}”`,
    message: message('success', 'refreshedCleanLedger', { sheet: sheet.name, added, removed, changed }),
  }));
}

/** What people decided on the ledger's 标准台账, by ledger row; nothing where there is none. */
export async function readConclusions(context: PaneContext, source: Source): Promise<ReadonlyMap<number, Conclusion>> {
  const earlier = await earlierOf(context, source);
  const ledger = context.store.get().understanding?.assessment.read;
  return earlier && ledger ? conclusionsOn(earlier.held, ledger) : new Map<number, Conclusion>();
}

/** The 标准台账 of this ledger: the one remembered, whatever it is called now, else the newest of its name that says it is. */
async function earlierOf(context: PaneContext, source: Source): Promise<Earlier | undefined> {
  const { port } = context;
  const sheets = await port.sheets();
  const kept = (await storedIds(context))[source.contents.sheet.id];
  const named = sheets.filter(({ name }) => name.startsWith(NAME)).toReversed();
  const candidates = [...sheets.filter(({ id }) => id === kept), ...named.filter(({ id }) => id !== kept)];
  for (const sheet of candidates) {
    const formulas = await port.readFormulas(sheet.id);
    const held = formulas && fromTopLeft(formulas);
    if (held && heldLedger(held) && (sheet.id === kept || isOf(held, source))) return { sheet, held };
  }
  return undefined;
}

/** The sheet says which ledger it is taken from. */
function isOf(held: HeldCells, { contents }: Source): boolean {
  return String(held[2]?.[0] ?? '').startsWith(`取自工作表“${contents.sheet.name}”`);
}

async function storedIds({ port }: PaneContext): Promise<Readonly<Record<string, unknown>>> {
  const stored = await port.loadSetting(KEY);
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

async function remember(context: PaneContext, { contents }: Source, id: string): Promise<void> {
  await context.port.saveSetting(KEY, { ...(await storedIds(context)), [contents.sheet.id]: id });
}

async function freeName({ port }: PaneContext): Promise<string> {
  const names = new Set((await port.sheets()).map(({ name }) => name));
  let version = 2;
  while (names.has(`${NAME}_v${String(version)}`)) version += 1;
  return `${NAME}_v${String(version)}`;
}
