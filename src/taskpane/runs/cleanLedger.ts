import type { Steps } from '../../engine/column/index';
import { boundingArea } from '../../sheet/area';
import type { NewSheet } from '../../sheet/sheet';
import { freeName } from '../../sheet/freeName';
import type { CellValue, WritePlan, WriteReceipt } from '../../workbook/port';
import {
  CLEAN_VERSIONS,
  hasSameColumns,
  heldLedger,
  refreshClean,
  type CleanVersion,
  type HeldCells,
  type Refreshed,
} from '../../engine/report/index';
import type { Assessment } from '../model/verdict/assessment';
import type { CleanLedger } from '../model/verdict/concluded';
import type { Source } from '../model/reading/source';
import { cleanLedgerModel } from '../plans/results/planCleanLedger';
import { planCleanRefresh } from '../plans/results/planCleanRefresh';
import { planSheets } from '../plans/planSheets';
import { CLEAN_LEDGER, cleanLedgerOf, rememberCleanLedger } from '../commands/cleanLedgerSheet';
import { message, tell, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { carryOut, isSameSource } from '../commands/writeCommands';

/** Writes the sheet 标准台账, or brings the one there up to date; what people typed on it stays. */
export async function writeCleanLedger(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { assessment } = understanding;
  const earlier = await cleanLedgerOf(context, source);
  const made = await inSlices(context, planned(source, assessment, earlier));
  if (made === 'stopped') tell(context, message('info', 'writeStopped'));
  else if (!earlier) await writeNew(context, source, { model: made.model, kept: 0 });
  else if (made.again) await refresh(context, earlier, made.again);
  else {
    const name = await freeVersion(context);
    const { model, kept } = made;
    await writeNew(context, source, { model: { ...model, name }, kept, earlier: earlier.sheet.name });
  }
}

interface Planned {
  readonly model: NewSheet;
  readonly kept: number;
  /** Where the sheet there has the same columns. */
  readonly again?: { readonly plan: WritePlan; readonly told: Pick<Refreshed, 'added' | 'removed' | 'changed'> };
}

/** The sheet as it is to be, with what people typed on the one there. */
function* planned(source: Source, assessment: Assessment, earlier: CleanLedger | undefined): Steps<Planned> {
  if (!earlier) return { model: yield* cleanLedgerModel(source, assessment), kept: 0 };
  const { sheet, held } = earlier;
  const same = yield* inColumnsOf(earlier, (version) => cleanLedgerModel(source, assessment, version));
  const again = yield* refreshClean(same ?? (yield* cleanLedgerModel(source, assessment)), held);
  const table = same && heldLedger(held);
  if (!table) return again;
  return { ...again, again: { plan: yield* planCleanRefresh(sheet.id, again.model, held, table), told: again } };
}

/** The model in the columns that the sheet has, by the newest version that gave it these; undefined where none did. */
function* inColumnsOf(
  { held }: CleanLedger,
  modelOf: (version: CleanVersion) => Steps<NewSheet>,
): Steps<NewSheet | undefined> {
  for (const version of CLEAN_VERSIONS) {
    const model = yield* modelOf(version);
    if (hasSameColumns(held, model)) return model;
  }
  return undefined;
}

interface MadeSheet extends Pick<Planned, 'model' | 'kept'> {
  readonly earlier?: string;
}

async function writeNew(context: PaneContext, source: Source, { model, kept, earlier }: MadeSheet): Promise<void> {
  const count = context.store.get().understanding?.assessment.dataRows.length ?? 0;
  let made: CleanLedger | undefined;
  await carryOut(context, planSheets('写标准台账', [model]), ({ sheet: ref, receipt }) => {
    made = { sheet: ref, held: heldBy(receipt) };
    const sheet = ref.name;
    const values = { sheet, count, kept, earlier: earlier ?? '' };
    const told = message('success', earlier === undefined ? 'wroteCleanLedger' : 'cleanLedgerAnew', values);
    return { place: `“${sheet}”`, message: told };
  });
  const cleanLedger = made;
  if (!cleanLedger) return;
  await rememberCleanLedger(context, source, cleanLedger.sheet.id);
  // From now on what people decide on it is listened for.
  context.store.update((state) => ({ ...state, cleanLedger }));
}

/** The sheet as it was read back when it was written: it is large, and nobody reads it twice. */
function heldBy({ areas, written }: WriteReceipt): HeldCells {
  const whole = boundingArea(areas);
  const held = Array.from({ length: (whole?.row ?? 0) + (whole?.rows ?? 0) }, () =>
    new Array<CellValue>((whole?.column ?? 0) + (whole?.columns ?? 0)).fill(''),
  );
  areas.forEach(({ row, column }, at) => {
    written[at]?.forEach((line, r) => {
      line.forEach((value, c) => {
        (held[row + r] as CellValue[])[column + c] = value;
      });
    });
  });
  return held;
}

async function refresh(
  context: PaneContext,
  { sheet }: CleanLedger,
  { plan, told: { added, removed, changed } }: NonNullable<Planned['again']>,
): Promise<void> {
  if (plan.blocks.length === 0) {
    tell(context, message('info', 'cleanLedgerSame', { sheet: sheet.name }));
    return;
  }
  await carryOut(context, plan, () => ({
    place: `“${sheet.name}”`,
    message: message('success', 'refreshedCleanLedger', { sheet: sheet.name, added, removed, changed }),
  }));
}

async function freeVersion({ port }: PaneContext): Promise<string> {
  const names = new Set((await port.sheets()).map(({ name }) => name));
  return freeName(
    CLEAN_LEDGER,
    (name) => name === CLEAN_LEDGER || names.has(name),
    (version) => `${CLEAN_LEDGER}_v${version}`,
  );
}
