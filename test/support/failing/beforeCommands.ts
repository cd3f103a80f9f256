import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import type { ChosenFile } from '../../../src/taskpane/state/shareState';
import type { Commands } from '../../../src/taskpane/commands/commands';
import type { PaneState } from '../../../src/taskpane/state/paneState';
import type { CellValue, WorkbookPort } from '../../../src/workbook/port';
import { chanceOf } from '../years/chance';
import { truthFrom } from '../years/countyTruth';
import { COUNTY_HEADERS, madeCounty } from '../years/madeCounty';

/** A pane over a workbook, and a person at the cells of it: in memory, or in the workbench behind office.js. */
export interface WritingPane {
  readonly commands: Commands;
  readonly state: () => PaneState;
  readonly port: Pick<WorkbookPort, 'putCustomXml' | 'select'>;
  /** Types into a cell of a sheet; row and column count from 0. */
  readonly edit: (sheet: string, at: readonly [number, number], value: CellValue) => Promise<void>;
  /** The row of a sheet whose first cell holds a word. */
  readonly rowOf: (sheet: string, word: string) => number;
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

/** A file that a person chose. */
export const file = (name: string, bytes: Uint8Array): ChosenFile => ({ name, bytes: () => Promise.resolve(bytes) });
/** The ledger as it was a year before, as a file. */
export const lastYear = () =>
  sheetsToFile([
    { name: '去年台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [HEADERS, ...ROWS.slice(1)] }] },
  ]);

/** Copies made of the ledger; gives the first. */
export async function copies({ commands, state }: WritingPane): Promise<Uint8Array> {
  await commands.setShare.run({ rule: { tax: 'show', personal: 'show', identity: 'show', others: 'locked' } });
  await commands.checkLeaving.run();
  await commands.makeCopies.run();
  const [one] = state().share.made?.files ?? [];
  if (!one) throw new Error('no copy was made');
  return one.bytes;
}

/** A copy as it comes back, with one amount typed over. */
export function returned(bytes: Uint8Array): Uint8Array {
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

/** A scenario drawn. */
export async function projected({ commands, state }: WritingPane): Promise<void> {
  await commands.setScenario.run({ draws: 1000 });
  await commands.startProjection.run();
  if (!state().simulation.projection?.drawn) throw new Error('nothing was projected');
}

/** A scenario drawn and kept as 方案一. */
export async function saved(pane: WritingPane): Promise<void> {
  await projected(pane);
  await pane.commands.saveScenario.run({ name: '方案一', headline: '……' });
}

/** The year's target sheets written. */
export async function generated({ commands }: WritingPane): Promise<void> {
  await commands.setTarget.run({ total: 20 });
  await commands.split.run();
  await commands.generateTargets.run();
}

/** A line of 政策参数 typed over. */
export function edited({ edit, rowOf }: WritingPane): Promise<void> {
  return edit('政策参数', [rowOf('政策参数', '重点排查线'), 1], 8);
}

/** A record of a function that a formula version has in place of. */
export async function plainRecord({ port, commands }: WritingPane): Promise<void> {
  const formula = '=MUJUN_TIER(台账!E2,台账!D2,"嵊州2021")';
  const cell = { sheet: '汇算', area: { row: 4, column: 0, rows: 1, columns: 1 }, formula, kind: 'value', clause: '' };
  const text = JSON.stringify([{ ...cell, written: [['']], shown: [['']] }]).replaceAll('&', '&amp;');
  await port.putCustomXml('urn:mujun:replaced', `<replaced xmlns="urn:mujun:replaced">${text}</replaced>`);
  await commands.checkRestore.run();
}

/** Another column that may be the tax: which of the two it is, is asked. */
export async function twoTaxes({ commands, edit }: WritingPane): Promise<void> {
  for (const [row, value] of ['本年税收(万元)', 41, 158, 101, 1195].entries()) await edit('台账', [row, 10], value);
  await commands.refresh.run();
}

/** A formula of ours that takes 元 for 万元, in a cell of another sheet. */
export async function doubted({ commands, state, edit }: WritingPane): Promise<void> {
  for (const [row, line] of [
    ['用地(公顷)', '缴税(元)'],
    [0.7, 414_500],
    [1.2, 902_300],
  ].entries())
    for (const [column, value] of line.entries()) await edit('汇算', [row + 4, column], value);
  await edit('汇算', [5, 2], '=MUJUN_TIER(B6,A6,"嵊州2021")');
  await commands.checkFormulas.run();
  if (!state().policyWork.doubts?.length) throw new Error('nothing is doubted');
}

/** Ledgers of a made-up county of two years in a row, as files. */
function earlierLedgers(): ChosenFile[] {
  const { ledgers } = madeCounty({ seed: 11, firms: 60, years: 2, truth: truthFrom(chanceOf(11)) });
  return ledgers.map(({ year, cells }) => {
    const lines = [COUNTY_HEADERS, ...cells].map((line) => line.map((cell) => cell ?? ''));
    const values = lines.map((line) => COUNTY_HEADERS.map((_, column) => line[column] ?? ''));
    const bytes = sheetsToFile([{ name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values }] }]);
    return file(`${year}年台账.xlsx`, bytes);
  });
}

/** Two earlier years looked back on. */
export async function lookedBack({ commands, state }: WritingPane): Promise<void> {
  await commands.pastYears.run({ kind: 'ownYear', year: 2023 });
  await commands.pastWork.run({ kind: 'open', files: earlierLedgers() });
  await commands.pastWork.run({ kind: 'lookBack' });
  if (!state().simulation.pastYears?.hindsight?.outcome.years.length) throw new Error('no year was looked back on');
}

/** Parcels chosen for several years. */
export async function yearsPlanned({ commands, state }: WritingPane): Promise<void> {
  await commands.setTarget.run({ proposal: 'own', total: 9 });
  await commands.setYears.run({ measures: { 待核实: 'dispose' } });
  await commands.planYears.run();
  if (!state().targets.years.plan)
    throw new Error(`no plan: ${JSON.stringify(state().targets.years.conflict?.infeasible ?? state().message)}`);
}

/** The files of a policy of a person's own. */
export const policyFile = () => {
  const bytes = new TextEncoder().encode(OWN_POLICY);
  return [{ name: '越县.yaml', size: bytes.length, bytes: () => Promise.resolve(bytes) }];
};

/** A policy of a person's own loaded and chosen. */
export async function ownPolicy({ commands, state }: WritingPane): Promise<void> {
  await commands.loadPolicy.run(policyFile());
  const [own] = state().policyWork.own;
  await commands.choosePolicy.run(own?.pack.id ?? '');
}

const OWN_POLICY = `
id: yuexian-2026
title: 越县低效工业用地整治办法
short: 越县2026
place: 越县
aliases: [越县]
status: issued
published: 2026-03-01
from: 2026-04-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
values:
  红线: { unit: 万元/亩, dated: [{ from: 2026-04-01, value: 6, citation: { place: 第三条, quote: 亩均税收6万元以下 } }] }
tiers:
  rules:
    - { tier: 红档, when: 亩均税收 <= 红线, citation: { place: 第三条, quote: 亩均税收6万元以下 } }
    - { tier: 绿档, when: 其余, assumption: 红线以上 }
`;
