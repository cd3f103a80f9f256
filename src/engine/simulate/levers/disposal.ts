import { type LeverChecks, type Eligible, isShare, type Lever, type Span } from './lever';

/** How much of some inefficient land goes by when: a share (0..1, by area) by the end of a calendar year. */
export interface DisposalStep {
  readonly share: number;
  readonly byYear: number;
  /** Cumulative parts (0..1, rising to 1), one for each year through `byYear`; left out: equal yearly steps. */
  readonly schedule?: readonly number[];
}

/** A class of inefficient land with a pace of its own; a parcel belongs to the first class that takes it. */
export interface DisposalClass extends DisposalStep {
  readonly eligible: Eligible;
}

/** Disposes of inefficient land: all of it alike, or class by class. */
export interface DisposalLever extends DisposalStep {
  /** Left out, or where none takes a parcel: the lever's own share and year. */
  readonly classes?: readonly DisposalClass[];
  /** Money for acquisitions a year, wanYuan: years above it are reported. */
  readonly fundPerYear?: number;
}

type Code = 'disposalShare' | 'disposalYear' | 'disposalSchedule' | 'disposalFund' | 'disposalClasses';

function isRising({ schedule }: DisposalStep, lastYear: number): boolean {
  if (!schedule) return true;
  const rising = schedule.every((part, year) => isShare(part) && part >= (schedule[year - 1] ?? 0));
  return rising && schedule.length === lastYear + 1 && schedule.at(-1) === 1;
}

function checkStep(step: DisposalStep, { firstYear, horizon }: Span): LeverChecks<Code> {
  const lastYear = step.byYear - firstYear;
  const inYears = Number.isInteger(lastYear) && lastYear >= 0 && lastYear <= horizon;
  return [
    [isShare(step.share), 'disposalShare'],
    [inYears, 'disposalYear'],
    [!inYears || isRising(step, lastYear), 'disposalSchedule'],
  ];
}

/** 处置低效用地; its plan is `planDisposal`. */
export const DISPOSAL: Lever<DisposalLever, Code> = {
  start: { share: 1, byYear: 0 },
  needs: () => [['inefficient']],
  check: (lever, span) => {
    const { classes = [], fundPerYear } = lever;
    return [
      ...[lever, ...classes].flatMap((step) => checkStep(step, span)),
      [fundPerYear === undefined || fundPerYear >= 0, 'disposalFund'],
      [classes.length < 32, 'disposalClasses'],
    ];
  },
  masks: ({ classes = [] }) => classes.map(({ eligible }) => eligible),
};
