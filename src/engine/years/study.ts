import type { Progress } from '../simulate/progress';
import type { AssumptionValues } from '../simulate/assumption';
import type { TierLines } from '../simulate/tierLines';
import { FIGURES } from './figures';
import type { GroupGrowth } from './groupGrowth';
import { learnSteps, type Learnt, type LearntFigure } from './learn';
import { type PairTold, pairTold } from './pairTold';
import { ledgerOfTable, type YearLedger } from './yearLedger';

/** Ledgers of several years to be learnt from, in order, and what the model takes where they say nothing. */
export interface StudyInput {
  readonly years: readonly YearLedger[];
  readonly values: AssumptionValues;
  readonly tierLines?: TierLines;
}

/** What ledgers tell, without the ledgers: figures with their grounds, growth of groups, and what was made of each pair of years. */
export interface Study {
  readonly years: readonly number[];
  readonly figures: readonly LearntFigure[];
  readonly groups: readonly GroupGrowth[];
  readonly pairs: readonly PairTold[];
}

/** Learns from ledgers, telling how far it is. */
export function* studySteps({ years, values, tierLines }: StudyInput): Generator<Progress, Study> {
  const given = years.map(ledgerOfTable);
  const steps = learnSteps({ years: given, values, tierLines });
  const total = 2 * years.length;
  for (let done = 0; ; done++) {
    const step = steps.next();
    if (step.done === true) return told(step.value);
    yield { phase: 'reading', done: Math.min(done + 1, total), total };
  }
}

function told({ years, figures, groups, pairs }: Learnt): Study {
  return { years, figures: FIGURES.map((figure) => figures[figure]), groups, pairs: pairs.map(pairTold) };
}
