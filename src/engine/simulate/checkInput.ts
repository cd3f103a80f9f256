import { parseDay, yearOf } from '../quantity/day';
import { ASSUMPTION_IDS, assumptionValues, isAllowed } from './assumption';
import type { InputProblem } from './inputProblem';
import { checkLevers, masksOf, unmetNeeds } from './levers/all';
import { DIMENSIONS, type ParcelColumns } from './parcels';
import type { SimulationInput } from './scenario';

/** More rows than a worksheet can hold are not a ledger. */
export const MOST_ROWS = 1_048_576;
/** More names than any county has of anything: a wrong column. */
export const MOST_GROUP_NAMES = 65_536;

function checkColumns({ parcels, levers }: SimulationInput): InputProblem[] {
  const rows = parcels.landArea.length;
  const columns = Object.entries(parcels) as [keyof ParcelColumns, ArrayLike<number> | undefined][];
  const problems: InputProblem[] = columns
    .filter(([, column]) => column && column.length !== rows)
    .map(([field]) => ({ code: 'columnLength', field }));
  if (masksOf(levers).some((mask) => mask.length !== rows)) problems.push({ code: 'columnLength', field: 'eligible' });
  if (rows > MOST_ROWS) problems.push({ code: 'tooManyRows' });
  for (const field of DIMENSIONS)
    if (parcels[field]?.some((code) => code >= MOST_GROUP_NAMES)) problems.push({ code: 'groupCode', field });
  return problems;
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
  const span = { firstYear: yearOf(input.firstDay), horizon };
  const levers = checkLevers(input.levers, span).map((code): InputProblem => ({ code }));
  const needs = unmetNeeds(input.levers, input.parcels).map(({ lever, columns }): InputProblem => ({
    code: 'columnMissing',
    lever,
    columns,
  }));
  return [...checkColumns(input), ...assumptions, ...day, ...levers, ...needs, ...checkTierLines(input)];
}
