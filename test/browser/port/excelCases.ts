import { area, type ContractCase, expectEqual } from '../../workbook/portBench';
import { before, loseAnswer, refuseText } from './refuseText';

/** What only a port over Excel can be asked: answers that Excel gives in states this host never comes to. */
export const excelCases: readonly ContractCase[] = [
  {
    name: 'gives a text that begins with "=" back as text, not as a formula',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '像公式', cells: [["'=1+1"], ['=1+2']] });
      const block = { area: area(0, 0, 2), values: [['甲'], ['乙']], replaces: [['=1+1'], ['=1+2']] };
      const outcome = await port.write({ title: '修正', sheet: { id }, blocks: [block] });
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      expectEqual(await port.undo(outcome.receipt), { kind: 'done' });
      const contents = await port.read(id);
      expectEqual(
        [await held(id, area(0, 0, 2)), contents?.values],
        [
          [['=1+1'], ['=1+2']],
          [['=1+1'], [3]],
        ],
      );
    },
  },
  {
    name: 'refuses a text that no cell can hold before it writes anything',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '太长' });
      const blocks = [{ area: area(0, 0, 1, 2), values: [['甲', '长'.repeat(32_768)]] }];
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      expectEqual(
        [outcome.kind === 'failed' && [outcome.code, outcome.message], await held(id, area(0, 0))],
        [['TextTooLong', 'B1'], [['']]],
      );
    },
  },
  {
    name: 'asks for fewer rows where an answer is too big for Excel on the web',
    async run({ port, addSheet }) {
      const cells = Array.from({ length: 12_000 }, (_, row) => [row]);
      const id = await addSheet({ name: '太大', cells });
      const end = refuseText('[0,0,10000,1]', 'ResponsePayloadSizeLimitExceeded');
      const told: number[] = [];
      const contents = await port.read(id, { onProgress: (rows) => told.push(rows), stop: () => false });
      end();
      expectEqual(contents?.values, cells);
      expectEqual(told, [5_000, 10_000, 12_000]);
    },
  },
  {
    name: 'treats all rows and columns as shown where Excel cannot tell',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '不知隐藏', cells: [['甲'], ['乙']], hiddenRows: [1] });
      const end = refuseText('rowHidden', 'ApiNotFound');
      const contents = await port.read(id);
      end();
      expectEqual([contents?.hiddenRows, contents?.values], [[], [['甲'], ['乙']]]);
    },
  },
  {
    name: 'says which cells it could not clear again',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '清不掉' });
      // The cells are written; reading them back breaks off, and so does clearing them.
      const ends = [refuseText('[0,0,3,1]', 'RequestAborted', 1), refuseText('"Clear"', 'AccessDenied')];
      const blocks = ['甲', '清不掉的'].map((text, row) => ({ area: area(row * 2, 0), values: [[text]] }));
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      for (const end of ends) end();
      const { code, leftBehind } = outcome.kind === 'failed' ? outcome : { code: outcome.kind, leftBehind: '' };
      expectEqual([code, leftBehind?.replace(/\d+”/, '”')], ['RequestAborted', '“清不掉”A1,A3']);
    },
  },
  {
    name: 'says that nothing is left where the sheet was protected in mid write and nothing was written',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '写时保护' });
      const ends = [refuseText('没写成的', 'AccessDenied'), refuseText('"Clear"', 'AccessDenied')];
      const blocks = [{ area: area(0, 0), values: [['没写成的']] }];
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      for (const end of ends) end();
      expectEqual([outcome.kind === 'failed' && outcome.leftBehind], [undefined]);
      expectEqual(await held(id, area(0, 0)), [['']]);
    },
  },
  {
    name: 'keeps what somebody types between the look and the write, over blank cells and over others',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '抢先', cells: [[1]] });
      const types = (address: string, value: number) => () =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(id).getRange(address).values = [[value]];
          await context.sync();
        });
      before('要填的', types('B1', 77));
      const filling = { area: area(0, 1), values: [['要填的']] };
      const filled = await port.write({ title: '写入', sheet: { id }, blocks: [filling] });
      before('要换成的', types('A1', 88));
      const replacing = { area: area(0, 0), values: [['要换成的']], replaces: [[1]] };
      const replaced = await port.write({ title: '修正', sheet: { id }, blocks: [replacing] });
      const codes = [filled, replaced].map((outcome) => (outcome.kind === 'failed' ? outcome.code : outcome.kind));
      expectEqual(codes, ['TakenMeanwhile', 'TakenMeanwhile']);
      expectEqual(await held(id, area(0, 0, 1, 2)), [[88, 77]]);
    },
  },
  {
    name: 'leaves no sheet behind that was added though the answer was lost',
    async run({ port }) {
      const names = async () => (await port.sheets()).map(({ name }) => name);
      const earlier = await names();
      loseAnswer('没有答复的新表', 'RequestAborted');
      const blocks = [{ area: area(0, 0), values: [['甲']] }];
      const outcome = await port.write({ title: '写入', sheet: { newName: '没有答复的新表' }, blocks });
      expectEqual([outcome.kind, await names()], ['failed', earlier]);
    },
  },
  {
    name: 'takes back sheets though the answer was lost, and cells when it is asked to once more',
    async run({ port, addSheet, held }) {
      const names = async () => (await port.sheets()).map(({ name }) => name);
      const id = await addSheet({ name: '收回没答复', cells: [['原先的字']] });
      const earlier = await names();
      const blocks = [{ area: area(0, 0), values: [['甲']] }];
      const more = [{ sheet: { newName: '收回二' }, blocks }];
      const added = await port.write({ title: '新表', sheet: { newName: '收回一' }, blocks, more });
      loseAnswer('"Delete"', 'RequestAborted');
      const undone = added.kind === 'done' ? await port.undo(added.receipt) : added;
      expectEqual([undone.kind, await names()], ['done', earlier]);
      const replacing = { area: area(0, 0), values: [['换成的字']], replaces: [['原先的字']] };
      const replaced = await port.write({ title: '修正', sheet: { id }, blocks: [replacing] });
      if (replaced.kind !== 'done') throw new Error(JSON.stringify(replaced));
      loseAnswer('原先的字', 'RequestAborted');
      const [first, again] = [await port.undo(replaced.receipt), await port.undo(replaced.receipt)];
      expectEqual([first.kind, again.kind, await held(id, area(0, 0))], ['failed', 'done', [['原先的字']]]);
    },
  },
  {
    name: 'takes the text format off a cell it writes a number to: Excel would keep the number as text',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '文本格式', cells: [[4]] });
      const cell = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(id).getRange('B1');
      const format = await Excel.run(async (context) => {
        cell(context).numberFormat = [['@']];
        await context.sync();
        await port.write({ title: '写入', sheet: { id }, blocks: [{ area: area(0, 1), values: [[1.5]] }] });
        const range = cell(context).load('numberFormat');
        await context.sync();
        return range.numberFormat as string[][];
      });
      expectEqual(format, [['General']]);
    },
  },
  {
    name: 'replaces words in cells formatted as text, and gives them back, without a stray apostrophe',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '文本换' });
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(id).getRange('A1:A2');
        range.numberFormat = [['@'], ['@']];
        range.values = [['91a'], ['１２０']];
        await context.sync();
      });
      const block = { area: area(0, 0, 2), values: [['91A'], [120]], replaces: [['91a'], ['１２０']] };
      const outcome = await port.write({ title: '修正', sheet: { id }, blocks: [block] });
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      expectEqual(await held(id, area(0, 0, 2)), [['91A'], [120]]);
      expectEqual(await port.undo(outcome.receipt), { kind: 'done' });
      expectEqual(await held(id, area(0, 0, 2)), [['91a'], ['１２０']]);
    },
  },
  {
    name: 'writes words into cells formatted as text without a stray apostrophe, and numbers as their text',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '文本写' });
      const values = [['5～10', '- 甲', "'乙", 30, '', '2026-04-01']];
      const blocks = [{ area: area(0, 0, 1, 6), values, format: { numberFormat: '@' } }];
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      expectEqual(outcome.kind, 'done');
      expectEqual((await port.read(id))?.values, [['5～10', '- 甲', "'乙", '30', '', '2026-04-01']]);
    },
  },
  {
    name: 'takes no setting that is not JSON, nor one of another add-in',
    async run({ port }) {
      await Excel.run(async (context) => {
        context.workbook.settings.add('mujun.坏', '{"没有结尾');
        context.workbook.settings.add('mujun.数', 5);
        context.workbook.settings.add('别人', '"文字"');
        await context.sync();
      });
      const settings = ['坏', '数', '别人'].map((key) => port.loadSetting(key));
      expectEqual(
        (await Promise.all(settings)).filter((value) => value !== undefined),
        [],
      );
    },
  },
  {
    name: 'knows whether Excel has custom functions',
    run({ port }) {
      expectEqual(port.customFunctions, Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1'));
      return Promise.resolve();
    },
  },
];
