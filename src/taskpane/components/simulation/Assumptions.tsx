import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  ASSUMPTION_IDS,
  assumptionOf,
  mayVary,
  type AssumptionId,
  type AssumptionOverrides,
  type Distributions,
} from '../../../engine/simulate/index';
import {
  assumptionLabel,
  assumptionOriginText,
  assumptionUnitText,
  scaled,
  shownFactor,
} from '../../../text/assumptions';
import { groundText } from '../../../text/years';
import { groundOf } from '../../model/pastYears/grounds';
import type { LearntGround, Scenario } from '../../state/simulationState';
import { DistributionChoice } from './DistributionChoice';
import { NumberField } from '../widgets/NumberField';
import { usePane } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  changed: { color: tokens.colorBrandForeground1 },
});

/** The parameters a person may change: all but definitions. */
export const EDITABLE = ASSUMPTION_IDS.filter((id) => assumptionOf(id).origin.kind !== 'definition');

/** Every assumption with its source or 假设, editable within its range. */
export function Assumptions({ scenario }: { readonly scenario: Scenario }) {
  const { assumptions, distributions, draws } = scenario;
  const styles = useStyles();
  const { t, commands } = usePane();
  const set = (change: AssumptionOverrides) => void commands.setScenario.run({ assumptions: change });
  const vary = (change: Distributions) => void commands.setScenario.run({ distributions: change });
  return (
    <div className={styles.list}>
      <NumberField
        label={t('drawsField')}
        value={draws}
        wrong={rangeRule(t, { min: 500, max: 100_000, whole: true })}
        onChange={(count) => void commands.setScenario.run({ draws: count })}
      />
      {EDITABLE.map((id) => (
        <Assumption
          ground={groundOf(scenario, id)}
          key={`${id}-${id in assumptions ? 'own' : 'default'}`}
          id={id}
          value={assumptions[id]}
          onChange={(value) => set(withValue(assumptions, id, value))}
        >
          {mayVary(id) ? (
            <DistributionChoice
              id={id}
              value={assumptions[id] ?? assumptionOf(id).default}
              own={distributions[id]}
              onChange={(distribution) => vary({ ...distributions, [id]: distribution })}
            />
          ) : null}
        </Assumption>
      ))}
      <Button
        size="small"
        disabledFocusable={Object.keys(assumptions).length + Object.keys(distributions).length === 0}
        onClick={() => void commands.setScenario.run({ assumptions: {}, distributions: {} })}
      >
        {t('restoreAssumptions')}
      </Button>
    </div>
  );
}

interface Props {
  readonly id: AssumptionId;
  readonly value: number | undefined;
  readonly ground: LearntGround | undefined;
  readonly onChange: (value: number) => void;
  readonly children: ReactNode;
}

function Assumption({ id, value, ground, onChange, children }: Props) {
  const styles = useStyles();
  const { t, language } = usePane();
  const assumption = assumptionOf(id);
  const factor = shownFactor(assumption.unit);
  const shown = (of: number) => scaled(of, factor);
  const { default: usual, min, max, ...rest } = assumption;
  return (
    <div>
      <NumberField
        label={`${assumptionLabel(id, language)}（${assumptionUnitText(assumption.unit, language)}）`}
        value={shown(value ?? usual)}
        wrong={rangeRule(t, { ...rest, min: shown(min), max: shown(max) })}
        onChange={(typed) => onChange(scaled(typed, 1 / factor))}
        hint={ground ? groundText(ground, language) : assumptionOriginText(id, assumption.origin, language)}
      />
      {value === undefined ? null : (
        <Caption1 className={styles.changed}>{t('assumptionChanged', { value: String(shown(usual)) })}</Caption1>
      )}
      {children}
    </div>
  );
}

/** A value equal to the default is no change. */
function withValue(assumptions: AssumptionOverrides, id: AssumptionId, value: number): AssumptionOverrides {
  const { [id]: _old, ...rest } = assumptions;
  return value === assumptionOf(id).default ? rest : { ...rest, [id]: value };
}
