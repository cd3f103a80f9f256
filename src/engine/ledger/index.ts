/** The door of this wing: cells read into a ledger, and what is wrong in it. */
export { cellText, isBlank, isBlankArgument, type Cell, type Rows } from './cell';
export { checkCreditCode, type CreditCode } from './creditCode';
export { fieldOf, type Field } from './fields';
export { matchHeaders, type ColumnMatch, type Doubt, type HeaderMatch } from './matchHeaders';
export { ledgerOfPairs } from './ledgerOfPairs';
export { cutColumns, locateTables, locateTablesSteps, understoodHeaders, type LocatedTable } from './locateTables';
export type { PointedRows, SheetCells } from './sheet/grid';
export { unitsFound, type AskedUnit } from './columns/units';
export type { Kind } from './words/kinds';
export { fitOf, fittedRows, isDecided, ownColumns, type OwnColumns } from './joined';
export { medianOfColumn } from './median';
export { medianPerMu } from './medianPerMu';
export type { Proof } from './columns/candidate';
export { withShownUnits } from './sheet/formats';
export { unitsAmong, withoutUnitNotes, withUnitNotes, type ColumnChoice } from './sheet/unitNotes';
export { askedOfField } from './askedField';
export { withOwnColumns } from './ownColumns';
export { stillOpen, withMapping, withoutFields } from './withMapping';
export { readNumber } from './number';
export { unmerged, type MergedSpan, type Unmerged } from './mergedCells';
export { JUDGED_BY, readLedger, readLedgerSteps, type Ledger } from './readLedger';
export { ambiguities, type Ambiguity } from './ambiguous';
export { inspect, inspectSteps, type Inspection, type InspectionCode } from './inspect';
export { proposedFixes, proposedFixesSteps, type Fix, type FixKind } from './fixes';
export { onItsSide } from './sheet/onItsSide';
export { placeOf } from './place';
export { readRange, type NumberRange } from './range';
export type { Discrepancy, DiscrepancyCode } from './discrepancy';
export type { Finding } from './readColumn';
export { reconcile, reconcileSteps } from './reconcile';
export { ROW_DOUBTS, rowsOfKind, type RowKind } from './rowKind';
export { inOneUnit } from './rows/groupUnits';
export { withoutDittos } from './rows/dittos';
export { NAMELESS_ANSWERS, namelessRows, withNames, type NamelessAnswer } from './rows/nameless';
export { FIRM_ANSWERS, firmAnswers, sumRows, type FirmAnswer } from './rows/firmAnswers';
export { areOfOneCode, firmRows, type FirmRows } from './rows/firmRows';
export { ALL_LINES, asFirstLines, linesOf, rowsOfLine, type Lines } from './rows/lines';
export { unitsByName } from './sheet/notesByName';
export { dictionaryOn, translated, type Dictionary } from './sheet/dictionary';
export {
  alikeLists,
  chooseTables,
  isKeptBeside,
  periodOf,
  yearOfCell,
  yearsOfRows,
  type BookChoice,
  type BookTable,
} from './book';
export { slipsIn, type Slip } from './slips';
export { ownUnitDoubts } from './ownUnitDoubts';
export { numberUnit } from './numberUnit';
export { FRACTION } from './percent';
export { amountsSaid, attachedColumns, attachedHeaders, completes, offered, saidTogether } from './attached';
export { PAIRED, pairRows, type Pairing } from './rows/pairing';
