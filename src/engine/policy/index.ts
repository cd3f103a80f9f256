/** The door of this wing: packs, rulebook, targets, and policies edited in the workbook. */
export { groundKind } from './basis';
export type { Basis, Citation, PackRule, PackValue, PolicyPack } from './pack';
export { builtInPacks, findPack, gradingPacks } from './packs';
export { lintPack, type LintFinding, type LintPlace } from './lint/lintPack';
export { loadRulebook } from './rulebook/loadRulebook';
export type { Rulebook, RulebookEntry } from './rulebook/rulebook';
export { PackError, type PackErrorCode } from './packError';
export type { PolicyTexts } from './readFolder';
export { fetchReading, reading } from './reading';
export { isWholePolicy } from './cells/sectionTitle';
export { loadDifferences } from './cells/loadDifferences';
export type { WholeDifference } from './cells/wholeDifferences';
export { readParameterTable, type ParameterProblem, type ParameterTable } from './parameterTable';
export { TABLES, LINE_HEADERS, type TableKind, type TableLine } from './table/tableLines';
export {
  OWN_LINE,
  type RangeCell,
  type ReadTableLine,
  type ReadTable,
  type TableProblem,
} from './table/readDecisionTable';
export type { ValueProblem } from './table/checkParameters';
export type { PolicyDifference } from './table/differences';
export { policyDifferences, readPolicyEdits, type EditProblem, type PolicyEdits } from './table/policyEdits';
export { entryOn, standingOf, type Standing } from './standing';
export { TAX_PER_MU } from './fieldWords';
export { vocabularyOf } from './vocabulary';
export type { AnnualTarget, PolicyList, PolicyTarget } from './parts';
export { policyTasks } from './targets/policyTasks';
export { annualTargets, policyTargets } from './targets/annualTargets';
