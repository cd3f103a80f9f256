import { Accordion, Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { muText, percentText, wanYuanText } from '../../../text/quantities';
import { conflictLines } from '../../model/targets/conflictLines';
import type { TargetStock } from '../../model/targets/targetStock';
import type { ParcelSettings } from '../../state/targetState';
import { Choice } from '../widgets/Choice';
import { Notice } from '../widgets/Notice';
import { NumberField } from '../widgets/NumberField';
import { Section } from '../widgets/Section';
import { FrontierPicture } from './FrontierPicture';
import { OptionalNumber } from './OptionalNumber';
import { ParcelLimits } from './ParcelLimits';
import { StartSearch } from './StartSearch';
import { usePane, usePaneState } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** Choosing parcels for the target: by what, within which limits, and what came of it. */
export function ParcelChoice({ stock }: { readonly stock: TargetStock }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const settings = usePaneState((state) => state.targets.settings.parcels);
  const untaxed = stock.rows.filter(({ counted, tax }) => counted === true && Number.isNaN(tax)).length;
  const set = (part: Partial<ParcelSettings>) => void commands.setParcels.run(part);
  return (
    <div className={styles.view}>
      <Hint>{t('parcelsHint')}</Hint>
      <Choice
        label={t('parcelsObjective')}
        value={settings.objective}
        options={[
          { value: 'leastCost', text: t('parcelsLeastCost') },
          { value: 'mostNetBenefit', text: t('parcelsNetBenefit') },
        ]}
        onChange={(value) => set({ objective: value === 'leastCost' ? 'leastCost' : 'mostNetBenefit' })}
      />
      {settings.objective === 'mostNetBenefit' && untaxed > 0 ? (
        <Hint>{t('parcelsUntaxed', { count: untaxed })}</Hint>
      ) : null}
      <OptionalNumber
        label={t('parcelsFund')}
        unit={t('wanYuanUnit')}
        value={settings.fund}
        onChange={(fund) => set({ fund })}
      />
      <OptionalNumber
        label={t('parcelsCases')}
        unit={t('casesUnit')}
        value={settings.cases}
        onChange={(cases) => set({ cases })}
      />
      <NumberField
        label={t('parcelsLeastPart')}
        value={settings.leastPart}
        unit="%"
        wrong={rangeRule(t, { min: 0, max: 100 })}
        onChange={(leastPart) => set({ leastPart })}
      />
      <Switch
        label={t('parcelsEight')}
        checked={settings.eightInTen}
        onChange={(_, { checked }) => set({ eightInTen: checked })}
      />
      <Accordion collapsible>
        <Section id="limits" title={t('parcelsLimits')}>
          <ParcelLimits stock={stock} />
        </Section>
      </Accordion>
      <StartSearch command={commands.allocateParcels} />
      <Outcome />
      <Accordion collapsible>
        <Section id="frontier" title={t(settings.objective === 'leastCost' ? 'parcelsFrontier' : 'parcelsFrontierNet')}>
          <FrontierPicture />
        </Section>
      </Accordion>
    </div>
  );
}

/** The plan chosen, or why there is none. */
function Outcome() {
  const { t } = usePane();
  const { allocations, chosen, conflict } = usePaneState((state) => state.targets);
  const allocation = allocations[chosen];
  if (conflict) return <Notice lines={conflictLines(conflict, t)} />;
  if (!allocation?.plan) return null;
  const cost = allocation.plan.reduce((sum, parcel) => sum + parcel.cost, 0);
  const area = allocation.exact.reduce((sum, own) => sum + own, 0);
  const values = { number: chosen + 1, count: allocation.plan.length, area: muText(area), cost: wanYuanText(cost) };
  const quarters = (allocation.chances ?? []).filter(({ id }) => id.startsWith('quarter:'));
  return (
    <>
      <Caption1>{t('parcelsPlan', values)}</Caption1>
      {quarters.length > 0 ? (
        <Caption1>
          {t('parcelsChance', { chances: quarters.map(({ chance }) => percentText(chance)).join('、') })}
        </Caption1>
      ) : null}
    </>
  );
}
