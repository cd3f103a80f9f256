import type { SelectedRows, WorkbookPort } from '../../src/workbook/port';
import { type Calculate, MemoryBook, type MemorySheetInput } from './memoryBook';
import { memoryNamedCells, setMemoryName } from './memoryNames';
import { memoryFile, readMemory, readMemoryFormulas } from './memoryRead';
import { undoMemory } from './memoryUndo';
import { sheetRef } from './memorySheetRef';
import { writeMemory } from './memoryWrite';
import { sharedCells } from '../../src/sheet/area';

/** `calculate` gives formulas their values (without it, 0). */
export interface MemoryPortOptions {
  readonly sheets?: readonly MemorySheetInput[];
  readonly customFunctions?: boolean;
  readonly calculate?: Calculate;
}

/** The port, with the workbook under it for a test to look at and to play the user on. */
export type MemoryPort = WorkbookPort & { readonly book: MemoryBook };

/** A workbook port over a workbook in memory, held to the same contract as the one over Excel. */
export function createMemoryPort(options: MemoryPortOptions = {}): MemoryPort {
  const book = new MemoryBook(options.sheets ?? [], options.calculate ?? (() => [[0]]));
  return {
    book,
    customFunctions: options.customFunctions ?? true,
    sheets: async () => settled(() => book.sheets.map(sheetRef)),
    activeSheet: async () => settled(() => sheetRef(book.sheet(book.activeId))),
    read: async (sheetId, progress) => settled(() => readMemory(book.sheet(sheetId), progress)),
    readFormulas: async (sheetId, progress) => settled(() => readMemoryFormulas(book.sheet(sheetId), progress)),
    selectedRows: async () => settled(() => selectedRows(book)),
    selection: async () => settled(() => ({ sheetId: book.activeId, area: book.selected })),
    select: async (sheetId, area) => settled(() => book.select(sheetId, area)),
    selectAreas: async (sheetId, areas) => settled(() => book.selectAreas(sheetId, areas)),
    write: async (plan) => settled(() => writeMemory(book, plan)),
    undo: async (receipt) => settled(() => undoMemory(book, receipt)),
    namedCells: async (name) => settled(() => memoryNamedCells(book, name)),
    setName: async (name, target) => settled(() => setMemoryName(book, name, target)),
    ...settingsOf(book),
    ...filesOf(book),
    onSelectionChanged: async (listener) => settled(() => listen(book.selectionListeners, listener)),
    onChanged: async (listener) => settled(() => listen(book.changeListeners, listener)),
  };
}

function filesOf(book: MemoryBook): Pick<WorkbookPort, 'customXml' | 'putCustomXml' | 'currentFile' | 'openCopy'> {
  return {
    customXml: async (namespace) => settled(() => [book.customXml.get(namespace) ?? []].flat()),
    putCustomXml: async (namespace, xml) =>
      settled(() => {
        if (xml === undefined) book.customXml.delete(namespace);
        else book.customXml.set(namespace, xml);
      }),
    currentFile: async () => settled(() => memoryFile(book)),
    openCopy: async (bytes) => settled(() => void book.copies.push(bytes)),
  };
}

function selectedRows(book: MemoryBook): SelectedRows {
  const { activeId, selected, selectedAreas } = book;
  const { area } = readMemoryFormulas(book.sheet(activeId)) ?? { area: selected };
  const rows = selectedAreas.flatMap((own) => {
    const shared = sharedCells({ ...own, column: area.column, columns: Math.max(area.columns, 1) }, area);
    return Array.from({ length: shared?.rows ?? 0 }, (_, index) => (shared?.row ?? 0) + index);
  });
  return { sheetId: activeId, rows: rows.toSorted((a, b) => a - b) };
}

function settingsOf(book: MemoryBook): Pick<WorkbookPort, 'loadSetting' | 'saveSetting'> {
  return {
    loadSetting: async (key) =>
      settled((): unknown => {
        const text = book.settings.get(key);
        return text === undefined ? undefined : JSON.parse(text);
      }),
    saveSetting: async (key, value) =>
      settled(() => {
        if (value === undefined) book.settings.delete(key);
        else book.settings.set(key, JSON.stringify(value));
      }),
  };
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Answers later, as a host does. */
async function settled<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  return work();
}
