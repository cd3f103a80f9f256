import type { WorkbookPort } from '../port';
import { customXml, putCustomXml } from './customXml';
import { listenToChanges, listenToSelections } from './events';
import { namedCells, setName } from './names';
import { currentFile, openCopy } from './files';
import { createMergeMemory } from './merges';
import { createOwnWrites } from './ownWrites';
import { readFormulas, readSheet } from './readSheet';
import { currentSelection, selectAreas, selectCells, selectedRows } from './selection';
import { loadSetting, saveSetting } from './settings';
import { activeSheet, listSheets } from './sheets';
import { undoWrite } from './undoWrite';
import { writePlan } from './writePlan';

/** The workbook that Excel has open, by Office.js; to be called after Office.onReady. */
export function createExcelPort(): WorkbookPort {
  const own = createOwnWrites();
  const merged = createMergeMemory();
  const limit = limitOf(Office.context.document);
  return {
    ...(limit ? { limit } : {}),
    customFunctions: Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1'),
    sheets: listSheets,
    activeSheet,
    read: (sheetId, progress) => readSheet(merged, sheetId, progress),
    readFormulas,
    selection: currentSelection,
    selectedRows,
    select: selectCells,
    selectAreas,
    write: (plan) => writePlan(plan, own),
    undo: (receipt) => undoWrite(receipt, own),
    namedCells,
    setName,
    loadSetting,
    saveSetting,
    customXml,
    putCustomXml,
    currentFile,
    openCopy,
    onSelectionChanged: listenToSelections,
    onChanged: (listener) => listenToChanges(listener, { own, merged }),
  };
}

/** Excel tells reading only by the document's mode, and the old format by the ending of its name alone. */
function limitOf({ mode, url }: Office.Document): WorkbookPort['limit'] {
  if (mode === Office.DocumentMode.ReadOnly) return 'readOnly';
  return /\.xls$/i.test(url) ? 'oldFormat' : undefined;
}
