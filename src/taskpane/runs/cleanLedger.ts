import { boundingArea } from '../../sheet/area';
import type { NewSheet } from '../../sheet/sheet';
import { freeName } from '../../sheet/freeName';
import type { CellValue, WriteReceipt } from '../../workbook/port';
import {
  CLEAN_VERSIONS,
  hasSameColumns,
  heldLedger,
  refreshClean,
  type CleanVersion,
  type HeldCells,
} from '../../engine/report/index';
import type { CleanLedger } from '../model/verdict/concluded';
import type { Source } from '../model/reading/source';
import { cleanLedgerModel } from '../plans/results/planCleanLedger';
import { planCleanRefresh } from '../plans/results/planCleanRefresh';
import { planSheets } from '../plans/planSheets';
import { CLEAN_LEDGER, cleanLedgerOf, rememberCleanLedger } from '../commands/cleanLedgerSheet';
import { message, tell, type PaneContext } from '../commands/context';
import { carryOut, isSameSource } from '../commands/writeCommands';

/** Writes the sheet 标准台账, or brings the one there up to date; what people typed on it stays. */
export async function writeCleanLedger(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { assessment } = understanding;
  const earlier = await cleanLedgerOf(context, source);
  const model =
    (earlier && inColumnsOf(earlier, (version) => cleanLedgerModel(source, assessment, version))) ??
    cleanLedgerModel(source, assessment);
  if (!earlier) await writeNew(context, source, { model, kept: 0 });
  else if (hasSameColumns(earlier.held, model)) await refresh(context, earlier, model);
  else {
    const name = await freeVersion(context);
    const { model: again, kept } = refreshClean(model, earlier.held);
    await writeNew(context, source, { model: { ...again, name }, kept, earlier: earlier.sheet.name });
  }
}

/** The model in the columns that the sheet has, by the newest version that gave it these; undefined where none did. */
function inColumnsOf({ held }: CleanLedger, modelOf: (version: CleanVersion) => NewSheet): NewSheet | undefined {
  for (const version of CLEAN_VERSIONS) {
    const model = modelOf(version);
    if (hasSameColumns(held, model)) return model;
  }
  return undefined;
}

interface MadeSheet {
  readonly model: ReturnType<typeof cleanLedgerModel>;
  readonly kept: number;
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

async function refresh(context: PaneContext, { sheet, held }: CleanLedger, model: MadeSheet['model']): Promise<void> {
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

async function freeVersion({ port }: PaneContext): Promise<string> {
  const names = new Set((await port.sheets()).map(({ name }) => name));
  return freeName(
    CLEAN_LEDGER,
    (name) => name === CLEAN_LEDGER || names.has(name),
    (version) => `${CLEAN_LEDGER}_v${version}`,
  );
}
