/** The engine's only door: everything the functions, the pane, the worker and the workbench may use. */
export type { Day } from './quantity/day';
export { NO_DAY, parseDay } from './quantity/day';
export { parseUnit, type Unit } from './quantity/unit';
export { wordAt, type Column, type NumberColumn, type WordColumn } from './column/column';
export { cellText, isBlank, isBlankArgument, type Cell } from './ledger/cell';
export { checkCreditCode, type CreditCode } from './ledger/creditCode';
export { fieldOf, type Field } from './ledger/fields';
export { matchHeaders, type ColumnMatch, type HeaderMatch } from './ledger/matchHeaders';
export { ledgerOfPairs } from './ledger/ledgerOfPairs';
export { cutColumns, locateTables, locateTablesSteps, type LocatedTable } from './ledger/locateTables';
export { medianOfColumn } from './ledger/median';
export { unitsInNote, withoutUnitNotes, withUnitNotes, type ColumnChoice } from './ledger/unitNotes';
export { withMapping } from './ledger/withMapping';
export { readNumber } from './ledger/number';
export { finish, type Steps } from './column/steps';
export { unmerged, type MergedSpan, type Unmerged } from './ledger/mergedCells';
export { readLedger, readLedgerSteps, type Ledger } from './ledger/readLedger';
export { ambiguities, type Ambiguity } from './ledger/ambiguous';
export { inspect, inspectSteps, type Inspection, type InspectionCode } from './ledger/inspect';
export { proposedFixes, proposedFixesSteps, type Fix, type FixKind } from './ledger/fixes';
export { EVERY_ROW_ITSELF, ENTITY_RULES, type EntityRule, type EntityRules } from './entity/rules';
export { ruleEffects, unitsOf, unitsSteps, type RuleEffect, type Tally, type Units } from './entity/units';
export { readRange, type NumberRange } from './ledger/range';
export type { Discrepancy, DiscrepancyCode } from './ledger/discrepancy';
export type { Finding } from './ledger/readColumn';
export { reconcile, reconcileSteps } from './ledger/reconcile';
export { rowsOfKind, type RowKind } from './ledger/rowKind';
export type { Basis, Citation, PackRule, PackValue, PolicyPack } from './policy/pack';
export { builtInPacks, findPack, gradingPacks } from './policy/packs';
export { lintPack, type LintFinding, type LintPlace } from './policy/lint/lintPack';

export { loadRulebook } from './policy/rulebook/loadRulebook';
export type { Rulebook, RulebookEntry } from './policy/rulebook/rulebook';

export { type PackErrorCode } from './policy/packError';
export { grade, type Grades, type GradeVerdict } from './assess/grade';
export { readParameterTable, type ParameterProblem, type ParameterTable } from './policy/parameterTable';
export { TABLES, LINE_HEADERS, type TableKind, type TableLine } from './policy/table/tableLines';
export {
  OWN_LINE,
  type CellPlace,
  type ReadLine,
  type ReadTable,
  type TableProblem,
} from './policy/table/readDecisionTable';
export type { ValueProblem } from './policy/table/checkParameters';
export type { PolicyDifference } from './policy/table/differences';
export { policyDifferences, readPolicyEdits, type EditProblem, type PolicyEdits } from './policy/table/policyEdits';
export { entryOn, standingOf, type Standing } from './policy/standing';
export { TAX_PER_MU } from './policy/loadPack';
export type { AppliedPolicy, AssessContext } from './assess/context';
export { applyPolicy } from './assess/applyPolicy';
export { explainAt, type Explanation } from './assess/explain';
export { judge, verdictAt, type Judgement, type Verdict } from './assess/judge';
export { gradesAnswered, gradesOfLedger, migration, migrationBetween } from './assess/migration';
export type { Answered, Migration, Move } from './assess/migration';
export { correctedLedger } from './assess/corrected';
export { pathChanges, tierLifts, type MovingChange } from './assess/changesThatMove';
export { nearLines, type NearLine } from './assess/nearLines';
export { clausesOf, type Clause, type Given } from './assess/clauses';
export { disposalRate, stockTypeOf, type DisposalRate } from './assess/disposalRate';
export { areaBalance, type BalanceParcel, type BalanceVerdict } from './assess/checks/areaBalance';
export { mixShare } from './assess/checks/mixShare';
export { judgePromise, type PromiseDirection, type PromiseVerdict } from './assess/checks/promise';
export { QUOTA_REWARD, quotaReward, type QuotaRule } from './assess/checks/quotaReward';
export { readSavedResults, savedResult, type ResultAnswer, type SavedResults } from './assess/checks/savedResults';
export { DEFAULT_TAX_SHARES, isWhole, taxShare } from './assess/checks/taxShare';
export { WAIVER_FIELDS, waiverQuestions } from './simulate/waiverQuestions';
export { fieldsRead, readingsOf } from './assess/readings';
export type { Reason } from './rule/reasons';
export { CHECK_FIELDS, checkSheet } from './report/checks/checkSheet';
export { tallySheet } from './report/checks/tallySheet';
export { cleanLinks } from './report/checks/cleanLinks';
export { gradeText } from './report/gradeColumns';
export { cleanLedger } from './report/cleanLedger';
export { conclusionsOn, hasSameColumns, heldLedger, refreshClean, type Refreshed } from './report/cleanRefresh';
export { makeView, viewOffers, type MadeView, type ViewOffer } from './report/views/catalogue';
export type { Conclusion, ViewInput } from './report/views/viewInput';
export { plainName } from './report/views/rowKeys';
export { decisionSheet, parameterSheet, POLICY_NAMES, type NamedSheet } from './report/policySheets';
export type {
  SheetArea,
  SheetBlock,
  SheetCell,
  SheetChart,
  SheetChoice,
  SheetFormat,
  SheetModel,
} from './report/sheet';
export { splitByTownship, type SplitRule, type TownshipNeed } from './allocate/splitByTownship';
export { splitCases } from './allocate/splitCases';
export { splitProblems, type SplitProblem } from './allocate/splitProblems';
export { STOCK_FIELDS, stockRows, type StockRow } from './allocate/targetStock';
export { QUARTER_SHARES, targetProgress, type TargetProgress } from './allocate/targetProgress';
export { townshipStock, type Period, type TownshipStock } from './allocate/townshipStock';
export { policyTasks } from './policy/targets/policyTasks';
export { annualTargets, policyTargets, type AnnualTarget, type PolicyTarget } from './policy/targets/annualTargets';
export { COMMON_FONTS } from './report/layout/officialLooks';
export type { HeldCells } from './report/rerun/keepTyped';
export { bandGoals, bandNote } from './report/target/bandGoals';
export { BAND_TABLE, bandSheet } from './report/target/bandSheet';
export { closeOutLines } from './report/target/closeOutLines';
export { CLOSE_OUT_TABLE, closeOutSheet } from './report/target/closeOutSheet';
export { pathSheet } from './report/target/pathSheet';
export { RANKING_TABLE, rankingSheet, ranksShown, type EarlierRanks } from './report/target/rankingSheet';
export { rerunExtra } from './report/target/rerunExtra';
export { cutoffOn, keptTownships, rerunTarget, targetLines } from './report/target/rerunTarget';
export { TASK_TABLE, taskSheet } from './report/target/taskSheet';
export { targetBase } from './report/target/targetBase';
export { targetGrounds } from './report/target/targetGrounds';
export {
  nextVersion,
  sheetNames,
  type TargetGround,
  type TargetInput,
  type TargetTownship,
} from './report/target/targetInput';
export { changesSince, LOG_NAME, LOG_TOP, logLines, targetLog } from './report/target/targetLog';
export { targetSheet } from './report/target/targetSheet';
export { sampleLedger, type SampleLedger } from './sample/sampleLedger';
export { addedFloorArea, floorAreaOf, landPriceDue } from './simulate/equations';
export type { TaxPerMuChange } from './simulate/decomposeTaxPerMu';
export {
  ASSUMPTION_IDS,
  assumptionOf,
  assumptionValues,
  type Assumption,
  type AssumptionId,
  type AssumptionOrigin,
  type AssumptionOverrides,
  type AssumptionUnit,
  type AssumptionValues,
} from './simulate/assumption';
export type { InputProblem } from './simulate/inputProblem';
export type { Notice, NoticeCode } from './simulate/notice';
export { unmetNeeds, type LeverName, type LeverNeed } from './simulate/leverNeeds';
export type { GradeRates, DisposalLever, Levers, PriceLever } from './simulate/levers';
export {
  DIMENSIONS,
  type Codes,
  type Dimension,
  type ParcelColumns,
  type Progress,
  type SimulationInput,
  type SimulationPhase,
} from './simulate/scenario';
export type { GroupOutcome, GroupTotals, StockOutcome } from './simulate/groupTotals';
export type { YearSeries } from './simulate/series';
export { isGiven } from './simulate/leverNeeds';
export { simulate, type SimulationOutcome, type SimulationResult } from './simulate/simulate';
export type { TierLines } from './simulate/tierLines';
export {
  basisRefusal,
  judgeWaiver,
  type GateAnswer,
  type GateField,
  type GateQuestion,
  type GateReason,
  type WaiverBasis,
} from './simulate/waiverGate';
export { waiverBases } from './simulate/waiverBases';
export { rowsByRule, type RuledRows } from './simulate/eligible';

export type { CohortGrades } from './simulate/cohortGrades';
export type { GradeQuota } from './simulate/gradeByRank';
export { DISTRIBUTION_KINDS, isDistribution, mayVary, type Distribution } from './simulate/uncertain/distribution';
export { type DisposalDistribution } from './simulate/uncertain/disposalDistribution';
export {
  drawBlock,
  prepareDraws,
  type Drawable,
  type DrawingFailure,
  type DrawnBlock,
} from './simulate/uncertain/drawBlock';
export { seekGoal, type Goal, type GoalOutcome, type Knob, type Trial } from './simulate/uncertain/goalSeek';
export { METRICS, metricIndex, type Metric } from './simulate/uncertain/outcomes';
export { distributionsOf, planParameters, type Correlation, type Distributions } from './simulate/uncertain/parameters';
export { enoughBlocks, runUncertain, type UncertainOutcome } from './simulate/uncertain/runUncertain';
export { momentColumns } from './simulate/uncertain/moments';
export { shareAtLeast, sortedQuantile, type Spread } from './simulate/uncertain/spread';
export {
  INFLUENCED,
  summarise,
  type GroupSpread,
  type Influence,
  type RawDraws,
  type TargetChance,
  type UncertainResult,
} from './simulate/uncertain/summary';
export { swingsOf, type Swing } from './simulate/uncertain/swings';
export {
  blockCount,
  DRAWS_PER_BLOCK,
  type DatedTarget,
  type StopRule,
  type UncertainInput,
} from './simulate/uncertain/uncertainInput';
export { waiverCurve, type WaiverCurve, type WaiverPoint } from './simulate/uncertain/waiverCurve';

export { DEPARTMENTS } from './share/departments';
export { type FormulaHazard } from './share/formulaHazards';
export { ledgerHash, makeBatch, type BatchRequest } from './share/makeBatch';
export { decideAll, proposedDecisions, withWrites, writesOf } from './share/mergeDecisions';
export type { ChangeFilter, Decision, Decisions, MergeWrite } from './share/mergeDecisions';
export { mergeReturned } from './share/mergeReturned';
export type { FileStatus, MergeChange, MergedFile, MergeNote, MergeResult } from './share/mergeTypes';
export type { ReturnedFile, ReturnedSheet } from './share/returned';
export { sensitivities, type HiddenPersonal, type Sensitivity } from './share/sensitivity';
export { readHomeRecord, type HomeRecord, type SentBatch, type SentCopy, type ShareLevel } from './share/sentBatch';
export type { SharedLedger } from './share/sharedLedger';
export { CAREFUL, type ColumnRule, type CopyColumn, type SplitRequest } from './share/split';
export { EMPTY_CODES, Masker } from './share/stableCodes';
export {
  allocate,
  type AllocationOutcome,
  type AllocationProgress,
  type Infeasible,
  type LimitChange,
} from './allocate/allocate';
export {
  allocateWithChance,
  type ChanceAsk,
  type ChanceOutcome,
  type AllocationChance,
} from './allocate/allocateWithChance';
export { disposalProblem, doneShareByQuarter, type DisposalQuestion } from './allocate/disposalProblem';
export { highsSolver } from './allocate/highsSolver';
export type { LinearSolver } from './allocate/linearSolver';
export type {
  Allocation,
  AllocationParcels,
  AllocationProblem,
  AtLeast,
  AtMost,
  Limit,
  MeasureColumns,
  Scope,
  TaxPerMuAtLeast,
} from './allocate/problem';
export { verifyAllocation, type LimitReading, type Verified } from './allocate/verifyAllocation';
export { consequences, townshipShifts, type Consequence, type TownshipShift } from './share/consequences';
export { changeLog } from './share/changeLog';
export { compareLedgers, type ComparedSide, type LedgerComparison } from './share/compareLedgers';
export { comparisonSheet } from './share/comparisonSheet';
export { copySheets, type CopySource, type MadeCopy } from './share/copySheets';
export { packHash } from './share/packHash';
export { provenanceXml, stampOf, type Provenance } from './share/provenance';
export { leaving, type Leaving } from './share/leaving';
export type { CopyWords } from './share/copyLedgerSheet';
export { repairFormula } from './share/repairFormula';
export { csvText } from './share/csvText';
export { cellsOfPart } from './share/maskCells';
export { sha256 } from './share/sha256';
export { classicTwin, type ClassicTwin } from './share/classicTwin';
export { selfCheck } from './share/guideSheet';
export { PLAN_TABLE, parcelPlanSheet, type PlannedParcel } from './report/target/parcelPlanSheet';
export { wholeUnits } from './allocate/wholeUnits';
