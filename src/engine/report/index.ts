/** The door of this wing: the sheets that are written. */
export { CHECK_FIELDS } from './checks/checkInput';
export { checkAnswers } from './checks/checkAnswers';
export { checkSheet } from './checks/checkSheet';
export { tallySheet } from './checks/tallySheet';
export { cleanLinks } from './checks/cleanLinks';
export { cleanLedgerSteps } from './clean/cleanLedger';
export { CLEAN_VERSIONS, type CleanVersion } from './clean/cleanLedgerInput';
export { hasSameColumns, refreshClean, type Refreshed } from './clean/cleanRefresh';
export { conclusionsOn, heldLedger } from './clean/heldLedger';
export { makeView, viewOffers, type ViewOffer } from './lists/catalogue';
export { isMadeList } from './lists/listSheet';
export type { Conclusion, ViewInput } from './lists/listInput';
export { comparedName } from './lists/rowKeys';
export { decisionSheet, parameterSheet, POLICY_NAMES, type NamedSheet } from './policy/policySheets';
export { loadWholeSheet } from './policy/loadWholeSheet';
export { COMMON_FONTS } from './layout/officialLooks';
export { PLAIN_HEAD, plainTable } from './layout/plainTable';
export { textHeight } from './layout/textHeight';
export { gradeSql } from './grade/gradeSql';
export { GRADE_HEADS } from './grade/gradeColumns';
export { measureSql, resultsAsked } from './verdict/measureSql';
export { readingColumns } from './verdict/readingColumns';
export { verdictSql } from './verdict/verdictSql';
export { modelCells } from './rerun/editModel';
export type { HeldCells } from './rerun/keepTyped';
export { bandGoals, bandNote } from './targets/bandGoals';
export { BAND_TABLE, bandSheet } from './targets/bandSheet';
export { closeOutLines } from './targets/closeOutLines';
export { CLOSE_OUT_TABLE, closeOutSheet } from './targets/closeOutSheet';
export { pathSheet } from './targets/pathSheet';
export { RANKING_TABLE, rankingSheet, ranksShown, type EarlierRanks } from './targets/rankingSheet';
export { rerunExtra } from './targets/rerunExtra';
export { cutoffOn, keptTownships, rerunTarget, targetLines } from './targets/rerunTarget';
export { TASK_TABLE, taskSheet } from './targets/taskSheet';
export { targetBase } from './targets/targetBase';
export { targetGrounds } from './targets/targetGrounds';
export {
  nextYearVersion,
  sheetNames,
  type TargetGround,
  type TargetInput,
  type TargetTownship,
} from './targets/targetInput';
export { changesSince, LOG_NAME, LOG_TOP, logLines, targetLog } from './targets/targetLog';
export { targetSheet } from './targets/targetSheet';
export {
  PLAN_TABLE,
  parcelPlanSheet,
  YEAR_PARCEL_TABLE,
  yearParcelSheet,
  type PlannedParcel,
} from './targets/parcelPlanSheet';
export { YEAR_MEASURE_WORDS, YEAR_PLAN_TABLE, yearPlanSheet, type YearLine } from './targets/yearPlanSheet';
