import { useMemo } from 'react';
import type { TaxPerMuChange } from '../../../engine/simulate/index';
import { perMuText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import { waterfallOption, type WaterfallStep } from '../../charts/waterfall';
import { signed } from '../../model/simulation/swingBars';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';

/** The change of tax per mu from the first year to the last: who leaves, who stays, who comes. */
export function Waterfall({ change }: { readonly change: TaxPerMuChange }) {
  const { t } = usePane();
  const steps = useMemo<readonly WaterfallStep[]>(
    () => [
      { name: t('waterfallOpening'), value: change.opening, isTotal: true },
      { name: t('changeExit'), value: change.exit },
      { name: t('changeWithin'), value: change.within },
      { name: t('changeEntry'), value: change.entry },
      { name: t('waterfallClosing'), value: change.closing, isTotal: true },
    ],
    [t, change],
  );
  const option = useMemo(() => waterfallOption(steps, perMuText), [steps]);
  const rows = steps.map(({ name, value, isTotal }) => [name, isTotal ? perMuText(value) : signed(value, perMuText)]);
  const told = `${t('changeWhy')}：${rows.map(([name, value]) => `${name ?? ''} ${value ?? ''}`).join('，')}`;
  return (
    <>
      <Chart option={option} height={184} told={told} />
      <NumbersTable title={t('waterfallTitle')} headers={[t('comparedMeasure'), t('seriesTaxPerMu')]} rows={rows} />
    </>
  );
}
