import type { UndoOutcome, WriteOutcome } from '../workbook/port';
import type { Language } from './language';
import { reasonOf } from './workbookReasons';

/** Enough of a cell to know it by. */
const SHOWN = 20;

/** What became of a write: where it stands, or what stopped it and what to do. */
export function writeOutcomeText(outcome: WriteOutcome, language: Language): string {
  return language === 'zh-CN' ? chineseWrite(outcome) : englishWrite(outcome);
}

/** What became of taking a write back. */
export function undoOutcomeText(outcome: UndoOutcome, language: Language): string {
  return language === 'zh-CN' ? chineseUndo(outcome) : englishUndo(outcome);
}

/** Why Excel could not be read or shown something; `code` is a PortError's. */
export function portErrorText(code: string, language: Language): string {
  const reason = reasonOf(code, language);
  return language === 'zh-CN'
    ? `没有读到工作表：${reason}工作簿没有改动。`
    : `Nothing was read: ${reason} The workbook is unchanged.`;
}

function chineseWrite(outcome: WriteOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return `已写入工作表“${outcome.sheet.name}”。`;
    case 'occupied':
      return `工作表“${outcome.sheet}”的 ${outcome.address} 已有内容“${shown(outcome.text)}”，没有写入，工作簿没有改动。请换一处空白列，或写到新工作表。`;
    case 'protected':
      return `工作表“${outcome.sheet}”受保护，没有写入，工作簿没有改动。请由设置保护的人取消保护，或写到新工作表。`;
    case 'inTable':
      return `要写的位置在工作表“${outcome.sheet}”的表格“${outcome.table}”里或紧挨着它，没有写入，工作簿没有改动。请与表格隔开一列，或写到新工作表。`;
    case 'changed':
      return `工作表“${outcome.sheet}”的 ${cellsText(outcome)} 在读取后已被改动，没有写入，工作簿没有改动。请重新读取台账后再试。`;
    case 'failed':
      return `没有写入：${reasonOf(outcome.code, 'zh-CN')}${chineseState(outcome.leftBehind)}`;
  }
}

function englishWrite(outcome: WriteOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return `Written to the sheet “${outcome.sheet.name}”.`;
    case 'occupied':
      return `Nothing was written and the workbook is unchanged: ${outcome.address} on “${outcome.sheet}” already holds “${shown(outcome.text)}”. Choose blank columns, or write to a new sheet.`;
    case 'protected':
      return `Nothing was written and the workbook is unchanged: the sheet “${outcome.sheet}” is protected. Ask whoever protected it, or write to a new sheet.`;
    case 'inTable':
      return `Nothing was written and the workbook is unchanged: the place lies in or right beside the table “${outcome.table}” on “${outcome.sheet}”. Leave a column between, or write to a new sheet.`;
    case 'changed':
      return `Nothing was written and the workbook is unchanged: ${cellsText(outcome)} on “${outcome.sheet}” changed since it was read. Read the ledger again.`;
    case 'failed':
      return `Nothing was written: ${reasonOf(outcome.code, 'en')} ${englishState(outcome.leftBehind)}`;
  }
}

/** The first of the cells, and how many more: B2, B7 …（9）. */
function cellsText({ cells }: WriteOutcome & { kind: 'changed' }): string {
  const first = cells.slice(0, 3).map(({ address }) => address);
  return cells.length > first.length ? `${first.join(', ')} …（${cells.length}）` : first.join(', ');
}

function chineseState(leftBehind: string | undefined): string {
  return leftBehind === undefined
    ? '工作簿没有改动。'
    : `已写的部分没能清除：请检查 ${leftBehind}，用 Excel 的撤销恢复，或不保存关闭。`;
}

function englishState(leftBehind: string | undefined): string {
  return leftBehind === undefined
    ? 'The workbook is unchanged.'
    : `What had been written could not be cleared: check ${leftBehind}, use Undo in Excel, or close without saving.`;
}

function chineseUndo(outcome: UndoOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return '已撤销本次写入。';
    case 'edited':
      return `写入之后有人改过 ${outcome.address}，没有撤销，工作簿没有改动。请核对后自行删除不要的内容。`;
    case 'failed':
      return `没有撤销：${reasonOf(outcome.code, 'zh-CN')}写入的内容还在。`;
  }
}

function englishUndo(outcome: UndoOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return 'The last write was taken back.';
    case 'edited':
      return `Nothing was taken back and the workbook is unchanged: somebody edited ${outcome.address} since. Check it and delete what you do not want yourself.`;
    case 'failed':
      return `Nothing was taken back: ${reasonOf(outcome.code, 'en')} What was written is still there.`;
  }
}

/** The head of a cell's text, on one line. */
function shown(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= SHOWN ? characters.join('') : `${characters.slice(0, SHOWN).join('')}…`;
}
