import { numberAt, textAt, differentWords } from '../../../engine/column/index';
import { type Dimension, type ParcelColumns, waiverQuestions } from '../../../engine/simulate/index';
import type { Assessment } from '../verdict/assessment';
import { answerOf, answersOf, type Table } from '../verdict/concluded';
import { sheetRow, type RowPlaces } from '../reading/places';
import { chosenKeys, inefficientAt } from './inefficient';
import type { Scenario } from '../../state/simulationState';

/** Columns made once for a judged ledger and the choices they depend on: a slider moves far more often than these change. */
const MADE = new WeakMap<Assessment, Map<string, ParcelColumns>>();

/** The ledger as the simulation takes it: data rows only, 亩, 万元, ㎡. */
export function parcelColumns(source: RowPlaces, assessment: Assessment, scenario: Scenario): ParcelColumns {
  const made = MADE.get(assessment) ?? new Map<string, ParcelColumns>();
  MADE.set(assessment, made);
  const key = JSON.stringify([scenario.inefficient, scenario.waiver.takeAsIndustrial]);
  const columns = made.get(key) ?? newColumns(source, assessment, scenario);
  made.set(key, columns);
  return columns;
}

function newColumns(source: RowPlaces, assessment: Assessment, scenario: Scenario): ParcelColumns {
  const { whole, dataRows } = assessment;
  const keys = chosenKeys(assessment, scenario.inefficient);
  const column = (value: (row: number) => number) => columnOf(dataRows, value);
  const numbers = (field: string) => column((row) => numberAt(whole, field, row));
  const { takeAsIndustrial } = scenario.waiver;
  const asked = waiverQuestions(whole);
  // Where the ledger does not say, only the person's assumption does.
  const answered = (said: number | undefined) => (takeAsIndustrial && Number.isNaN(said ?? NaN) ? 1 : (said ?? NaN));
  const grades = ['A', 'B', 'C', 'D'];
  return {
    landArea: numbers('landArea'),
    taxPaid: numbers('taxPaid'),
    plotRatio: numbers('plotRatio'),
    plannedPlotRatio: numbers('plannedPlotRatio'),
    floorArea: numbers('floorArea'),
    industrialFloorArea: numbers('industrialFloorArea'),
    greenRatio: numbers('greenRatio'),
    electricity: numbers('electricity'),
    water: numbers('water'),
    grade: Uint8Array.from(dataRows, (row) => 1 + grades.indexOf(textAt(whole, 'grade', row) ?? '')),
    isIndustrialCarrier: column((row) => answered(asked(row).isIndustrialCarrier)),
    useUnchanged: column((row) => answered(asked(row).useUnchanged)),
    inefficient: column((row) => inefficientAt(assessment, keys, row)),
    rowNumbers: column((row) => sheetRow(source, row)),
    ...groupCodes(assessment),
  };
}

/** A plain loop: this runs on the pane's thread, and `Float64Array.from` takes several times as long. */
function columnOf(rows: readonly number[], value: (row: number) => number): Float64Array {
  const column = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) column[index] = value(rows[index] ?? 0);
  return column;
}

function groupCodes(assessment: Assessment): Partial<Record<Dimension, Uint16Array | Uint32Array>> {
  const { whole, dataRows } = assessment;
  const byWord = (field: 'township' | 'park' | 'industry') => {
    const column = whole.columns.get(field);
    if (column?.kind !== 'word') return {};
    return { [field]: Uint32Array.from(dataRows, (row) => column.codes[row] ?? 0) };
  };
  const byAnswer = (field: Table) => {
    const answers = answersOf(assessment, field);
    if (answers.length === 0) return {};
    const code = (row: number) => 1 + answers.indexOf(answerOf(assessment, field, row) ?? '');
    return { [field]: Uint16Array.from(dataRows, code) };
  };
  return {
    ...byWord('township'),
    ...byWord('park'),
    ...byWord('industry'),
    ...byAnswer('tier'),
    ...byAnswer('path'),
  };
}

/** The words behind the codes of a dimension; the word of code 0 is ''. */
export function groupWords(assessment: Assessment, dimension: Dimension): readonly string[] {
  if (dimension === 'tier' || dimension === 'path') return ['', ...answersOf(assessment, dimension)];
  return ['', ...differentWords(assessment.whole, dimension)];
}
