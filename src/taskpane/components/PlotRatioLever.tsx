import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Scenario } from '../state/simulation/simulationState';
import { LeverFrame } from './LeverFrame';
import { NumberField } from './NumberField';
import { usePane } from './paneContext';
import { rangeRule } from './rangeRule';

type PlotRatio = Scenario['plotRatio'];

/** Raises the plot ratio to a target, of all parcels or of the inefficient ones. */
export function PlotRatioLever({ plotRatio }: { readonly plotRatio: PlotRatio }) {
  const { t, commands } = usePane();
  const set = (change: Partial<PlotRatio>) => void commands.setScenario.run({ plotRatio: { ...plotRatio, ...change } });
  return (
    <LeverFrame label={t('leverPlotRatio')} on={plotRatio.on} onChange={(on) => set({ on })}>
      <NumberField
        label={t('plotRatioTarget')}
        value={plotRatio.target}
        wrong={rangeRule(t, { min: 0.1, max: 10 })}
        onChange={(target) => set({ target })}
      />
      <RadioGroup
        aria-label={t('plotRatioWho')}
        value={plotRatio.who}
        onChange={(_, { value }) => set({ who: value as PlotRatio['who'] })}
      >
        <Radio value="all" label={t('whoAll')} />
        <Radio value="inefficient" label={t('whoInefficient')} />
      </RadioGroup>
    </LeverFrame>
  );
}
