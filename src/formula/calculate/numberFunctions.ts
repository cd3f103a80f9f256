import { allValues, type Call, type FunctionTable } from './call';
import { Failing, isGrid, NoAnswer, numberOf, single, sound, valuesIn, type Scalar, type Value } from './values';

const number = (call: Call, index: number, otherwise?: number): number =>
  otherwise !== undefined && !call.given(index) ? otherwise : numberOf(single(call.value(index)));

/** The numbers of a rectangle, or of an argument as such. */
function numbersOf(value: Value): number[] {
  // A text or a truth value that is given as such is a number to some spreadsheets only.
  if (!isGrid(value) && ['string', 'boolean'].includes(typeof value)) throw new NoAnswer();
  if (!isGrid(value)) return value === undefined ? [] : [numberOf(value)];
  return [...valuesIn(value)].map(sound).filter((one) => typeof one === 'number');
}

const numbersIn = (call: Call): number[] => allValues(call).flatMap(numbersOf);

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Not Math.max(...numbers): a ledger has more cells than a call takes arguments. */
function extremeOf([first = 0, ...others]: readonly number[], of: (a: number, b: number) => number): number {
  return others.reduce((best, one) => of(best, one), first);
}

/** Rounded in decimal digits, as it is shown: 2.675 to two places is 2.68. */
function rounded(value: number, places: number, round: (x: number) => number): number {
  if (!Number.isFinite(value)) return value;
  const size = Number(Math.abs(value).toPrecision(15));
  const shifted = shift(round(Number(shift(size, places).toPrecision(15))), -places);
  return Math.sign(value) * shifted;
}

function shift(value: number, places: number): number {
  const [digits = '0', power = '0'] = String(value).split('e');
  return Number(`${digits}e${String(Number(power) + places)}`);
}

const rounding = (round: (x: number) => number) => (call: Call) =>
  rounded(number(call, 0), Math.trunc(number(call, 1, 0)), round);

/** Days since the last of 1899; days before March 1900 are left to the spreadsheets, which count one too many. */
function serialOf(date: number): number {
  const serial = Math.round(date / 86_400_000) + 25_569;
  if (serial < 61) throw new NoAnswer();
  return serial;
}

function dayOf(call: Call): Date {
  const serial = Math.floor(number(call, 0));
  if (serial < 61) throw serial < 0 ? new Failing('#NUM!') : new NoAnswer();
  return new Date((serial - 25_569) * 86_400_000);
}

function rankOf(call: Call): number {
  const own = number(call, 0);
  const numbers = numbersOf(call.value(1));
  if (!numbers.includes(own)) throw new Failing('#N/A');
  const isAscending = number(call, 2, 0) !== 0;
  return 1 + numbers.filter((one) => (isAscending ? one < own : one > own)).length;
}

/** What stands in the same place of each rectangle multiplied, and the products summed; what is no number counts as 0. */
function sumProduct(call: Call): number {
  const grids = allValues(call).map((value) => (isGrid(value) ? value : { rows: 1, columns: 1, at: () => value }));
  const [{ rows, columns } = { rows: 0, columns: 0 }] = grids;
  if (grids.some((grid) => grid.rows !== rows || grid.columns !== columns)) throw new Failing('#VALUE!');
  let sum = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sum += grids.reduce((product, grid) => product * plainNumber(grid.at(row, column)), 1);
  return sum;
}

function plainNumber(value: Scalar): number {
  const own = sound(value);
  return typeof own === 'number' ? own : 0;
}

/** Functions that give numbers. */
export const NUMBERS: FunctionTable = {
  SUM: (call) => sumOf(numbersIn(call)),
  SUMPRODUCT: sumProduct,
  AVERAGE: (call) => {
    const numbers = numbersIn(call);
    if (numbers.length === 0) throw new Failing('#DIV/0!');
    return sumOf(numbers) / numbers.length;
  },
  MAX: (call) => extremeOf(numbersIn(call), Math.max),
  MIN: (call) => extremeOf(numbersIn(call), Math.min),
  COUNT: (call) => {
    const values = allValues(call).flatMap((value) => [...valuesIn(value)]);
    // Truth values count in some spreadsheets only.
    if (values.some((one) => typeof one === 'boolean')) throw new NoAnswer();
    return values.filter((one) => typeof one === 'number').length;
  },
  COUNTA: (call) =>
    allValues(call)
      .flatMap((value) => [...valuesIn(value)])
      .filter((one) => one !== undefined).length,
  ROUND: rounding(Math.round),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  INT: (call) => Math.floor(number(call, 0)),
  ABS: (call) => Math.abs(number(call, 0)),
  MOD: (call) => {
    const [value, by] = [number(call, 0), number(call, 1)];
    if (by === 0) throw new Failing('#DIV/0!');
    return value - by * Math.floor(value / by);
  },
  RANK: rankOf,
  DATE: (call) => {
    const [year, month, day] = [0, 1, 2].map((index) => Math.trunc(number(call, index)));
    return serialOf(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  },
  EDATE: (call) => {
    const day = dayOf(call);
    const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + Math.trunc(number(call, 1))];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return serialOf(Date.UTC(year, month, Math.min(day.getUTCDate(), last)));
  },
  YEAR: (call) => dayOf(call).getUTCFullYear(),
  MONTH: (call) => dayOf(call).getUTCMonth() + 1,
  DAY: (call) => dayOf(call).getUTCDate(),
};
