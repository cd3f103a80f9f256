import { Checkbox } from '@fluentui/react-components';
import type { Assessment } from '../../../model/verdict/assessment';
import { PLOT_RATIO_ASKED } from '../../../levers/plotRatio';
import type { Scenario } from '../../../state/simulationState';
import { LeverFrame } from './LeverFrame';
import { NumberField } from '../../widgets/NumberField';
import { usePane } from '../../paneContext';
import { rangeRule } from '../../widgets/rangeRule';
import { SliderField } from '../../widgets/SliderField';
import { WhoChoice } from '../WhoChoice';

type PlotRatio = Scenario['plotRatio'];

interface Props {
  readonly plotRatio: PlotRatio;
  readonly assessment: Assessment;
  readonly lacks?: string | undefined;
}

/** Raises the plot ratio to a target or by a factor, of some parcels, each within its plan or its park's. */
export function PlotRatioFields({ plotRatio, assessment, lacks }: Props) {
  const { t, commands } = usePane();
  const set = (change: Partial<PlotRatio>) => void commands.setScenario.run({ plotRatio: { ...plotRatio, ...change } });
  return (
    <LeverFrame label={PLOT_RATIO_ASKED.label} on={plotRatio.on} onChange={(on) => set({ on })} lacks={lacks}>
      <SliderField
        label={t(plotRatio.byFactor ? 'byFactor' : 'plotRatioTarget')}
        value={plotRatio.target}
        min={plotRatio.byFactor ? 1 : 0.1}
        max={plotRatio.byFactor ? 5 : 4}
        step={0.1}
        onChange={(target) => set({ target: Math.round(target * 100) / 100 })}
      />
      <Checkbox
        checked={plotRatio.byFactor === true}
        label={t('byFactor')}
        onChange={(_, { checked }) =>
          set({ byFactor: checked === true, target: checked === true ? 1.5 : plotRatio.target })
        }
      />
      <WhoChoice who={plotRatio.who} assessment={assessment} onChange={(who) => set({ who })} />
      <NumberField
        label={t('mixedPercent')}
        value={plotRatio.mixedPercent ?? 0}
        unit="%"
        wrong={rangeRule(t, { min: 0, max: 100 })}
        onChange={(mixedPercent) => set({ mixedPercent })}
      />
      <Balance plotRatio={plotRatio} set={set} />
    </LeverFrame>
  );
}

function Balance({
  plotRatio,
  set,
}: {
  readonly plotRatio: PlotRatio;
  readonly set: (change: Partial<PlotRatio>) => void;
}) {
  const { t, commands } = usePane();
  const { balance } = plotRatio;
  const drop = () => {
    const { balance: _balance, ...rest } = plotRatio;
    void commands.setScenario.run({ plotRatio: rest });
  };
  return (
    <>
      <Checkbox
        checked={balance !== undefined}
        label={t('parkBalance')}
        onChange={(_, { checked }) => (checked === true ? set({ balance: { plotRatio: 2, greenPercent: 0 } }) : drop())}
      />
      {balance ? (
        <>
          <NumberField
            label={t('parkPlotRatio')}
            value={balance.plotRatio}
            wrong={rangeRule(t, { min: 0.1, max: 10 })}
            onChange={(ratio) => set({ balance: { ...balance, plotRatio: ratio } })}
          />
          <NumberField
            label={t('parkGreen')}
            value={balance.greenPercent}
            unit="%"
            wrong={rangeRule(t, { min: 0, max: 100 })}
            onChange={(greenPercent) => set({ balance: { ...balance, greenPercent } })}
          />
        </>
      ) : null}
    </>
  );
}
