import { clausesOf, type Clause } from '../engine/assess/index';
import { clauseRow } from '../text/why';
import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { notAvailable } from './failure';
import { policyOf } from './policyArgument';
import { optional, type CustomFunction } from './customFunction';
import { POLICY_ARGUMENT } from './parameters';

/**
 * MUJUN_CLAUSE: where a policy says it, its words, and what that gives, n x 3; with `place` the clauses of that place, or of the
 * places under it. #N/A without a policy and where nothing rests on the place.
 */
export const mujunClause = {
  name: 'MUJUN_CLAUSE',
  help: { zh: '列出政策的条款、原文和由此得出的规定', en: 'The clauses of a policy, their words and what they give' },
  shape: { zh: '每条 3 列：条款、原文、规定', en: 'n x 3: place, quote, what it gives' },
  parameters: [
    POLICY_ARGUMENT,
    optional('place', '条款，如 "二(一)1"；不填列出全部', 'clause, such as "二(一)1"; all if left out'),
  ],
  answer(policy: Argument, place?: Argument): string[][] {
    const applied = policyOf(policy, undefined);
    const clauses = clausesOf(applied);
    const wanted = scalarOf(place, 'place');
    const found = wanted === undefined ? clauses : clausesAt(clauses, plain(String(wanted)));
    if (found.length > 0) return found.map(clauseRow);
    const places = new Set(clauses.map(placeOf).filter((one) => one !== ''));
    const known = { name: String(wanted), policy: applied.pack.short, known: [...places].join('、') };
    throw notAvailable(functionText('noClause', known));
  },
} satisfies CustomFunction;

function placeOf({ basis }: Clause): string {
  return basis.kind === 'cited' ? basis.citation.place : '';
}

function clausesAt(clauses: readonly Clause[], place: string): Clause[] {
  const exact = clauses.filter((clause) => plain(placeOf(clause)) === place);
  return exact.length > 0 ? exact : clauses.filter((clause) => plain(placeOf(clause)).startsWith(place));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s第条款]/g, '');
}
