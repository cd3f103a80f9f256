import type { Day } from '../engine/quantity/index';
import type { Cell } from '../engine/ledger/index';
import { policyTargets, type PolicyTarget } from '../engine/policy/index';
import { targetRow, targetUnit } from '../text/targets';
import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { notAvailable } from './failure';
import { asOfDay, policyOf } from './policyArgument';
import { optional, type CustomFunction } from './customFunction';
import { AS_OF, POLICY_ARGUMENT } from './parameters';

/**
 * MUJUN_TARGET: with a name the number that a policy sets for it, alone; without one every target, n x 5 (目标, 值, 单位, 期限,
 * 条款). With a base date the targets still open on it, of several for one name the next. #N/A where the policy sets no number.
 */
export const mujunTarget = {
  name: 'MUJUN_TARGET',
  help: {
    zh: '政策规定的数值目标；不写名称列出全部',
    en: 'Targets that a policy sets in numbers; all without a name',
  },
  shape: {
    zh: '写名称：1 个数；不写：每个目标 5 列：目标、值、单位、期限、条款',
    en: 'one number with a name, else n x 5: target, value, unit, last day, clause',
  },
  parameters: [
    POLICY_ARGUMENT,
    optional('name', '目标名称，如 "低效用地消化处置率"', 'name of the target, such as "低效用地消化处置率"'),
    AS_OF,
  ],
  answer(policy: Argument, name?: Argument, asOf?: Argument): Cell[][] {
    const { pack } = policyOf(policy, asOf);
    const day = asOfDay(asOf);
    const targets = policyTargets(pack);
    if (targets.length === 0) throw notAvailable(functionText('noTargets', { policy: pack.short }));
    const open = day === undefined ? targets : targets.filter(({ by }) => by >= day);
    const wanted = scalarOf(name, 'name');
    if (wanted === undefined) return listed(open, pack.short, day);
    const known = targetsNamed(targets, plain(String(wanted)));
    if (known.length === 0) {
      const names = [...new Set(targets.map((target) => target.name))].join('、');
      throw notAvailable(functionText('noTarget', { policy: pack.short, name: String(wanted), known: names }));
    }
    return [[valueOf(known, open, String(wanted))]];
  },
} satisfies CustomFunction;

function listed(open: readonly PolicyTarget[], policy: string, day: Day | undefined): Cell[][] {
  if (open.length > 0) return open.map(targetRow);
  throw notAvailable(functionText('targetsPast', { policy, day: day ?? '' }));
}

function valueOf(known: readonly PolicyTarget[], open: readonly PolicyTarget[], name: string): number {
  const exact = known.filter((target) => plain(target.name) === plain(name));
  const fitting = exact.length > 0 ? exact : known;
  const names = [...new Set(fitting.map((target) => target.name))];
  if (names.length > 1) throw notAvailable(functionText('targetNotClear', { name, known: names.join('、') }));
  const next = fitting.filter((target) => open.includes(target)).toSorted((a, b) => (a.by < b.by ? -1 : 1))[0];
  if (next) return next.value;
  const last = fitting.at(-1);
  throw notAvailable(
    functionText('targetPast', {
      name,
      day: last?.by ?? '',
      value: `${last?.value ?? ''}${last ? targetUnit(last) : ''}`,
    }),
  );
}

/** Those whose name has the text in it; a target that asks for its whole name only where no other has. */
function targetsNamed(targets: readonly PolicyTarget[], text: string): readonly PolicyTarget[] {
  const named = targets.filter(({ name }) => plain(name).includes(text));
  const own = named.filter(({ name, wholeName }) => !wholeName || plain(name) === text);
  return own.length > 0 ? own : named;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
