/** The door of this wing: packs, rulebook, targets, and policies edited in the workbook. */
export type { Basis, Citation, PackRule, PackValue, PolicyPack } from './pack';
export { builtInPacks, findPack, gradingPacks } from './packs';
export { lintPack, type LintFinding, type LintPlace } from './lint/lintPack';
export { loadRulebook } from './rulebook/loadRulebook';
export type { Rulebook, RulebookEntry } from './rulebook/rulebook';
export { type PackError, type PackErrorCode } from './packError';
export { readParameterTable, type ParameterProblem, type ParameterTable } from './parameterTable';
export { TABLES, LINE_HEADERS, type TableKind, type TableLine } from './table/tableLines';
export { OWN_LINE, type CellPlace, type ReadLine, type ReadTable, type TableProblem } from './table/readDecisionTable';
export type { ValueProblem } from './table/checkParameters';
export type { PolicyDifference } from './table/differences';
export { policyDifferences, readPolicyEdits, type EditProblem, type PolicyEdits } from './table/policyEdits';
export { entryOn, standingOf, type Standing } from './standing';
export { TAX_PER_MU } from './fieldWords';
export { vocabularyOf } from './vocabulary';
export type { PolicyList } from './policyLists';
export { policyTasks } from './targets/policyTasks';
export { annualTargets, policyTargets, type AnnualTarget, type PolicyTarget } from './targets/annualTargets';
