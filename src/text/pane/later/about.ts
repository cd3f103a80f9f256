import type { Entry } from '../entry';

/** 关于 and 环境自检: what an official sends to whoever helps. */
export const ABOUT = {
  aboutTitle: ['环境自检', 'Environment check'],
  aboutWhat: [
    '有问题请教技术人员时，把下面的内容发给他。里面只有软件和系统的情况，没有台账里的任何内容，也没有文件名。',
    'Send this to whoever helps you. It tells of software and system only; nothing of the ledger, nor the name of the file.',
  ],
  aboutAsking: ['正在检查……', 'Checking…'],
  aboutFailed: [
    '检查没有完成（{detail}），工作簿没有改动。请再打开一次这一页。',
    'The check did not finish ({detail}); the workbook is unchanged. Open this screen again.',
  ],
  aboutCopy: ['复制', 'Copy'],
  aboutCopied: ['已复制，可以粘贴到微信、邮件里发出。', 'Copied.'],
  aboutNotCopied: [
    '这里不让自动复制：请点进上面的框，按 Ctrl+A 全选，再按 Ctrl+C 复制。',
    'Copying is not allowed here: click into the box, press Ctrl+A and then Ctrl+C.',
  ],
  goBack: ['返回', 'Back'],
  factVersion: ['亩均推演版本：{value}', 'Mujun version: {value}'],
  factHost: ['所在软件：{value}', 'Host: {value}'],
  factSets: ['支持的接口：{value}', 'Requirement sets: {value}'],
  factLanguages: ['语言（界面、内容）：{value}', 'Languages (display, content): {value}'],
  factFunctions: ['自定义函数：{value}', 'Custom functions: {value}'],
  factFunctionsNone: ['没有', 'none'],
  factFunctionsAnswered: [
    '有，本次打开后已应答 {count} 次',
    'claimed; answered {count} times since the pane was opened',
  ],
  factFunctionsSilent: [
    '软件说有，本次打开后还没有应答过（在空白格输入 =MUJUN_TO_MU(1,"公顷") 得 15，就是能用）',
    'claimed; not asked for an answer yet (type =MUJUN_TO_MU(1,"公顷"): 15 means they work)',
  ],
  factFunctionsUnknown: ['软件说有，实际显示 #NAME?', 'claimed, but cells show #NAME?'],
  factDownloads: ['下载文件：{value}', 'Downloads: {value}'],
  factDownloadsSure: ['可以', 'work'],
  factDownloadsPerhaps: ['应当可以，下载提示可能看不到', 'should work, perhaps unseen'],
  factDownloadsNone: ['不可以，副本要用“打开”再另存', 'do not work; copies are opened'],
  factScript: ['office.js 来自：{value}（版本：{version}）', 'office.js from: {value} (version: {version})'],
  factScriptVersionNone: ['没有写明', 'not told'],
  factSyncs: ['与 Excel 通话三次用时（毫秒）：{value}', 'Three calls to Excel took (ms): {value}'],
  factSyncsNone: ['没有答复', 'no answer'],
  factUndoGroups: ['一次写入算一步撤销：{value}', 'One write is one step of undo: {value}'],
  factYes: ['是', 'yes'],
  factNo: ['否', 'no'],
  factPane: ['窗格宽高与缩放：{value}', 'Size of the pane and scale: {value}'],
  factBrowser: ['浏览器：{value}', 'Browser: {value}'],
  factWorkers: ['后台计算：{value}，处理器 {cores} 个核', 'Background computing: {value}, {cores} cores'],
  factPage: ['窗格网址：{value}', 'Address of the pane: {value}'],
} as const satisfies Record<string, Entry>;
