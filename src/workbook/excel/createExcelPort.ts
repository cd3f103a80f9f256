import type { WorkbookPort } from '../port';
import { customXml, putCustomXml } from './customXml';
import { listenToChanges, listenToSelections } from './events';
import { namedCells, setName } from './names';
import { currentFile, openCopy } from './files';
import { createMergeMemory } from './merges';
import { createOwnWrites } from './ownWrites';
import { readFormulas, readSheet } from './readSheet';
import { currentSelection, selectCells, selectedRows } from './selection';
import { loadSetting, saveSetting } from './settings';
import { activeSheet, listSheets } from './sheets';
import { undoWrite } from './undoWrite';
import { writePlan } from './writePlan';

/** The workbook that Excel has open, by Office.js; to be called after Office.onReady. */
export function createExcelPort(): WorkbookPort {
  const own = createOwnWrites();
  const merged = createMergeMemory();
  return {
    customFunctions: Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1'),
    sheets: listSheets,
    activeSheet,
    read: (sheetId, progress) => readSheet(merged, sheetId, progress),
    readFormulas,
    selection: currentSelection,
    selectedRows,
    select: selectCells,
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
