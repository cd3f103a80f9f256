import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { planParameters, type AssumptionId, type Correlation } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import { percentText } from '../../../text/quantities';
import type { Scenario } from '../../state/simulationState';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  pair: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, width: '100%' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

/** Assumptions that move together, by rank correlation; what cannot all be is said, with what becomes of it. */
export function Correlations({ scenario }: { readonly scenario: Scenario }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const { assumptions, distributions, correlations } = scenario;
  const { varying, correlationsKept } = planParameters(assumptions, distributions, correlations);
  const set = (next: readonly Correlation[]) => void commands.setScenario.run({ correlations: next });
  const [first, second] = varying;
  return (
    <div className={styles.list}>
      <Hint>{t('correlationHint')}</Hint>
      {correlations.map((pair, index) => (
        <Pair
          key={index}
          {...{ pair, varying, number: index + 1 }}
          onChange={(next) => set(correlations.map((of, at) => (at === index ? next : of)))}
          onRemove={() => set(correlations.filter((_, at) => at !== index))}
        />
      ))}
      {correlationsKept < 1 ? (
        <Caption1 role="status" className={styles.wrong}>
          {t('correlationsKept', { percent: percentText(correlationsKept) })}
        </Caption1>
      ) : null}
      {first && second ? (
        <Button size="small" onClick={() => set([...correlations, { a: first, b: second, value: 0.5 }])}>
          {t('addCorrelation')}
        </Button>
      ) : null}
    </div>
  );
}

interface PairProps {
  readonly pair: Correlation;
  readonly varying: readonly AssumptionId[];
  readonly number: number;
  readonly onChange: (pair: Correlation) => void;
  readonly onRemove: () => void;
}

function Pair({ pair, varying, number, onChange, onRemove }: PairProps) {
  const styles = useStyles();
  const { t, language } = usePane();
  const { a, b, value } = pair;
  // One that no longer varies stays in the list, so that what was chosen is not lost.
  const ids = [...new Set([...varying, a, b])];
  const options = ids.map((id) => ({ value: id, text: assumptionLabel(id, language) }));
  const still = [a, b].find((id) => !varying.includes(id));
  const idle = still === undefined ? undefined : t('notVarying', { name: assumptionLabel(still, language) });
  const wrong = a === b ? t('sameAssumption') : idle;
  return (
    <div className={styles.pair}>
      <Choice
        label={t('correlationOf', { number })}
        {...{ value: a, options }}
        onChange={(id) => onChange({ ...pair, a: id as AssumptionId })}
      />
      <Choice
        label={t('correlationWith', { number })}
        {...{ value: b, options }}
        onChange={(id) => onChange({ ...pair, b: id as AssumptionId })}
      />
      <NumberField
        label={t('correlationValue', { number })}
        value={value}
        wrong={rangeRule(t, { min: -1, max: 1 })}
        onChange={(next) => onChange({ ...pair, value: next })}
      />
      {wrong === undefined ? null : <Caption1 className={styles.wrong}>{wrong}</Caption1>}
      <Button size="small" onClick={onRemove}>
        {t('removeCorrelation', { number })}
      </Button>
    </div>
  );
}
