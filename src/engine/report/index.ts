/** The door of this wing: the sheets that are written. */
export { CHECK_FIELDS, checkSheet } from './checks/checkSheet';
export { tallySheet } from './checks/tallySheet';
export { cleanLinks } from './checks/cleanLinks';
export { gradeText } from './gradeColumns';
export { cleanLedger } from './cleanLedger';
export { conclusionsOn, hasSameColumns, heldLedger, refreshClean, type Refreshed } from './cleanRefresh';
export { makeView, viewOffers, type MadeView, type ViewOffer } from './views/catalogue';
export type { Conclusion, ViewInput } from './views/viewInput';
export { plainName } from './views/rowKeys';
export { decisionSheet, parameterSheet, POLICY_NAMES, type NamedSheet } from './policySheets';
export type { SheetArea, SheetBlock, SheetCell, SheetChart, SheetChoice, SheetFormat, SheetModel } from './sheet';
export { COMMON_FONTS } from './layout/officialLooks';
export type { HeldCells } from './rerun/keepTyped';
export { bandGoals, bandNote } from './target/bandGoals';
export { BAND_TABLE, bandSheet } from './target/bandSheet';
export { closeOutLines } from './target/closeOutLines';
export { CLOSE_OUT_TABLE, closeOutSheet } from './target/closeOutSheet';
export { pathSheet } from './target/pathSheet';
export { RANKING_TABLE, rankingSheet, ranksShown, type EarlierRanks } from './target/rankingSheet';
export { rerunExtra } from './target/rerunExtra';
export { cutoffOn, keptTownships, rerunTarget, targetLines } from './target/rerunTarget';
export { TASK_TABLE, taskSheet } from './target/taskSheet';
export { targetBase } from './target/targetBase';
export { targetGrounds } from './target/targetGrounds';
export {
  nextVersion,
  sheetNames,
  type TargetGround,
  type TargetInput,
  type TargetTownship,
} from './target/targetInput';
export { changesSince, LOG_NAME, LOG_TOP, logLines, targetLog } from './target/targetLog';
export { targetSheet } from './target/targetSheet';
export { PLAN_TABLE, parcelPlanSheet, type PlannedParcel } from './target/parcelPlanSheet';
