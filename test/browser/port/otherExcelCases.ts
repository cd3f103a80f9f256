import { area, type ContractCase, expectEqual } from '../../workbook/portBench';
import { refuseText } from './refuseText';

/** Codes with which versions of Excel have refused a call inside an undo group (office-js 6255, 6491, 6711). */
const REFUSALS = ['UndoNotSupported', 'GeneralException', 'InternalError'];

/** Writes so many cells down a column; gives whether each run asked of Excel meanwhile was to be one step of its undo list. */
async function groupsOf({ port, addSheet }: Parameters<ContractCase['run']>[0], rows: number): Promise<boolean[]> {
  const id = await addSheet({ name: `撤销步${String(rows)}` });
  const { run } = Excel;
  const groups: boolean[] = [];
  Object.assign(Excel, {
    run: (...given: [Excel.RunOptions, (context: Excel.RequestContext) => Promise<unknown>]) => {
      groups.push(given[0].mergeUndoGroup === true);
      return run(...given);
    },
  });
  const values = Array.from({ length: rows }, (_, row) => [row]);
  const outcome = await port.write({ title: '写入', sheet: { id }, blocks: [{ area: area(0, 0, rows), values }] });
  Object.assign(Excel, { run });
  expectEqual(outcome.kind, 'done');
  return groups;
}

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
    name: 'asks for one undo step for a write, and for none where Excel would cut it',
    async run(bench) {
      const [small, large] = [await groupsOf(bench, 1_500), await groupsOf(bench, 1_501)];
      expectEqual([small.includes(true), large.includes(true)], [true, false]);
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

/** Long enough that so many rows of it pass the 5 MB that Excel on the web takes and gives at once. */
const LONG = '长'.repeat(900);

/** What a port over Excel on the web, which refuses requests and answers of more than 5 MB, can be asked. */
export const webExcelCases: readonly ContractCase[] = [
  {
    name: 'asks Excel on the web for no undo step, for it fails there (office-js 6255, 6711)',
    async run(bench) {
      expectEqual((await groupsOf(bench, 2)).includes(true), false);
    },
  },
  {
    name: 'writes, reads and takes back what is more than one request or answer holds',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '超过五兆' });
      const values = Array.from({ length: 3_000 }, (_, row) => [row, `${LONG}${String(row)}`]);
      const outcome = await port.write({
        title: '写入',
        sheet: { id },
        blocks: [{ area: area(0, 0, 3_000, 2), values }],
      });
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      expectEqual((await port.read(id))?.values, values);
      expectEqual(await port.undo(outcome.receipt), { kind: 'done' });
      expectEqual(await held(id, area(2_999, 0, 1, 2)), [['', '']]);
    },
  },
];

/** What a port can be asked where Excel merges no cells and deletes no sheets. */
export const sharedExcelCases: readonly ContractCase[] = [
  {
    name: 'writes columns beside a ledger, and says which sheet it could not take away again',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '共享', cells: [['甲']] });
      const beside = await port.write({
        title: '写入',
        sheet: { id },
        blocks: [{ area: area(0, 1), values: [['档位']] }],
      });
      expectEqual([beside.kind, await held(id, area(0, 1))], ['done', [['档位']]]);
      const blocks = [{ area: area(0, 0, 1, 2), values: [['目标', '']] }];
      const merged = await port.write({
        title: '目标',
        sheet: { newName: '共享目标' },
        blocks,
        merges: [area(0, 0, 1, 2)],
      });
      expectEqual(merged.kind === 'failed' && [merged.code, merged.leftBehind], ['InvalidOperation', '“共享目标”']);
    },
  },
];
