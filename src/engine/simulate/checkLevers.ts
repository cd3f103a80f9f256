import type { InputProblem, LeverProblemCode } from './inputProblem';
import type {
  DisposalLever,
  DisposalStep,
  FundLever,
  GradeRates,
  Levers,
  PlotRatioLever,
  UpgradeLever,
} from './levers';

const isShare = (value: number) => value >= 0 && value <= 1;
const isAmount = (value: number) => value >= 0 && Number.isFinite(value);

type Checked = readonly (readonly [boolean, LeverProblemCode])[];

function problems(checks: Checked): InputProblem[] {
  return checks.filter(([good]) => !good).map(([, code]) => ({ code }));
}

function isRising({ schedule }: DisposalStep, lastYear: number): boolean {
  if (!schedule) return true;
  const rising = schedule.every((part, year) => isShare(part) && part >= (schedule[year - 1] ?? 0));
  return rising && schedule.length === lastYear + 1 && schedule.at(-1) === 1;
}

function checkStep(step: DisposalStep, firstYear: number, horizon: number): InputProblem[] {
  const lastYear = step.byYear - firstYear;
  const inYears = Number.isInteger(lastYear) && lastYear >= 0 && lastYear <= horizon;
  return problems([
    [isShare(step.share), 'disposalShare'],
    [inYears, 'disposalYear'],
    [!inYears || isRising(step, lastYear), 'disposalSchedule'],
  ]);
}

function checkDisposal(lever: DisposalLever, firstYear: number, horizon: number): InputProblem[] {
  const { classes = [], fundPerYear } = lever;
  return [
    ...[lever, ...classes].flatMap((step) => checkStep(step, firstYear, horizon)),
    ...problems([
      [fundPerYear === undefined || fundPerYear >= 0, 'disposalFund'],
      [classes.length < 32, 'disposalClasses'],
    ]),
  ];
}

function checkPlotRatio({ target, factor, parkBalance, mixedShare = 0, leastIndustrialShare = 0 }: PlotRatioLever) {
  const balanced =
    !parkBalance || (parkBalance.plotRatio > 0 && parkBalance.plotRatio <= 20 && isShare(parkBalance.greenRatio));
  return problems([
    [factor !== undefined || (target !== undefined && target > 0 && target <= 20), 'plotRatioTarget'],
    [factor === undefined || (factor >= 1 && factor <= 20), 'plotRatioFactor'],
    [balanced, 'parkBalance'],
    [isShare(mixedShare) && isShare(leastIndustrialShare), 'mixedShare'],
  ]);
}

function checkUpgrade({ uplift, years, response, costPerMu }: UpgradeLever): InputProblem[] {
  return problems([
    [uplift >= 0 && uplift <= 10, 'upgradeUplift'],
    [Number.isInteger(years) && years >= 1 && years <= 40, 'upgradeYears'],
    [isShare(response), 'upgradeResponse'],
    [isAmount(costPerMu), 'upgradeCost'],
  ]);
}

/** From a rebate of 100 yuan to a surcharge of 1,000. */
const isRate = (rate: number) => rate >= -100 && rate <= 1000;

function areRates(rates: GradeRates | undefined): boolean {
  return !rates || rates.every(isRate);
}

function isFund({ landRevenue, other = 0 }: FundLever): boolean {
  return isAmount(landRevenue) && isAmount(other);
}

/** A lever that applies to no parcel at all was meant for some. */
function checkEligible(levers: Levers): InputProblem[] {
  const masks = [
    levers.plotRatio?.eligible,
    levers.upgrade?.eligible,
    ...(levers.disposal?.classes ?? []).map(({ eligible }) => eligible),
  ];
  return problems([[masks.every((mask) => !mask || mask.length === 0 || mask.includes(1)), 'nothingEligible']]);
}

/** Everything wrong with the levers' own numbers. */
export function checkLevers(levers: Levers, firstYear: number, horizon: number): InputProblem[] {
  const { plotRatio, waiver, disposal, upgrade, prices, standardLand, incrementStock, taxSharing, fund } = levers;
  const rates = [prices?.electricity, prices?.water, prices?.landUseTax];
  return [
    ...(plotRatio ? checkPlotRatio(plotRatio) : []),
    ...(disposal ? checkDisposal(disposal, firstYear, horizon) : []),
    ...(upgrade ? checkUpgrade(upgrade) : []),
    ...problems([
      [!waiver || isShare(waiver.share), 'waivedShare'],
      [rates.every(areRates), 'priceRates'],
      [!standardLand || (isAmount(standardLand.taxPerMu) && isShare(standardLand.penaltyShare)), 'standardLand'],
      [!incrementStock || isAmount(incrementStock.baseQuota), 'newLandQuota'],
      [!taxSharing || (isShare(taxSharing.share) && taxSharing.to > 0), 'taxSharing'],
      [!fund || isFund(fund), 'landFund'],
    ]),
    ...checkEligible(levers),
  ];
}
