import type { OpenedPackage } from '../../package/openPackage';
import { saveSteps } from '../../package/savePackage';
import { sheetReceipts } from '../plannedSheets';
import type { UndoOutcome, WorkbookPort, WriteOutcome, WritePlan, WriteReceipt } from '../port';
import { PortError } from '../portError';
import { namespaceOf } from '../settingsXml';
import { inBreaths } from '../breath';
import { answerFormulas, unansweredOf } from './calculation';
import { FileBook } from './fileBook';
import { fileChange } from './fileChange';
import { namedCells, setName } from './fileNames';
import type { FileCell } from './fileSheet';
import { readFormulas, readSheet, selectedRows } from './readFile';
import { forgetRecalculated, recalculate, type ChangedCells } from './recalculation';
import { undoWrite } from './undoWrite';
import { writePlan, type Accept } from './writePlan';

/** How a file port is set up. */
export interface FilePortOptions {
  /** Opens a file as another workbook; without it `openCopy` is refused. */
  readonly openCopy?: (bytes: Uint8Array) => void;
  readonly accept?: Accept;
}

/** The port, with the workbook under it for a page to show and a person to select in. */
export type FilePort = WorkbookPort & { readonly book: FileBook };

/** A workbook port over an opened .xlsx file: all that is written is kept beside the file, and becomes one patch of it. */
export function createFilePort(opened: OpenedPackage, options: FilePortOptions = {}): FilePort {
  const book = new FileBook(opened);
  const accept = options.accept ?? storable;
  return {
    book,
    customFunctions: false,
    sheets: async () => settled(() => book.sheets.map(({ ref }) => ref)),
    activeSheet: async () => settled(() => book.sheet(book.activeId).ref),
    read: async (sheetId, progress) => settled(() => readSheet(book.sheet(sheetId), progress)),
    readFormulas: async (sheetId, progress) => settled(() => readFormulas(book.sheet(sheetId), progress)),
    selection: async () => settled(() => ({ sheetId: book.activeId, area: book.selected })),
    selectedRows: async () => settled(() => selectedRows(book)),
    select: async (sheetId, area) => settled(() => book.select(sheetId, area)),
    selectAreas: async (sheetId, [first]) =>
      settled(() => {
        if (first) book.select(sheetId, first);
        return first ? 1 : 0;
      }),
    write: async (plan) => settled(() => write(book, plan, accept)),
    undo: async (receipt) => settled(() => undo(book, receipt)),
    namedCells: async (name) => settled(() => namedCells(book, name)),
    setName: async (name, target) => settled(() => setName(book, name, target)),
    ...keptInFile(book),
    currentFile: async () => settled(() => inBreaths(saveSteps(opened, fileChange(book)))),
    openCopy: async (bytes) => settled(() => (options.openCopy ?? noCopies)(bytes)),
    onSelectionChanged: async (listener) => settled(() => listen(book.selectionListeners, listener)),
    onChanged: async (listener) => settled(() => listen(book.changeListeners, listener)),
  };
}

async function write(book: FileBook, plan: WritePlan, accept: Accept): Promise<WriteOutcome> {
  const outcome = writePlan(book, plan, accept);
  if (outcome.kind !== 'done') return outcome;
  await answerFormulas(book, unansweredOf(book, outcome.receipt));
  await recalculate(book, changedBy(book, outcome.receipt));
  book.seen();
  return outcome;
}

async function undo(book: FileBook, receipt: WriteReceipt): Promise<UndoOutcome> {
  const outcome = undoWrite(book, receipt);
  if (outcome.kind !== 'done') return outcome;
  await recalculate(book, changedBy(book, receipt));
  forgetRecalculated(book);
  book.seen();
  return outcome;
}

/** A sheet that was added is looked at by its own formulas alone, which were answered when they were written. */
function changedBy(book: FileBook, receipt: WriteReceipt): ChangedCells[] {
  return sheetReceipts(receipt).flatMap(({ sheetId, addedSheet, areas, spills, replaced }) => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    if (!sheet || addedSheet) return [];
    const heldSomething = replaced.some(({ held }) => held.some((line) => line.some((cell) => cell !== '')));
    return [...areas, ...spills].map((area) => ({ sheet, area, heldSomething }));
  });
}

type Kept = Pick<WorkbookPort, 'loadSetting' | 'saveSetting' | 'customXml' | 'putCustomXml'>;

function keptInFile(book: FileBook): Kept {
  const { parts } = book;
  return {
    loadSetting: async (key) => settled(() => structuredClone(parts.settings.get(key))),
    saveSetting: async (key, value) =>
      settled(() => {
        if (value === undefined) parts.removeSetting(key);
        else parts.setSetting(key, structuredClone(value));
        book.seen();
      }),
    customXml: async (namespace) => settled(() => parts.list(namespace).map(({ xml }) => xml)),
    putCustomXml: async (namespace, xml) =>
      settled(() => {
        putPart(book, namespace, xml);
        book.seen();
      }),
  };
}

function putPart({ parts }: FileBook, namespace: string, xml: string | undefined): void {
  if (xml !== undefined && namespaceOf(xml) !== namespace) throw new PortError('InvalidArgument', 'another namespace');
  const [first, ...others] = parts.list(namespace);
  for (const { id } of others) parts.remove(id);
  if (xml === undefined) {
    if (first) parts.remove(first.id);
  } else if (first) parts.put(first.id, xml);
  else parts.add(xml);
}

function noCopies(): never {
  throw new PortError('ApiNotFound', 'this page opens no second workbook');
}

/** The longest formula that spreadsheets take. */
const LONGEST_FORMULA = 8_192;

function storable({ formula = '' }: FileCell): void {
  if (formula.length > LONGEST_FORMULA) throw new PortError('InvalidArgument', 'a formula is too long');
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Answers later, as a spreadsheet does. */
async function settled<T>(work: () => T | Promise<T>): Promise<T> {
  await Promise.resolve();
  return work();
}
