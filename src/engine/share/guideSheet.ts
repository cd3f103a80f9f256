import type { NewSheet, SheetCell } from '../../sheet/sheet';
import { STAMP_TITLE } from './copyWords';
import type { CopyWords } from './copyLedgerSheet';
import { LEVEL_NAMES } from './groundsSheet';
import type { ShareLevel } from './sentBatch';

export const GUIDE_SHEET = '填报说明';

const LEVEL_TEXTS: Readonly<Record<ShareLevel, string>> = {
  live: '函数版：档位、路径由加载项的函数计算，需要装有加载项的 Excel；显示 #NAME? 的，请向发件人索取公式版。',
  classic: '公式版：档位、路径是普通公式，WPS 和旧版 Excel 打开即可重算，不需要加载项。',
  values: '数值版：档位、路径是写入时的数值，不随输入改变。',
};

/** Where results and the marks of changed inputs stand, as ranges of a formula; absent where the copy has none. */
export interface CheckedRanges {
  readonly results?: string;
  readonly changed?: string;
  /** Results that do not follow: 档位, 路径. */
  readonly fixed: readonly string[];
}

/** 填报说明: what to do, until when, where to, and a cell that says which level this is and whether inputs have changed. */
export function guideSheet(
  words: CopyWords,
  given: {
    readonly level: ShareLevel;
    readonly copy: string;
    readonly ranges: CheckedRanges;
    readonly masked: boolean;
  },
): NewSheet {
  const { level, copy, masked } = given;
  const lines: SheetCell[][] = [
    ['交回期限', words.deadline === '' ? '—' : words.deadline],
    ['交回地址', words.returnTo === '' ? '—' : words.returnTo],
    ['填写', '只填黄色单元格。数字直接填数字，不带单位；有下拉选项的从选项中选。没有的留空，不要填 0。'],
    ['不要', '不要改动表头、行码和灰色单元格，不要合并单元格。要增加的户填在最后一行之下，行码留空。'],
    ['核对', '交回后由发件人逐格核对：改动、冲突、多出或缺少的行都会列出，不会直接覆盖。'],
    ...(masked ? [['代号', '企业名称等已用代号代替，对照表只在发件单位。']] : []),
    ['级别', LEVEL_TEXTS[level]],
  ];
  return {
    name: GUIDE_SHEET,
    freezeRows: 0,
    blocks: [
      { row: 0, column: 0, values: [[`${words.title} 填报说明`]], format: { bold: true, fontSize: 14 } },
      {
        row: 2,
        column: 0,
        values: lines.map(([name = '']) => [name]),
        format: { bold: true, vertical: 'Top', columnWidth: 80 },
      },
      {
        row: 2,
        column: 1,
        values: lines.map(([, text = '']) => [text]),
        format: { wrap: true, vertical: 'Top', columnWidth: 470 },
      },
      { row: lines.length + 2, column: 0, values: [['自检'], [STAMP_TITLE]], format: { bold: true, vertical: 'Top' } },
      {
        row: lines.length + 2,
        column: 1,
        values: [[''], [copy]],
        format: { wrap: true, vertical: 'Top' },
        formulas: [[selfCheck(given)], ['']],
      },
    ],
    print: {
      landscape: false,
      area: { row: 0, column: 0, rows: lines.length + 4, columns: 2 },
      margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
    },
    protect: true,
  };
}

/** Says which level a workbook is and whether inputs have changed. Classic functions only: it works where the add-in does not. */
export function selfCheck({ level, ranges }: { readonly level: ShareLevel; readonly ranges: CheckedRanges }): string {
  const name = `"本表为${LEVEL_NAMES[level]}。"`;
  const { results, changed, fixed } = ranges;
  if (changed === undefined) return `=${name}&"未含研判结果。"`;
  const count = `COUNTIF(${changed},"已变")`;
  const stays = level === 'values' ? '结果' : level === 'classic' ? fixed.join('、') : '';
  const after = stays === '' ? '，结果已随之重算' : `，${stays}仍是发出时的数值`;
  const state = `IF(${count}=0,"发出后输入未改动。","发出后有 "&${count}&" 户的输入已改动${after}。")`;
  const missing = '"本机没有加载项，函数不能计算，请向发件人索取公式版。"';
  const works =
    level === 'live' && results !== undefined ? `IF(SUMPRODUCT(--ISERROR(${results}))>0,${missing},"")` : '""';
  return `=${name}&${state}&${works}`;
}
