import { numberAt, textAt } from '../../../engine/column/index';
import type { Assessment } from '../verdict/assessment';
import { answerOf, answersOf } from '../verdict/concluded';
import type { InefficientKey } from '../../state/simulationState';

/** One thing that may count as inefficient, with its parcels and their area in 亩. */
export interface InefficientOption {
  readonly key: InefficientKey;
  readonly answer: string;
  readonly count: number;
  readonly area: number;
  readonly chosen: boolean;
}

/** The keys a person has ticked; undefined while they have said nothing. */
type Wanted = readonly InefficientKey[] | undefined;

/** The ledger's own column, then the policy's tiers and paths: a person says which of them are inefficient land. */
export function inefficientOptions(assessment: Assessment, wanted: Wanted): InefficientOption[] {
  const chosen = new Set<string>(chosenKeys(assessment, wanted));
  return allKeys(assessment).map((key) => {
    const rows = assessment.dataRows.filter((row) => holds(assessment, key, row));
    const area = rows.reduce((sum, row) => sum + (numberAt(assessment.whole, 'landArea', row) || 0), 0);
    return { key, answer: key.slice(key.indexOf(':') + 1), count: rows.length, area, chosen: chosen.has(key) };
  });
}

function allKeys(assessment: Assessment): InefficientKey[] {
  const { whole } = assessment;
  const own: InefficientKey[] = whole.headers.byField.has('inefficient') ? ['column'] : [];
  const byTier = answersOf(assessment, 'tier').map((answer): InefficientKey => `tier:${answer}`);
  const byPath = answersOf(assessment, 'path').map((answer): InefficientKey => `path:${answer}`);
  return [...own, ...byTier, ...byPath];
}

/** The keys chosen; by default the ledger's own word, else the lowest tier, else the first path. All of it is shown. */
export function chosenKeys(assessment: Assessment, wanted: Wanted): readonly InefficientKey[] {
  const keys = allKeys(assessment);
  if (wanted) return wanted.filter((key) => keys.includes(key));
  return keys.slice(0, 1);
}

/** 1 inefficient, 0 not, NaN where neither the ledger nor the policy can tell. */
export function inefficientAt(assessment: Assessment, keys: readonly InefficientKey[], row: number): number {
  if (keys.some((key) => holds(assessment, key, row))) return 1;
  return keys.length === 0 || keys.some((key) => isKnown(assessment, key, row)) ? 0 : NaN;
}

function holds(assessment: Assessment, key: InefficientKey, row: number): boolean {
  if (key === 'column') return textAt(assessment.whole, 'inefficient', row) === '是';
  return answerFor(assessment, key, row) === key.slice(key.indexOf(':') + 1);
}

function isKnown(assessment: Assessment, key: InefficientKey, row: number): boolean {
  if (key === 'column') return textAt(assessment.whole, 'inefficient', row) !== undefined;
  return answerFor(assessment, key, row) !== undefined;
}

function answerFor(assessment: Assessment, key: InefficientKey, row: number): string | undefined {
  return answerOf(assessment, key.startsWith('tier:') ? 'tier' : 'path', row);
}
