import type { ReactNode } from 'react';
import type { Assessment } from '../../../model/verdict/assessment';
import { DISPOSAL_ASKED } from '../../../levers/disposal';
import type { Scenario } from '../../../state/simulationState';
import { DisposalClasses } from './DisposalClasses';
import { LeverFrame } from './LeverFrame';
import { NumberField } from '../../widgets/NumberField';
import { usePane } from '../../paneContext';
import { rangeRule } from '../../widgets/rangeRule';
import { SliderField } from '../../widgets/SliderField';

type Disposal = Scenario['disposal'];

interface Props {
  readonly disposal: Disposal;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The choice of what counts as inefficient land. */
  readonly children: ReactNode;
  readonly lacks?: string | undefined;
  readonly assessment: Assessment;
}

/** Disposes of a share of the inefficient land by the end of a year. */
export function DisposalFields({ disposal, firstYear, lastYear, children, lacks, assessment }: Props) {
  const { t, commands } = usePane();
  const set = (change: Partial<Disposal>) => void commands.setScenario.run({ disposal: { ...disposal, ...change } });
  return (
    <LeverFrame
      label={DISPOSAL_ASKED.label}
      on={disposal.on}
      onChange={(on) => set({ on })}
      always={children}
      lacks={lacks}
    >
      <SliderField
        label={t('disposalPercent')}
        value={disposal.percent}
        unit="%"
        min={0}
        max={100}
        step={1}
        onChange={(percent) => set({ percent })}
      />
      <NumberField
        label={t('disposalYear')}
        value={firstYear + disposal.years}
        unit={t('yearUnit')}
        wrong={rangeRule(t, { min: firstYear, max: lastYear, whole: true })}
        onChange={(year) => set({ years: year - firstYear })}
      />
      <DisposalClasses
        classes={disposal.classes ?? []}
        {...{ firstYear, lastYear, assessment }}
        onChange={(classes) => set({ classes })}
      />
    </LeverFrame>
  );
}
