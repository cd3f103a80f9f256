import { definedOnly } from '../../engine/column/index';
import {
  conclusionsOn,
  isMadeList,
  makeView,
  viewOffers,
  type HeldCells,
  type ViewOffer,
} from '../../engine/report/index';
import type { SheetRef, WorkbookPort } from '../../workbook/port';
import type { Source } from '../model/reading/source';
import { fromTopLeft, isReportedList, nextListVersion } from '../plans/lists/listSheets';
import { namesOnList } from '../plans/lists/reported';
import { viewInputOf, type ViewGiven } from '../plans/lists/listInputOf';
import { planSheets } from '../plans/planSheets';
import { message, tell, type PaneContext } from '../commands/context';
import { cleanLedgerOf } from '../commands/cleanLedgerSheet';
import { inSlices } from '../commands/inSlices';
import { selectedDataRows } from './selectedDataRows';
import { carryOut, isSameSource } from '../commands/writeCommands';

/** Cards made at once: each is a page to look through. */
const MOST_CARDS = 60;

interface NextSheet {
  readonly name: string;
  readonly earlier?: SheetRef;
  readonly held?: HeldCells | undefined;
}

/** Makes a list or cards by the id of its offer. */
export async function makeList(context: PaneContext, id: string): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding, asOf } = context.store.get();
  if (!source || !understanding) return;
  const { read: ledger, policy } = understanding.assessment;
  const offer = viewOffers({ ledger, ...definedOnly({ policy }) }).find((one) => one.id === id);
  if (!offer) return;
  const given = await givenFor(context, source, offer);
  if (!given) return;
  const input = viewInputOf(source, understanding, { ...given, ...definedOnly({ asOf }) });
  const { name, earlier, held } = await nextOf(context, offer);
  const made = await inSlices(context, listSteps(id, input, name, held));
  if (made === 'stopped') {
    tell(context, message('info', 'writeStopped'));
    return;
  }
  await carryOut(context, planSheets(`生成${offer.name}`, [made.model]), ({ sheet: { name: sheet } }) => {
    const { lines: count, kept, gone, lacking } = made;
    const again = gone > 0 ? 'madeListAgain' : 'madeListNext';
    const code = earlier && held ? again : lacking.length > 0 ? 'madeListLacking' : 'madeList';
    const values = { sheet, count, kept, gone, earlier: earlier?.name ?? '', lacking: lacking.join('、') };
    return { place: `“${sheet}”`, message: message('success', code, values) };
  });
}

function* listSteps(
  id: string,
  input: ReturnType<typeof viewInputOf>,
  ...to: readonly [name: string, held: HeldCells | undefined]
): ReturnType<typeof makeView> {
  return yield* makeView(id, yield* input, ...to);
}

/** The name of the next sheet of a list, with the one before it as it stands, where that one is ours and not the official's own. */
async function nextOf({ port }: PaneContext, { sheet, kind }: ViewOffer): Promise<NextSheet> {
  const sheets = await port.sheets();
  const next = nextListVersion(sheet, sheets);
  if (!next.earlier || kind === 'card') return next;
  const held = await heldList(port, next.earlier);
  if (held) return { ...next, held };
  const beside = nextListVersion(`${sheet}（生成）`, sheets);
  return { ...beside, held: beside.earlier && (await heldList(port, beside.earlier)) };
}

async function heldList(port: WorkbookPort, { id }: SheetRef): Promise<HeldCells | undefined> {
  const read = await port.readFormulas(id);
  const held = read && fromTopLeft(read);
  return held && isMadeList(held) ? held : undefined;
}

/** What a list is made of besides the ledger; undefined where a person must do something first, which is told. */
async function givenFor(context: PaneContext, source: Source, offer: ViewOffer): Promise<ViewGiven | undefined> {
  // As they stand now: a list is made of what people have decided by then.
  const clean = await cleanLedgerOf(context, source);
  const read = context.store.get().understanding?.assessment.read;
  const conclusions = clean && read ? conclusionsOn(clean.held, read) : new Map();
  const given = { thisYear: context.thisYear(), conclusions };
  if (offer.id === 'governance-missed') return { ...given, ...(await reportedNames(context)) };
  if (offer.kind === 'list') return given;
  const selected = await selectedDataRows(context, source);
  if (selected.length > 0 && selected.length <= MOST_CARDS) return { ...given, selected };
  const code = selected.length === 0 ? 'selectForCards' : 'tooManyCards';
  tell(context, message('warning', code, { most: MOST_CARDS, count: selected.length, name: offer.name }));
  return undefined;
}

async function reportedNames({ port }: PaneContext): Promise<Pick<ViewGiven, 'reported'>> {
  const lists = (await port.sheets()).filter(isReportedList);
  const names: string[] = [];
  for (const { id } of lists) {
    const contents = await port.read(id);
    if (contents) names.push(...namesOnList(contents));
  }
  return lists.length === 0 ? {} : { reported: new Set(names) };
}
