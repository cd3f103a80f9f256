import type { ReactNode } from 'react';
import type { PolicyPack } from '../../engine/index';
import type { Scenario } from '../state/simulation/simulationState';
import { DisposalLever } from './DisposalLever';
import { NumberField } from './NumberField';
import { usePane } from './paneContext';
import { PlotRatioLever } from './PlotRatioLever';
import { rangeRule } from './rangeRule';
import { WaiverLever } from './WaiverLever';

interface Props {
  readonly scenario: Scenario;
  readonly firstYear: number;
  readonly pack: PolicyPack;
  /** The years projected after the first. */
  readonly horizon: number;
  /** The choice of what counts as inefficient land. */
  readonly children: ReactNode;
}

/** When the scenario begins, and its three levers. */
export function Levers({ scenario, firstYear, pack, horizon, children }: Props) {
  const { t, commands } = usePane();
  return (
    <>
      <NumberField
        label={t('firstYear')}
        value={firstYear}
        wrong={rangeRule(t, { min: 2000, max: 2100, whole: true })}
        onChange={(year) => void commands.setScenario.run({ firstYear: year })}
      />
      <PlotRatioLever plotRatio={scenario.plotRatio} />
      <WaiverLever scenario={scenario} firstYear={firstYear} pack={pack} />
      <DisposalLever disposal={scenario.disposal} firstYear={firstYear} lastYear={firstYear + horizon}>
        {children}
      </DisposalLever>
    </>
  );
}
