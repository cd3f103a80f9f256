import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { PaneCode, PaneText } from '../../text/pane';
import { muText, perMuText, wanYuanText } from '../../text/quantities';
import { BarChart } from '../components/verdict/BarChart';
import { ConcludedNote } from '../components/verdict/ConcludedNote';
import { usePane, usePaneState } from '../components/paneContext';
import { RowCard } from '../components/verdict/RowCard';
import { RowList } from '../components/verdict/RowList';
import type { Assessment } from '../model/verdict/assessment';
import type { BarSize } from '../model/verdict/bars';
import { filteredRows, type Understanding } from '../state/paneState';
import type { Source } from '../model/reading/source';
import { openText, tallyText } from '../model/verdict/tally';
import { totalsOf } from '../model/verdict/totals';
import { Hint } from '../components/widgets/Hint';

const useStyles = makeStyles({
  totals: { wordBreak: 'keep-all', overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
  empty: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
});

/** 判定: how many in each tier and path, who they are, and why for the row selected. */
export function VerdictView() {
  const source = usePaneState((state) => state.source);
  const understanding = usePaneState((state) => state.understanding);
  if (!source || !understanding) return <Nothing code="needLedger" />;
  if (!understanding.assessment.policy) return <Nothing code="needPolicy" />;
  return <Verdicts source={source} understanding={understanding} />;
}

/** One sentence and one button. */
export function Nothing({ code }: { readonly code: PaneCode }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <div className={styles.empty}>
      <Text>{t(code)}</Text>
      <Button onClick={() => void commands.show.run('ledger')}>{t('toLedger')}</Button>
    </div>
  );
}

interface Props {
  readonly source: Source;
  readonly understanding: Understanding;
}

function Verdicts({ source, understanding }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const { assessment, tierBars, pathBars, gradeBars, missingBars } = understanding;
  const { tiers, paths, grades } = assessment;
  const measure = usePaneState((state) => state.measure);
  const filter = usePaneState((state) => state.filter);
  const selected = usePaneState((state) => state.selectedRow);
  const rows = usePaneState(filteredRows);
  const title = assessment.policy?.pack.title ?? '';
  const list = filter ? (
    <RowList key={`${filter.kind}-${filter.key}`} filter={filter} rows={rows} source={source} assessment={assessment} />
  ) : null;
  const both = openText(tierBars, pathBars, t);
  const chart = { measure, filter, children: list };
  // In the list its card stands under its name; a row selected in the sheet is told first of all.
  const isListed = selected !== undefined && filter !== undefined && rows.includes(selected);
  return (
    <>
      <Caption1 className={mergeClasses(styles.hint, styles.totals)}>{totalsText(assessment, t)}</Caption1>
      <Caption1 className={mergeClasses(styles.hint, styles.totals)}>{tallyText(assessment, t)}</Caption1>
      <ConcludedNote />
      {selected === undefined ? <Hint>{t('selectHint')}</Hint> : null}
      {selected === undefined || isListed ? null : (
        <RowCard key={selected} row={selected} source={source} assessment={assessment} />
      )}
      <MeasureChoice measure={measure} />
      {tiers || grades ? null : <Hint>{t('noTiers', { policy: title })}</Hint>}
      <BarChart title={t('byTier')} bars={tierBars} {...chart} />
      {paths || grades ? null : <Hint>{t('noPaths', { policy: title })}</Hint>}
      <BarChart title={t('byPath')} bars={pathBars} {...chart} />
      <BarChart title={t('byGrade')} bars={gradeBars} {...chart} />
      <BarChart title={t('byMissing')} bars={missingBars} {...chart} />
      {both === undefined ? null : <Hint>{both}</Hint>}
      {missingBars.length > 1 ? <Hint>{t('missingHint')}</Hint> : null}
    </>
  );
}

function totalsText(assessment: Assessment, t: PaneText): string {
  const { area, tax, perMu } = totalsOf(assessment);
  return t('totals', { area: muText(area), tax: wanYuanText(tax), perMu: perMuText(perMu) });
}

function MeasureChoice({ measure }: { readonly measure: BarSize }) {
  const { t, commands } = usePane();
  return (
    <RadioGroup
      layout="horizontal"
      aria-label={t('measure')}
      value={measure}
      onChange={(_, { value }) => void commands.setBarSize.run(value as BarSize)}
    >
      <Radio value="count" label={t('measureCount')} />
      <Radio value="area" label={t('measureArea')} />
      <Radio value="tax" label={t('measureTax')} />
    </RadioGroup>
  );
}
