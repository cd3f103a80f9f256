/** What the page says. The workbench speaks Chinese only. */
export const PAGE_TEXTS = {
  sampleName: '示例台账.xlsx',
  copyName: '新工作簿.xlsx',
  saved: '已保存',
  unsaved: '有未保存的更改',
  opening: '正在打开…',
  calculating: '正在计算…',
  sampleMissing: '示例台账打不开：服务器没有给出文件。请用“打开工作簿”选择一个 .xlsx 文件。',
  confirmReplace: '当前工作簿有未保存的更改，打开另一个会丢失它们。',
  replace: '放弃更改并打开',
  notKept: (what: readonly string[]): string => `已下载。以下更改没有写入文件：${what.join('、')}。`,
  sheetProtected: '这张工作表受保护，不能修改。请先在 Excel 中撤销保护。',
  openFailed: '文件打不开，当前工作簿没有变化。',
  saveFailed: '工作簿没有保存成功，请改用 Excel 重做这一步。',
} as const;
