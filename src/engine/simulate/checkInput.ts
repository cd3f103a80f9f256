import { parseDay, yearOf } from '../quantity/day';
import { ASSUMPTION_IDS, type AssumptionId, assumptionValues, isAllowed } from './assumption';
import type { DisposalLever, Levers, ParcelColumns, SimulationInput } from './scenario';

/** What is wrong with an input, by code, with the column, assumption or lever it concerns. */
export interface InputProblem {
  readonly code:
    | 'columnLength'
    | 'tooManyRows'
    | 'townshipCode'
    | 'assumptionOutOfRange'
    | 'firstDay'
    | 'plotRatioTarget'
    | 'waivedShare'
    | 'disposalShare'
    | 'disposalYear'
    | 'disposalSchedule'
    | 'disposalFund'
    | 'tierLines';
  readonly field?: AssumptionId | keyof ParcelColumns | 'eligible';
}

/** More rows than a worksheet can hold are not a ledger. */
export const MOST_ROWS = 1_048_576;
/** More township codes than any county has: a wrong column. */
export const MOST_TOWNSHIPS = 65_536;

const isShare = (value: number) => value >= 0 && value <= 1;

function checkColumns({ parcels, levers }: SimulationInput): InputProblem[] {
  const rows = parcels.landArea.length;
  const columns = Object.entries(parcels) as [keyof ParcelColumns, ArrayLike<number> | undefined][];
  const problems: InputProblem[] = columns
    .filter(([, column]) => column && column.length !== rows)
    .map(([field]) => ({ code: 'columnLength', field }));
  const eligible = levers.plotRatio?.eligible;
  if (eligible && eligible.length !== rows) problems.push({ code: 'columnLength', field: 'eligible' });
  if (rows > MOST_ROWS) problems.push({ code: 'tooManyRows' });
  if (parcels.township?.some((code) => code >= MOST_TOWNSHIPS)) problems.push({ code: 'townshipCode' });
  return problems;
}

function checkSchedule({ schedule }: DisposalLever, lastYear: number): boolean {
  if (!schedule) return true;
  const rising = schedule.every((part, year) => isShare(part) && part >= (schedule[year - 1] ?? 0));
  return rising && schedule.length === lastYear + 1 && schedule.at(-1) === 1;
}

function checkDisposal(lever: DisposalLever, firstYear: number, horizon: number): InputProblem[] {
  const problems: InputProblem[] = [];
  const lastYear = lever.byYear - firstYear;
  if (!isShare(lever.share)) problems.push({ code: 'disposalShare' });
  if (!Number.isInteger(lastYear) || lastYear < 0 || lastYear > horizon) problems.push({ code: 'disposalYear' });
  else if (!checkSchedule(lever, lastYear)) problems.push({ code: 'disposalSchedule' });
  if (lever.fundPerYear !== undefined && !(lever.fundPerYear >= 0)) problems.push({ code: 'disposalFund' });
  return problems;
}

function checkLevers(levers: Levers, firstYear: number, horizon: number): InputProblem[] {
  const problems: InputProblem[] = [];
  const target = levers.plotRatio?.target;
  if (target !== undefined && !(target > 0 && target <= 20)) problems.push({ code: 'plotRatioTarget' });
  if (levers.waiver && !isShare(levers.waiver.share)) problems.push({ code: 'waivedShare' });
  return levers.disposal ? [...problems, ...checkDisposal(levers.disposal, firstYear, horizon)] : problems;
}

function checkTierLines({ tierLines }: SimulationInput): InputProblem[] {
  if (!tierLines) return [];
  const { lines, tiers } = tierLines;
  const rising = lines.every((line, index) => Number.isFinite(line) && line > (lines[index - 1] ?? -Infinity));
  return rising && tiers.length === lines.length + 1 ? [] : [{ code: 'tierLines' }];
}

/** Everything wrong with an input, none where it can be computed. */
export function checkInput(input: SimulationInput): readonly InputProblem[] {
  const wrong = ASSUMPTION_IDS.filter((id) => {
    const value = input.assumptions?.[id];
    return value !== undefined && !isAllowed(id, value);
  });
  const assumptions = wrong.map((field): InputProblem => ({ code: 'assumptionOutOfRange', field }));
  const { horizon } = assumptionValues(wrong.length > 0 ? {} : input.assumptions);
  const day: InputProblem[] = parseDay(input.firstDay) === input.firstDay ? [] : [{ code: 'firstDay' }];
  const levers = checkLevers(input.levers, yearOf(input.firstDay), horizon);
  return [...checkColumns(input), ...assumptions, ...day, ...levers, ...checkTierLines(input)];
}
