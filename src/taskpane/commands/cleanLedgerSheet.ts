import { heldLedger, type HeldCells } from '../../engine/report/index';
import type { CleanLedger } from '../model/verdict/concluded';
import type { Source } from '../model/reading/source';
import { whereCellsStand } from '../model/reading/whereCellsStand';
import { fromTopLeft } from '../plans/lists/listSheets';
import { report, type PaneContext } from './context';

/** What the sheet is called at first. */
export const CLEAN_LEDGER = '标准台账';
/** Where the workbook keeps which sheet is the 标准台账 of which ledger: both stay known when they are renamed. */
const KEY = 'mujun.cleanLedgers';

/**
 * The 标准台账 of a ledger: the one remembered, whatever it is called now, else the newest of its name that says it is. After a
 * `stop` there may be one that was not read.
 */
export async function cleanLedgerOf(
  context: PaneContext,
  source: Source,
  stop: () => boolean = () => false,
): Promise<CleanLedger | undefined> {
  const { port } = context;
  const sheets = await port.sheets();
  const kept = (await storedIds(context))[keyOf(source)];
  const named = sheets.filter(({ name }) => name.startsWith(CLEAN_LEDGER)).toReversed();
  const candidates = [...sheets.filter(({ id }) => id === kept), ...named.filter(({ id }) => id !== kept)];
  for (const sheet of candidates) {
    const formulas = await port.readFormulas(sheet.id, {
      onProgress: (done, total) => report(context, done, total),
      stop,
    });
    if (stop()) return undefined;
    const held = formulas && fromTopLeft(formulas);
    if (held && heldLedger(held) && (sheet.id === kept || isOf(held, source))) return { sheet, held };
  }
  return undefined;
}

/** Keeps in the workbook which sheet is the ledger's. */
export async function rememberCleanLedger(context: PaneContext, source: Source, id: string): Promise<void> {
  await context.port.saveSetting(KEY, { ...(await storedIds(context)), [keyOf(source)]: id });
}

/** The sheet says which ledger it is taken from. */
function isOf(held: HeldCells, source: Source): boolean {
  const { sheets } = whereCellsStand(source);
  const begin = `取自工作表“${sheets[0] ?? ''}”${sheets.length > 1 ? '等' : '。'}`;
  return held[2]?.some((cell) => String(cell).startsWith(begin)) ?? false;
}

/** A ledger of several sheets is another one than that of its first sheet alone. */
function keyOf(source: Source): string {
  return source.contents.sheet.id + (whereCellsStand(source).sheets.length > 1 ? '+' : '');
}

async function storedIds({ port }: PaneContext): Promise<Readonly<Record<string, unknown>>> {
  const stored = await port.loadSetting(KEY);
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}
