import { area, type ContractCase, expectEqual } from '../../workbook/portBench';
import { refuseText } from './refuseText';

/** Codes with which versions of Excel have refused a call inside an undo group (office-js 6255, 6491, 6711). */
const REFUSALS = ['UndoNotSupported', 'GeneralException', 'InternalError'];

/** What a port over an Excel that has undo groups (ExcelApi 1.20), and claims functions that it lacks, can be asked. */
export const otherExcelCases: readonly ContractCase[] = [
  ...REFUSALS.map((code) => ({
    name: `writes without an undo step where Excel refuses one with ${code}`,
    async run({ port, addSheet, held }: Parameters<ContractCase['run']>[0]) {
      const id = await addSheet({ name: `撤销组${code}` });
      const text = `不能成组 ${code}`;
      refuseText(text, code, 1);
      const outcome = await port.write({
        title: '写入',
        sheet: { id },
        blocks: [{ area: area(0, 0), values: [[text]] }],
      });
      expectEqual([outcome.kind, await held(id, area(0, 0))], ['done', [[text]]]);
    },
  })),
  {
    name: 'tells a write that fails with and without an undo step, and leaves nothing',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '总是失败' });
      const end = refuseText('总是失败', 'GeneralException');
      const blocks = [{ area: area(0, 0), values: [['总是失败']] }];
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      end();
      expectEqual([outcome.kind, await held(id, area(0, 0))], ['failed', [['']]]);
    },
  },
  {
    name: 'tells that formulas of the add-in show #NAME?',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '没有函数', cells: [[1]] });
      const block = (column: number, formula: string) => ({ area: area(0, column), formulas: [[formula]] });
      const write = (column: number, formula: string) =>
        port.write({ title: '写入', sheet: { id }, blocks: [block(column, formula)] });
      const [ours, native] = [await write(1, '=MUJUN_TIER(A1,A1)'), await write(2, '=A1+1')];
      const unknown = [ours, native].map((outcome) => outcome.kind === 'done' && outcome.nameUnknown === true);
      expectEqual([port.customFunctions, ...unknown], [true, true, false]);
    },
  },
];
