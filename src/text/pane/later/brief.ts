import type { Entry } from '../entry';

/** The report for the leaders. Its own words are Chinese in every language. */
export const BRIEF = {
  briefMade: [
    '已生成“{name}”，在“下载”文件夹，可用 Word 或 WPS 打开修改。工作簿没有改动。',
    'Made “{name}”, in the Downloads folder. The workbook is unchanged.',
  ],
  briefStopped: ['已停止，没有生成汇报材料。', 'Stopped; no report was made.'],
  briefNoDownload: [
    '这里不能保存 Word 文件。请在网页版 Excel 或独立版中打开这个工作簿，再生成汇报材料。',
    'Word files cannot be saved here: open the workbook in Excel on the web or in the stand-alone edition.',
  ],
} as const satisfies Record<string, Entry>;
