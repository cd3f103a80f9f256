import { Checkbox } from '@fluentui/react-components';
import type { PolicyPack } from '../../../../engine/policy/index';
import { waiverBases, type WaiverBasis } from '../../../../engine/simulate/index';
import type { PaneText } from '../../../../text/pane';
import { gateReasonText } from '../../../../text/waiverGate';
import { WAIVER_ASKED } from '../../../levers/waiver';
import { gateState } from '../../../model/simulation/gate';
import type { Scenario } from '../../../state/simulationState';
import { Choice } from '../../widgets/Choice';
import { LeverFrame } from './LeverFrame';
import { usePane, type Pane } from '../../paneContext';
import { SliderField } from '../../widgets/SliderField';
import { Hint } from '../../widgets/Hint';

type Waiver = Scenario['waiver'];

interface Props {
  readonly scenario: Scenario;
  readonly firstYear: number;
  readonly pack: PolicyPack;
}

/** Waives the price of added floor, behind the gate of the law: without a basis in force it is shut, and says why. */
export function WaiverFields({ scenario, firstYear, pack }: Props) {
  const pane = usePane();
  const { t, commands } = pane;
  const { waiver } = scenario;
  const replace = (next: Waiver) => void commands.setScenario.run({ waiver: next });
  const bases = waiverBases(pack).map((basis) => ({ value: basis.packId, text: basisText(basis, t) }));
  return (
    <LeverFrame label={WAIVER_ASKED.label} on={waiver.on} onChange={(on) => replace({ ...waiver, on })}>
      <SliderField
        label={t('waiverPercent')}
        value={waiver.percent}
        unit="%"
        min={0}
        max={100}
        step={5}
        onChange={(percent) => replace({ ...waiver, percent })}
      />
      <Choice
        label={t('waiverBasis')}
        orientation="vertical"
        value={waiver.basis ?? ''}
        options={[{ value: '', text: t('waiverBasisNone') }, ...bases]}
        onChange={(basis) => replace(withBasis(waiver, basis))}
      />
      <Hint>{gateText(pane, { scenario, firstYear, pack })}</Hint>
      <Checkbox
        checked={waiver.takeAsIndustrial}
        label={t('takeAsIndustrial')}
        onChange={(_, { checked }) => replace({ ...waiver, takeAsIndustrial: checked === true })}
      />
    </LeverFrame>
  );
}

function basisText({ title, clause, status }: WaiverBasis, t: PaneText): string {
  return t('basisChoice', { title, clause: status === 'reported' ? `（${t('waiverReported')}）` : clause });
}

function gateText({ t, language }: Pane, { pack, scenario, firstYear }: Props): string {
  const gate = gateState(pack, scenario, firstYear);
  if (gate.kind === 'closed') return t('waiverClosed', { why: gateReasonText(gate.reason, language) });
  return t(gate.kind === 'open' ? 'waiverOpen' : 'waiverNeedsPlotRatio');
}

function withBasis(waiver: Waiver, basis: string): Waiver {
  const { basis: _old, ...rest } = waiver;
  return basis === '' ? rest : { ...rest, basis };
}
