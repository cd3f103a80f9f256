import { definedOnly } from '../../../engine/column/index';
import { explainAt, type Explanation, type Judgement } from '../../../engine/assess/index';
import { reasonText, clauseText } from '../../../text/why';
import { leadOf, type Assessment } from './assessment';
import { lackingNotes } from './lackingNotes';
import { tierNotes, verdictText } from './resultRows';

/** Why a row got its tier or its path, ready to be shown. */
export interface RowGrounds {
  readonly kind: 'tier' | 'path';
  readonly verdict: string;
  readonly reason: string;
  /** What people decided instead. */
  readonly concluded?: string;
  /** The document, the clause and its words; '' where nothing was decided. */
  readonly clause: string;
  readonly explanation: Explanation;
  /** The tier that comes next on the way up. */
  readonly next?: string;
}

/** The grounds of a row's tier and path, its own or those of the unit it is in; empty for a row that is no data. */
export function groundsOf(assessment: Assessment, own: number): RowGrounds[] {
  const row = leadOf(assessment, own) ?? own;
  const { tiers, paths } = assessment;
  const tier = tiers ? [groundsIn('tier', tiers, row, assessment)] : [];
  const path = paths ? [groundsIn('path', paths, row, assessment)] : [];
  return [...tier, ...path].filter(({ verdict }) => verdict !== '');
}

function groundsIn(kind: RowGrounds['kind'], judgement: Judgement, row: number, { concluded }: Assessment): RowGrounds {
  const own = concluded[kind].get(row);
  const explanation = explainAt(judgement, row);
  const next = kind === 'tier' ? judgement.rules[(judgement.decisions.rule[row] ?? -1) + 1]?.answer : undefined;
  return {
    kind,
    verdict: verdictText(judgement, row),
    reason: reasonText(explanation, [
      ...(kind === 'tier' ? tierNotes(judgement) : []),
      ...lackingNotes(judgement, row),
    ]),
    clause: clauseText(judgement.context.policy.pack, explanation.basis),
    explanation,
    ...definedOnly({ next, concluded: own }),
  };
}
