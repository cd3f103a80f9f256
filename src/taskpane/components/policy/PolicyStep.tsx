import type { Day } from '../../../engine/quantity/index';
import { builtInPacks, gradingPacks, standingOf, type PolicyPack } from '../../../engine/policy/index';
import { STANDINGS } from '../../../text/why';
import { statusText } from './statusText';
import { Choice } from '../widgets/Choice';
import { DayField } from '../widgets/DayField';
import { usePane, usePaneState, type Pane } from '../paneContext';
import { Step } from '../widgets/Step';
import { Hint } from '../widgets/Hint';

/** ② Which policy, on which day. */
export function PolicyStep() {
  return (
    <Step number={2}>
      <PolicyChoice />
    </Step>
  );
}

/** A policy and a day to choose. No policy is ever chosen for the person. */
export function PolicyChoice() {
  const pane = usePane();
  const { t, commands } = pane;
  const policyId = usePaneState((state) => state.policyId);
  const asOf = usePaneState((state) => state.asOf);
  const own = usePaneState(({ policyWork }) => policyWork.own);
  const shipped = [...builtInPacks(), ...gradingPacks()];
  const loaded = own.map(({ pack }) => pack);
  const chosen = [...shipped, ...loaded].find(({ id }) => id === policyId);
  const option = (pack: PolicyPack) => ({
    value: pack.id,
    text: t('policyChoice', {
      policy: loaded.includes(pack) ? t('policyOwn', { policy: pack.short }) : pack.short,
      status: statusText(standingOf(pack, asOf), t),
    }),
  });
  const hint = hintOf(pane, chosen, asOf);
  return (
    <>
      <Choice
        label={t('policy')}
        value={policyId ?? ''}
        options={[{ value: '', text: t('choosePolicy'), disabled: true }, ...[...shipped, ...loaded].map(option)]}
        onChange={(id) => void commands.choosePolicy.run(id)}
      />
      <DayField label={t('asOf')} value={asOf} onChange={(day) => void commands.setAsOf.run(day ?? '')} />
      {hint === '' ? null : <Hint>{hint}</Hint>}
    </>
  );
}

function hintOf({ t }: Pane, pack: PolicyPack | undefined, asOf: Day | undefined): string {
  if (!pack) return '';
  const standing = standingOf(pack, asOf);
  if (standing === 'draft') return t('draftHint');
  if (standing === 'noDay') return t('asOfHint');
  if (standing === 'inForce') return '';
  return t('expiredHint', { from: pack.from ?? '', until: dayBefore(pack.until), status: STANDINGS[standing] });
}

/** The last day of a period: a pack's `until` is the first day after it. */
function dayBefore(day: Day | undefined): string {
  if (day === undefined) return '今';
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
