import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { FirmTold, PairTold, Study } from '../../../../engine/years/index';
import { percentText, wanYuanText } from '../../../../text/quantities';
import type { PaneText } from '../../../../text/pane';
import { yearTroubleText } from '../../../../text/years';
import { usePane } from '../../paneContext';
import { Notice } from '../../widgets/Notice';
import { usePast } from './usePast';

const useStyles = makeStyles({
  line: { display: 'block', padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
});

/** How the enterprises of each two years were found again, and what keeps them from telling what they seem to tell. */
export function PairLines({ study }: { readonly study: Study }) {
  return study.pairs.map((pair) => <Pair key={pair.before} pair={pair} />);
}

function Pair({ pair }: { readonly pair: PairTold }) {
  const styles = useStyles();
  const { language } = usePane();
  const { t } = usePast();
  const troubles = pair.troubles.map((found) => yearTroubleText(found, pair, language));
  return (
    <div>
      <Caption1 className={styles.line}>{pairText(pair, t)}</Caption1>
      {troubles.length > 0 ? <Notice lines={troubles} /> : null}
      {leftOutTexts(pair, t).map((text) => (
        <Caption1 key={text} className={styles.line}>
          {text}
        </Caption1>
      ))}
    </div>
  );
}

function pairText({ before, after, by, renamed, merged, divided, gone, added, open }: PairTold, t: PaneText): string {
  const stay = by.code + by.brokenCode + by.name;
  const years = { before: String(before), after: String(after) };
  return [
    t('pastPair', { ...years, stay, code: by.code, broken: by.brokenCode, name: by.name }),
    t('pastMoved', { renamed, merged, divided, gone, added }),
    ...(open > 0 ? [t('pastUnclear', { open })] : []),
  ].join('');
}

/** What growth leaves out, and the one that it is mostly made of. */
function leftOutTexts({ unknown, notPositive, beyond, beyondCount, giant }: PairTold, t: PaneText): string[] {
  const names = beyond.map((firm) => firmText(firm, t)).join('、');
  const all = beyondCount > beyond.length ? t('pastBeyondMore', { names }) : names;
  return [
    ...(giant ? [t('pastGiant', { name: giant.name, share: percentText(giant.share) })] : []),
    ...(beyondCount > 0 ? [t('pastBeyond', { count: beyondCount, names: all })] : []),
    ...(unknown > 0 ? [t('pastUnknown', { count: unknown })] : []),
    ...(notPositive > 0 ? [t('pastNotPositive', { count: notPositive })] : []),
  ];
}

function firmText({ name, before, after }: FirmTold, t: PaneText): string {
  return t('pastFirmTold', { name, before: wanYuanText(before), after: wanYuanText(after) });
}
