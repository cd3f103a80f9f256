import {
  copies,
  doubted,
  edited,
  file,
  generated,
  lastYear,
  lookedBack,
  ownPolicy,
  plainRecord,
  policyFile,
  projected,
  returned,
  saved,
  twoTaxes,
  yearsPlanned,
  type WritingPane,
} from './beforeCommands';

/** A command that writes: what comes before it, and the command itself. */
export interface Writing {
  readonly name: string;
  readonly before?: (pane: WritingPane) => Promise<void>;
  readonly run: (pane: WritingPane) => Promise<void>;
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
  { name: 'writeAnyway', before: twoTaxes, run: ({ commands }) => commands.writeAnyway.run() },
  {
    name: 'writeAsValues',
    before: async ({ commands }) => {
      await commands.setWriteAs.run('formulas');
      await commands.writeResults.run();
    },
    run: ({ commands }) => commands.writeAsValues.run(),
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
  { name: 'loadPolicy', run: ({ commands }) => commands.loadPolicy.run(policyFile()) },
  { name: 'removePolicy', before: ownPolicy, run: ({ commands }) => commands.removePolicy.run() },
  { name: 'writeWholePolicy', run: ({ commands }) => commands.writeWholePolicy.run() },
  {
    name: 'readPolicySheets, of a whole policy that the workbook alone has',
    before: async (pane) => {
      await ownPolicy(pane);
      await pane.commands.writeWholePolicy.run();
      await pane.commands.removePolicy.run();
      await pane.commands.choosePolicy.run('shengzhou-2021');
    },
    run: ({ commands }) => commands.readPolicySheets.run(),
  },
  {
    name: 'correctFormula',
    before: doubted,
    run: async ({ commands, state }) => {
      const [doubt] = state().policyWork.doubts ?? [];
      if (doubt) await commands.correctFormula.run(doubt);
    },
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
    name: 'pointHeader',
    run: async ({ commands, state }) => {
      const sheet = state().source?.contents.sheet.id ?? '';
      await commands.pointHeader.run({ sheet, rows: { top: 0, bottom: 0 } });
    },
  },
  {
    name: 'pointSelected',
    before: async ({ port, state }) => {
      const sheet = state().source?.contents.sheet.id ?? '';
      await port.select(sheet, { row: 0, column: 0, rows: 1, columns: 10 });
    },
    run: ({ commands }) => commands.pointSelected.run(),
  },
  {
    name: 'forgetPointed',
    before: async ({ commands, state }) => {
      const sheet = state().source?.contents.sheet.id ?? '';
      await commands.pointHeader.run({ sheet, rows: { top: 0, bottom: 0 } });
    },
    run: ({ commands }) => commands.forgetPointed.run(),
  },
  { name: 'setAside', run: ({ commands }) => commands.setAside.run(3) },
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
  { name: 'writeHindsight', before: lookedBack, run: ({ commands }) => commands.writeHindsight.run() },
  { name: 'exportDraws', before: projected, run: ({ commands }) => commands.exportDraws.run() },
  {
    name: 'generateTargets',
    before: async ({ commands }) => {
      await commands.setTarget.run({ total: 20 });
      await commands.split.run();
    },
    run: ({ commands }) => commands.generateTargets.run(),
  },
  { name: 'generateYears', before: yearsPlanned, run: ({ commands }) => commands.generateYears.run() },
  { name: 'recordIssue', before: generated, run: ({ commands }) => commands.recordIssue.run() },
  {
    name: 'makeCopies',
    before: async ({ commands }) => commands.checkLeaving.run(),
    run: ({ commands }) => commands.makeCopies.run(),
  },
  {
    name: 'saveCsv',
    before: ({ commands }) =>
      commands.setShare.run({ rule: { tax: 'show', personal: 'show', identity: 'mask', others: 'locked' } }),
    run: ({ commands }) => commands.saveCsv.run(),
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
