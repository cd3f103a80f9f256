import '../../text/laterWords';

/** What the screens behind 台账 and 判定 do, and the sheets that are written: fetched as one part with those screens. */
export { makeBrief } from './briefs';
export { writeCheckSheet } from './checks';
export { writeCleanLedger } from './cleanLedger';
export { compareWith } from './comparisons';
export { applyFixes, writeFindings, writeReconciliation } from './intake';
export { makeList } from './lists';
export { applyMerge } from './merges';
export { actOnYears, workOnYears } from './pastYears';
export { writeHindsight } from './writeHindsight';
export { allocateParcels, ruleParcels, seekFrontier } from './parcels';
export { checkRestore, makePlainCopy, restoreFunctions } from './plainCopies';
export { previewSoon, project, writeProjection } from './projections';
export { checkRepair, repairFormulas } from './repairs';
export {
  compareScenarios,
  copyScenario,
  exportDraws,
  loadScenarios,
  removeScenario,
  restoreScenario,
  saveScenario,
  takeScenario,
} from './scenarios';
export { seek, takeGoal } from './seekGoal';
export { checkLeaving, collect, makeCopies, saveCopies, saveCsv } from './shares';
export { generate, recordIssue, split } from './targets';
export { runYears } from '../../worker/yearsClient';
export { generateYears, planYears } from './years';
