import { Caption1, Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../model/verdict/assessment';
import { groupWords } from '../../../model/simulation/parcelColumns';
import type { Lacking } from '../../../model/simulation/lacks';
import type { Scenario } from '../../../state/simulationState';
import { Choice } from '../../widgets/Choice';
import { LeverFrame } from './LeverFrame';
import { NumberField } from '../../widgets/NumberField';
import { PriceLever } from './PriceLever';
import { usePane } from '../../paneContext';
import { rangeRule } from '../../widgets/rangeRule';
import { SliderField } from '../../widgets/SliderField';
import { WhoChoice } from '../WhoChoice';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly scenario: Scenario;
  readonly assessment: Assessment;
  readonly lacks: (lever: Lacking) => string | undefined;
}

/** The levers that are used less often. */
export function MoreLevers({ scenario, assessment, lacks }: Props) {
  return (
    <>
      <UpgradeLever upgrade={scenario.upgrade} assessment={assessment} />
      <FundLever fund={scenario.fund} />
      <StandardLandLever standardLand={scenario.standardLand} />
      <IncrementLever incrementStock={scenario.incrementStock} />
      <PriceLever prices={scenario.prices} lacks={lacks} />
      <SharingLever taxSharing={scenario.taxSharing} assessment={assessment} lacks={lacks('taxSharing')} />
    </>
  );
}

type LeverOf = 'upgrade' | 'fund' | 'standardLand' | 'incrementStock' | 'taxSharing';

/** Changes one lever of the scenario. */
function useLever<Name extends LeverOf>(name: Name, value: Scenario[Name]) {
  const { commands } = usePane();
  return (change: Partial<Scenario[Name]>) => void commands.setScenario.run({ [name]: { ...value, ...change } });
}

function UpgradeLever({
  upgrade,
  assessment,
}: {
  readonly upgrade: Scenario['upgrade'];
  readonly assessment: Assessment;
}) {
  const { t } = usePane();
  const set = useLever('upgrade', upgrade);
  return (
    <LeverFrame label={t('leverUpgrade')} on={upgrade.on} onChange={(on) => set({ on })}>
      <SliderField
        label={t('upgradePercent')}
        value={upgrade.percent}
        unit="%"
        min={0}
        max={100}
        step={1}
        onChange={(percent) => set({ percent })}
      />
      <SliderField
        label={t('upgradeResponse')}
        value={upgrade.response}
        unit="%"
        min={0}
        max={100}
        step={5}
        onChange={(response) => set({ response })}
      />
      <NumberField
        label={t('upgradeYears')}
        value={upgrade.years}
        unit={t('yearUnit')}
        wrong={rangeRule(t, { min: 1, max: 10, whole: true })}
        onChange={(years) => set({ years })}
      />
      <NumberField
        label={t('upgradeCost')}
        value={upgrade.costPerMu}
        unit="万元"
        wrong={rangeRule(t, { min: 0, max: 1000 })}
        onChange={(costPerMu) => set({ costPerMu })}
      />
      <WhoChoice who={upgrade.who} assessment={assessment} onChange={(who) => set({ who })} />
    </LeverFrame>
  );
}

function FundLever({ fund }: { readonly fund: Scenario['fund'] }) {
  const styles = useStyles();
  const { t } = usePane();
  const set = useLever('fund', fund);
  return (
    <LeverFrame label={t('leverFund')} on={fund.on} onChange={(on) => set({ on })}>
      <NumberField
        label={t('landRevenue')}
        value={fund.landRevenue}
        unit="万元"
        wrong={rangeRule(t, { min: 0, max: 1e8 })}
        onChange={(landRevenue) => set({ landRevenue })}
      />
      <Checkbox
        checked={fund.rolling}
        label={t('fundRolling')}
        onChange={(_, { checked }) => set({ rolling: checked === true })}
      />
      <Caption1 className={styles.hint}>{t('fundHint')}</Caption1>
    </LeverFrame>
  );
}

function StandardLandLever({ standardLand }: { readonly standardLand: Scenario['standardLand'] }) {
  const { t } = usePane();
  const set = useLever('standardLand', standardLand);
  return (
    <LeverFrame label={t('leverStandardLand')} on={standardLand.on} onChange={(on) => set({ on })}>
      <NumberField
        label={t('standardTax')}
        value={standardLand.taxPerMu}
        unit="万元/亩"
        wrong={rangeRule(t, { min: 0, max: 1000 })}
        onChange={(taxPerMu) => set({ taxPerMu })}
      />
      <NumberField
        label={t('standardPercent')}
        value={standardLand.percent}
        unit="%"
        wrong={rangeRule(t, { min: 0, max: 100 })}
        onChange={(percent) => set({ percent })}
      />
    </LeverFrame>
  );
}

function IncrementLever({ incrementStock }: { readonly incrementStock: Scenario['incrementStock'] }) {
  const { t } = usePane();
  const set = useLever('incrementStock', incrementStock);
  return (
    <LeverFrame label={t('leverIncrement')} on={incrementStock.on} onChange={(on) => set({ on })}>
      <NumberField
        label={t('baseQuota')}
        value={incrementStock.baseQuota}
        unit="亩"
        wrong={rangeRule(t, { min: 0, max: 1e6 })}
        onChange={(baseQuota) => set({ baseQuota })}
      />
      <RadioGroup
        aria-label={t('leverIncrement')}
        value={incrementStock.mode}
        onChange={(_, { value }) => set({ mode: value as 'tasks' | 'byDisposal' })}
      >
        <Radio value="tasks" label={t('quotaTasks')} />
        <Radio value="byDisposal" label={t('quotaDisposal')} />
      </RadioGroup>
    </LeverFrame>
  );
}

interface SharingProps {
  readonly taxSharing: Scenario['taxSharing'];
  readonly assessment: Assessment;
  readonly lacks: string | undefined;
}

function SharingLever({ taxSharing, assessment, lacks }: SharingProps) {
  const { t } = usePane();
  const set = useLever('taxSharing', taxSharing);
  const townships = groupWords(assessment, 'township').slice(1);
  const to = taxSharing.to ?? townships[0] ?? '';
  return (
    <LeverFrame label={t('leverSharing')} on={taxSharing.on} onChange={(on) => set({ on, to })} lacks={lacks}>
      <NumberField
        label={t('sharingPercent')}
        value={taxSharing.percent}
        unit="%"
        wrong={rangeRule(t, { min: 0, max: 100 })}
        onChange={(percent) => set({ percent })}
      />
      <Choice
        label={t('sharingTo')}
        value={to}
        options={townships.map((word) => ({ value: word, text: word }))}
        onChange={(word) => set({ to: word })}
      />
    </LeverFrame>
  );
}
