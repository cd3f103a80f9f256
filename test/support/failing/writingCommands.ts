import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import type { ChosenFile } from '../../../src/taskpane/state/shareState';
import type { Commands } from '../../../src/taskpane/commands/commands';
import type { PaneState } from '../../../src/taskpane/state/paneState';
import type { CellValue, WorkbookPort } from '../../../src/workbook/port';

/** A pane over a workbook, and a person at the cells of it: in memory, or in the workbench behind office.js. */
export interface WritingPane {
  readonly commands: Commands;
  readonly state: () => PaneState;
  readonly port: Pick<WorkbookPort, 'putCustomXml'>;
  /** Types into a cell of a sheet; row and column count from 0. */
  readonly edit: (sheet: string, at: readonly [number, number], value: CellValue) => Promise<void>;
  /** The row of a sheet whose first cell holds a word. */
  readonly rowOf: (sheet: string, word: string) => number;
}

/** A command that writes: what comes before it, and the command itself. */
export interface Writing {
  readonly name: string;
  readonly before?: (pane: WritingPane) => Promise<void>;
  readonly run: (pane: WritingPane) => Promise<void>;
}

const HEADERS = [
  '序号',
  '企业名称',
  '镇街',
  '用地面积(亩)',
  '税收(万元)',
  '符合规划',
  '建筑质量',
  '落后产能',
  '备注',
  '容积率',
];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, '甲机械公司', '甘霖镇', 10, 40, '是', '差', '否', '', 0.8],
  [2, ' 乙纺织公司', '甘霖镇', '２0', 160, '是', '差', '否', '', 1.2],
  [3, '丙电器公司', '长乐镇', 5, 100, '是', '好', '是', '', 2],
  [4, '丁阀门公司', '长乐镇', 30, '1,200', '否', '差', '否', '', 0.5],
];

/** The workbook that every command starts from. */
export const BOOK = [
  { name: '台账', cells: [HEADERS, ...ROWS] },
  { name: '汇算', cells: [['=_xldudf_MUJUN_TIER(1,2)', '=SUM(1,2)']] },
];

const file = (name: string, bytes: Uint8Array): ChosenFile => ({ name, bytes: () => Promise.resolve(bytes) });
const lastYear = () =>
  sheetsToFile([
    { name: '去年台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [HEADERS, ...ROWS.slice(1)] }] },
  ]);

async function copies({ commands, state }: WritingPane): Promise<Uint8Array> {
  await commands.setShare.run({ rule: { tax: 'show', personal: 'show', identity: 'show', others: 'locked' } });
  await commands.checkLeaving.run();
  await commands.makeCopies.run();
  const [one] = state().share.made?.files ?? [];
  if (!one) throw new Error('no copy was made');
  return one.bytes;
}

/** A copy as it comes back, with one amount typed over. */
function returned(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(bytes);
  const [sheet] = opened.model.sheets;
  for (const [row, cells] of sheet?.cells ?? []) {
    for (const [column, { value }] of cells) {
      if (value !== 40) continue;
      const typed = new Map([[row, new Map([[column, { value: 41.5, type: 'number' as const }]])]]);
      return savePackage(opened, { sheets: [{ id: sheet?.id ?? '', cells: typed }] });
    }
  }
  throw new Error('the copy has no such amount');
}

async function projected({ commands, state }: WritingPane): Promise<void> {
  await commands.setScenario.run({ draws: 1000 });
  await commands.startProjection.run();
  if (!state().simulation.projection?.drawn) throw new Error('nothing was projected');
}

async function saved(pane: WritingPane): Promise<void> {
  await projected(pane);
  await pane.commands.saveScenario.run({ name: '方案一', headline: '……' });
}

async function generated({ commands }: WritingPane): Promise<void> {
  await commands.setTarget.run({ total: 20 });
  await commands.split.run();
  await commands.generateTargets.run();
}

function edited({ edit, rowOf }: WritingPane): Promise<void> {
  return edit('政策参数', [rowOf('政策参数', '重点排查线'), 1], 8);
}

async function plainRecord({ port, commands }: WritingPane): Promise<void> {
  const formula = '=MUJUN_TIER(台账!E2,台账!D2,"嵊州2021")';
  const cell = { sheet: '汇算', area: { row: 4, column: 0, rows: 1, columns: 1 }, formula, kind: 'value', clause: '' };
  const text = JSON.stringify([{ ...cell, written: [['']], shown: [['']] }]).replaceAll('&', '&amp;');
  await port.putCustomXml('urn:mujun:replaced', `<replaced xmlns="urn:mujun:replaced">${text}</replaced>`);
  await commands.checkRestore.run();
}

/** Every command through which the workbook is changed. */
export const WRITING: readonly Writing[] = [
  { name: 'writeResults', run: ({ commands }) => commands.writeResults.run() },
  {
    name: 'writeResults, once more after a change',
    before: async ({ commands, edit }) => {
      await commands.writeResults.run();
      await edit('台账', [1, 4], 44);
      await commands.refresh.run();
    },
    run: ({ commands }) => commands.writeResults.run(),
  },
  {
    name: 'undoWrite',
    before: ({ commands }) => commands.writeResults.run(),
    run: ({ commands }) => commands.undoWrite.run(),
  },
  {
    name: 'undoWrite, of sheets with names',
    before: ({ commands }) => commands.writePolicySheets.run(),
    run: ({ commands }) => commands.undoWrite.run(),
  },
  { name: 'writeCleanLedger', run: ({ commands }) => commands.writeCleanLedger.run() },
  {
    name: 'writeCleanLedger, brought up to date',
    before: async ({ commands, edit }) => {
      await commands.writeCleanLedger.run();
      await edit('台账', [1, 4], 44);
      await commands.refresh.run();
    },
    run: ({ commands }) => commands.writeCleanLedger.run(),
  },
  { name: 'makeList', run: ({ commands }) => commands.makeList.run('governance') },
  {
    name: 'writeCheckSheet',
    before: ({ commands }) => commands.choosePolicy.run('jiaxing-2024'),
    run: ({ commands }) => commands.writeCheckSheet.run(),
  },
  { name: 'writePolicySheets', run: ({ commands }) => commands.writePolicySheets.run() },
  {
    name: 'rewritePolicySheets',
    before: ({ commands }) => commands.writePolicySheets.run(),
    run: ({ commands }) => commands.rewritePolicySheets.run(),
  },
  {
    name: 'acceptEdits',
    before: async (pane) => {
      await pane.commands.writePolicySheets.run();
      await edited(pane);
      await pane.commands.readPolicySheets.run();
    },
    run: ({ commands }) => commands.acceptEdits.run(),
  },
  {
    name: 'dropEdits',
    before: async (pane) => {
      await pane.commands.writePolicySheets.run();
      await edited(pane);
      await pane.commands.readPolicySheets.run();
      await pane.commands.acceptEdits.run();
    },
    run: ({ commands }) => commands.dropEdits.run(),
  },
  { name: 'applyFixes', run: ({ commands }) => commands.applyFixes.run('all') },
  { name: 'writeFindings', run: ({ commands }) => commands.writeFindings.run() },
  { name: 'writeReconciliation', run: ({ commands }) => commands.writeReconciliation.run() },
  { name: 'setRules', run: ({ commands }) => commands.setRules.run({ by: 'name' } as never) },
  { name: 'choosePolicy', run: ({ commands }) => commands.choosePolicy.run('taicang-2023') },
  { name: 'setAsOf', run: ({ commands }) => commands.setAsOf.run('2022-06-30') },
  { name: 'answer', run: ({ commands }) => commands.answer.run(new Map([[8, { field: 'remark' }]])) },
  { name: 'chooseReading', run: ({ commands }) => commands.chooseReading.run({}) },
  {
    name: 'forgetChoices',
    before: ({ commands }) => commands.answer.run(new Map([[8, { field: 'remark' }]])),
    run: ({ commands }) => commands.forgetChoices.run(),
  },
  {
    name: 'saveScenario',
    before: projected,
    run: ({ commands }) => commands.saveScenario.run({ name: '方案一', headline: '……' }),
  },
  { name: 'copyScenario', before: saved, run: ({ commands }) => commands.copyScenario.run('方案一') },
  { name: 'removeScenario', before: saved, run: ({ commands }) => commands.removeScenario.run('方案一') },
  {
    name: 'restoreScenario',
    before: async (pane) => {
      await saved(pane);
      await pane.commands.removeScenario.run('方案一');
    },
    run: ({ commands }) => commands.restoreScenario.run(),
  },
  { name: 'writeProjection', before: projected, run: ({ commands }) => commands.writeProjection.run('……') },
  { name: 'exportDraws', before: projected, run: ({ commands }) => commands.exportDraws.run() },
  {
    name: 'generateTargets',
    before: async ({ commands }) => {
      await commands.setTarget.run({ total: 20 });
      await commands.split.run();
    },
    run: ({ commands }) => commands.generateTargets.run(),
  },
  { name: 'recordIssue', before: generated, run: ({ commands }) => commands.recordIssue.run() },
  {
    name: 'makeCopies',
    before: async ({ commands }) => commands.checkLeaving.run(),
    run: ({ commands }) => commands.makeCopies.run(),
  },
  {
    name: 'applyMerge',
    before: async (pane) => {
      const copy = await copies(pane);
      await pane.commands.collect.run([file('交回.xlsx', returned(copy))]);
    },
    run: ({ commands }) => commands.applyMerge.run(),
  },
  {
    name: 'applyMergeRest',
    before: async (pane) => {
      const copy = await copies(pane);
      await pane.commands.collect.run([file('交回.xlsx', returned(copy))]);
    },
    run: ({ commands }) => commands.applyMergeRest.run(),
  },
  {
    name: 'repairFormulas',
    before: ({ commands }) => commands.checkRepair.run(),
    run: ({ commands }) => commands.repairFormulas.run(),
  },
  { name: 'restoreFunctions', before: plainRecord, run: ({ commands }) => commands.restoreFunctions.run() },
  { name: 'compareWith', run: ({ commands }) => commands.compareWith.run(file('去年.xlsx', lastYear())) },
];
