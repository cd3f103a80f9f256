import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { muText, wanYuanText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import { frontierOption } from '../../charts/frontier';
import type { FrontierPoint } from '../../state/targetState';
import { CommandButton } from '../widgets/CommandButton';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXS },
  start: { alignSelf: 'flex-start' },
});

/** What other amounts than the target would cost under the same limits. */
export function FrontierPicture() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const frontier = usePaneState((state) => state.targets.frontier);
  const settings = usePaneState((state) => state.targets.settings.parcels);
  return (
    <div className={styles.view}>
      <Hint>{t('frontierHint')}</Hint>
      <div className={styles.start}>
        <CommandButton command={commands.seekFrontier} size="small" />
      </div>
      {frontier && frontier.of !== settings ? <Caption1>{t('frontierStale')}</Caption1> : null}
      {frontier ? <Points points={frontier.points} isCost={frontier.of.objective === 'leastCost'} /> : null}
    </div>
  );
}

function Points({ points, isCost }: { readonly points: readonly FrontierPoint[]; readonly isCost: boolean }) {
  const { t } = usePane();
  const title = t(isCost ? 'parcelsFrontier' : 'parcelsFrontierNet');
  const money = ({ money: own }: FrontierPoint) => (Number.isNaN(own) ? t('frontierNo') : wanYuanText(own));
  const option = useMemo(() => frontierOption(points, { area: muText, money: wanYuanText }), [points]);
  const rows = points.map((point, index) => [muText(point.area), money(point), eachMore(points, index)]);
  const told = `${title}：${points.map((point) => `${muText(point.area)} ${money(point)}`).join('，')}`;
  return (
    <>
      {points.filter((point) => !Number.isNaN(point.money)).length > 1 ? (
        <Chart option={option} height={170} told={told} />
      ) : null}
      <NumbersTable
        title={title}
        headers={[t('frontierArea'), t(isCost ? 'frontierCost' : 'frontierNet'), t('frontierEach')]}
        rows={rows}
      />
    </>
  );
}

/** 万元 for each 亩 more than the amount before. */
function eachMore(points: readonly FrontierPoint[], index: number): string {
  const [before, now] = [points[index - 1], points[index]];
  if (!before || !now || Number.isNaN(now.money - before.money)) return '—';
  return ((now.money - before.money) / (now.area - before.area)).toFixed(1);
}
