import { Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parseDay } from '../../../engine/quantity/index';
import type { TargetStock } from '../../model/targets/targetStock';
import type { TargetSettings } from '../../state/targetState';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
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
      <Caption1 className={styles.hint}>{t('weightsHint')}</Caption1>
      <div className={styles.fields}>
        <NumberField
          label={t('mostShare')}
          value={settings.mostShare}
          unit="%"
          wrong={rangeRule(t, { min: 1, max: 100 })}
          onChange={(mostShare) => set({ mostShare })}
        />
        <CutoffField key={stock.counting.to} stock={stock} />
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

/** The last day that counts; a text that is no day stays as typed with its reason. */
function CutoffField({ stock }: { readonly stock: TargetStock }) {
  const { t, commands } = usePane();
  const [typed, setTyped] = useState<string>(stock.counting.to);
  const day = parseDay(typed);
  return (
    <Field
      label={t('cutoff')}
      size="small"
      {...(day === undefined ? { validationMessage: t('cutoffUnreadable') } : {})}
    >
      <Input
        size="small"
        value={typed}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={() => (day === undefined ? undefined : void commands.setTarget.run({ cutoff: day }))}
      />
    </Field>
  );
}
