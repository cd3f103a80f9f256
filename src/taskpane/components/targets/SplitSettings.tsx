import { makeStyles, tokens } from '@fluentui/react-components';
import { definedOnly } from '../../../engine/column/index';
import type { TargetStock } from '../../model/targets/targetStock';
import type { TargetSettings } from '../../state/targetState';
import { Choice } from '../widgets/Choice';
import { DayField } from '../widgets/DayField';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** Weights, the most that one township may carry, rounding, and which closings count. */
export function SplitSettings({ stock }: { readonly stock: TargetStock }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const settings = usePaneState((state) => state.targets.settings);
  const set = (change: Partial<TargetSettings>) => void commands.setTarget.run(change);
  const weight = (name: keyof TargetSettings['weights'], label: 'weightStock' | 'weightGap' | 'weightDone') => (
    <NumberField
      label={t(label)}
      value={settings.weights[name]}
      wrong={rangeRule(t, { min: 0, max: 100 })}
      onChange={(value) => set({ weights: { ...settings.weights, [name]: value } })}
    />
  );
  return (
    <>
      <div className={styles.fields}>
        {weight('stock', 'weightStock')}
        {weight('gap', 'weightGap')}
        {weight('done', 'weightDone')}
      </div>
      <Hint>{t('weightsHint')}</Hint>
      <div className={styles.fields}>
        <NumberField
          label={t('mostShare')}
          value={settings.mostShare}
          unit="%"
          wrong={rangeRule(t, { min: 1, max: 100 })}
          onChange={(mostShare) => set({ mostShare })}
        />
        <DayField
          key={stock.counting.to}
          label={t('cutoff')}
          value={stock.counting.to}
          needed
          onChange={(cutoff) => set(definedOnly({ cutoff }))}
        />
      </div>
      <Choice
        label={t('splitDecimals')}
        value={String(settings.decimals)}
        options={[
          { value: '0', text: t('wholeMu') },
          { value: '1', text: t('tenthMu') },
        ]}
        onChange={(value) => set({ decimals: value === '1' ? 1 : 0 })}
      />
      <Choice
        label={t('countFrom')}
        value={settings.countFrom}
        options={[
          { value: 'start', text: t('countFromStart') },
          { value: 'year', text: t('countFromYear') },
        ]}
        onChange={(value) => set({ countFrom: value === 'year' ? 'year' : 'start' })}
      />
    </>
  );
}
