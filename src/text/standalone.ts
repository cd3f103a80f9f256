import type { OtherWords } from './pane';

/** The pane's words where no spreadsheet stands beside it: the file was opened in a page of ours. */
export const WITHOUT_EXCEL: OtherWords = {
  noFunctions: [
    '结果以数值写入；保存后用 WPS 或 Excel 打开即可查看、打印。',
    'Results are written as values; save, then open the file in WPS or Excel to read and print it.',
  ],
  cellEdit: ['这一步没有执行。请再试一次。', 'Nothing was done. Try again.'],
  noSaving: [
    '浏览器不让保存文件。请换用 Chrome、Edge 或 360 浏览器（极速模式）。',
    'The browser does not let files be saved.',
  ],
  inTable: [
    '没有写入：目标位置在工作表“{sheet}”的表格“{table}”里或紧挨着它。请改为写到新工作表。',
    'Nothing was written: the place touches the table “{table}” on “{sheet}”.',
  ],
  shareFirst: [
    '对方用 WPS 或旧版 Excel 的，请发公式版：不用装什么，打开就能看、能算。',
    'To those with WPS or an old Excel send classic formulas: nothing need be installed.',
  ],
  placeInTable: [
    '原表设成了表格“{table}”，结果以数值写到新工作表“{sheet}”',
    'The ledger is the table “{table}”: results go to a new sheet “{sheet}” as values',
  ],
};

/** The words of the page around the pane, in Chinese: it is given to officials of counties. */
export const PAGE = {
  title: '亩均推演 独立版',
  open: '打开台账',
  reopen: '打开别的台账',
  save: '另存为新文件',
  saveBack: '存回原文件',
  readAgain: '再读一次',
  close: '关闭',
  keep: '本机留底，防止意外关闭',
  recent: '最近打开',
  recentFile: '{name}（{time}）',
  clearRecent: '清空这个列表',
  howTo: '三步用起来',
  steps: [
    '在 WPS 里把台账另存为 .xlsx 文件',
    '点“打开台账”，或把文件拖到这里',
    '写完后点“另存为新文件”，再用 WPS 打开新文件',
  ],
  promise: '文件只在本机这个页面里读写，不上传，也不访问网络。原文件不会被改动，除非您点“存回原文件”。',
  reading: '正在打开文件',
  saving: '正在保存',
  readOnly: '这里只看不改；要改单元格，请在 WPS 里改好再打开。',
  unsaved: '有改动没有保存',
  savedAs: '已另存为“{name}”，在浏览器的下载文件夹里。请用 WPS 打开查看；若弹出“受保护的视图”，点“启用编辑”。',
  savedBack: '已存回“{name}”。',
  confirmBack: '把写入的内容存回“{name}”？原有单元格不动，只加上这里写的内容。存回后不能撤销，建议先留一份副本。',
  confirmClose: '有改动没有保存，关闭后就没有了。确定关闭吗？',
  confirmOpen: '有改动没有保存，打开别的台账就没有了。确定打开吗？',
  confirmAgain: '有改动没有保存，再读一次会丢掉。确定吗？',
  changedOutside: '没有存回：“{name}”在打开以后被别的程序改过。请点“另存为新文件”，以免盖掉那些改动。',
  locked: '没有存回：“{name}”正被 WPS 或别的程序占用，或没有写入权限。请先在那里关闭文件，或点“另存为新文件”。',
  gone: '读不到“{name}”：文件可能被移走、改名，或正被别的程序占用。请重新打开。',
  wpsTable:
    '“{name}”是 WPS 的 .et 文件。请在 WPS 里用“文件—另存为”选“Excel 文件（*.xlsx）”，再到这里打开；原文件没有改动。',
  unexpected: '文件没有打开（{detail}）。请在 WPS 里另存一份 .xlsx 再试；原文件没有改动。',
  found: '“{name}”（{time} 打开）有改动没有保存。若它正开在另一个窗口，请回到那个窗口；否则要接着做吗？',
  resume: '接着做',
  forget: '不要了，删除留底',
  kept: '本机浏览器里留着打开的台账和写入的内容，保存或关闭后即删除；还记着最近打开的文件名。公用电脑请去掉勾选。',
  notKept: '本机没有留底：浏览器没有提供存放的地方。请及时保存。',
  otherTab: '另一个窗口打开了台账，本窗口不再留底。请及时保存。',
  sheets: '工作表',
  grid: '“{name}”的单元格',
  yes: '确定',
  no: '取消',
  dismiss: '知道了',
} as const;

/** A sentence of the page with its values. */
export function pageText(
  code: Exclude<keyof typeof PAGE, 'steps'>,
  values: Readonly<Record<string, string>> = {},
): string {
  return PAGE[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
