import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { environmentText, type Environment } from '../../src/taskpane/model/environmentText';

const PAGE = {
  address: 'https://a.test/taskpane.html',
  browser: 'Edg/120',
  size: '350 × 700, 1',
  workers: true,
  cores: 4,
};
const EXCEL = {
  host: 'Excel',
  platform: 'PC',
  version: '16.0.17928.20114',
  displayLanguage: 'zh-CN',
  contentLanguage: 'zh-CN',
  sets: { ExcelApi: '1.20', ExcelApiOnline: '', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.4' },
  script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  scriptVersion: '16.0.15407.10000',
  syncs: [31, 22, 25],
};
const FUNCTIONS = { claimed: true, offered: true, answered: 0 };
const BASE: Environment = { version: '0.1.0', excel: EXCEL, functions: FUNCTIONS, downloads: 'perhaps', page: PAGE };

const linesOf = (environment: Environment) => environmentText(environment, paneText('zh-CN')).split('\n');

describe('环境自检', () => {
  it('says what Excel is, what it claims, how fast it answers and where its script came from', () => {
    expect(linesOf(BASE)).toEqual([
      '亩均推演版本：0.1.0',
      '所在软件：Excel PC 16.0.17928.20114',
      '支持的接口：ExcelApi 1.20, ExcelApiOnline -, SharedRuntime 1.1, CustomFunctionsRuntime 1.4',
      '语言（界面、内容）：zh-CN, zh-CN',
      'office.js 来自：https://appsforoffice.microsoft.com/lib/1/hosted/office.js（版本：16.0.15407.10000）',
      '与 Excel 通话三次用时（毫秒）：31, 22, 25',
      '一次写入算一步撤销：是',
      '自定义函数：软件说有，本次打开后还没有应答过（在空白格输入 =MUJUN_TO_MU(1,"公顷") 得 15，就是能用）',
      '下载文件：应当可以，下载提示可能看不到',
      '窗格网址：https://a.test/taskpane.html',
      '浏览器：Edg/120',
      '窗格宽高与缩放：350 × 700, 1',
      '后台计算：是，处理器 4 个核',
    ]);
  });

  it('believes functions only when one has answered, whatever Excel claims', () => {
    const said = (functions: Partial<Environment['functions']>) =>
      linesOf({ ...BASE, functions: { ...FUNCTIONS, ...functions } }).find((line) => line.startsWith('自定义函数'));
    expect(said({ answered: 3 })).toContain('已应答 3 次');
    expect(said({ claimed: false, offered: false })).toBe('自定义函数：没有');
    expect(said({ offered: false })).toContain('#NAME?');
  });

  it('does without Excel, and says where Excel did not answer or knows no groups of undo', () => {
    const { excel: _, ...alone } = BASE;
    expect(linesOf(alone).some((line) => line.startsWith('所在软件'))).toBe(false);
    const silent = linesOf({ ...BASE, excel: { ...EXCEL, platform: 'OfficeOnline', syncs: undefined } });
    expect(silent).toEqual(
      expect.arrayContaining(['与 Excel 通话三次用时（毫秒）：没有答复', '一次写入算一步撤销：否']),
    );
    const unversioned = linesOf({ ...BASE, excel: { ...EXCEL, scriptVersion: '' } });
    expect(unversioned.filter((line) => line.includes('office.js'))).toEqual([
      `office.js 来自：${EXCEL.script}（版本：没有写明）`,
    ]);
  });
});
