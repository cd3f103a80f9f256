import { useMemo } from 'react';
import type { WaiverCurve } from '../../../engine/simulate/index';
import { percentText, wanYuanText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import { fanOption } from '../../charts/fan';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { Hint } from '../widgets/Hint';

/** The net benefit over the waived share, with its uncertainty: a curve, never one number. */
export function WaiverPicture({ curve }: { readonly curve: WaiverCurve }) {
  const { t } = usePane();
  const option = useMemo(() => {
    const words = { middle: t('fanP50'), half: t('fanHalf'), most: t('fanMost'), format: wanYuanText };
    return fanOption(
      curve.points.map(({ share }) => Math.round(share * 100)),
      curve.points.map(({ netBenefit }) => netBenefit),
      undefined,
      words,
    );
  }, [curve, t]);
  const shown = curve.points.filter((_, index) => index % 4 === 0);
  const rows = shown.map(({ share, netBenefit: { p5, p50, p95 } }) => [
    percentText(share),
    ...[p5, p50, p95].map((value) => wanYuanText(value)),
  ]);
  return (
    <>
      <Hint>{t('waiverHint')}</Hint>
      <Chart option={option} height={170} told={`${t('waiverTitle')}（%）`} />
      <NumbersTable
        title={t('netBenefit')}
        headers={[t('waiverShare'), t('fanLow'), t('fanP50'), t('fanHigh')]}
        rows={rows}
      />
    </>
  );
}
