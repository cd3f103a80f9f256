import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { FirmTold, PairTold, Study } from '../../../../engine/years/index';
import { percentText, wanYuanText } from '../../../../text/quantities';
import type { pastText } from '../../../../text/pastYears';
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
  const { s } = usePast();
  const troubles = pair.troubles.map((found) => yearTroubleText(found, pair, language));
  return (
    <div>
      <Caption1 className={styles.line}>{pairText(pair, s)}</Caption1>
      {troubles.length > 0 ? <Notice lines={troubles} /> : null}
      {leftOutTexts(pair, s).map((text) => (
        <Caption1 key={text} className={styles.line}>
          {text}
        </Caption1>
      ))}
    </div>
  );
}

type Words = ReturnType<typeof pastText>;

function pairText({ before, after, by, renamed, merged, divided, gone, added, open }: PairTold, s: Words): string {
  const stay = by.code + by.brokenCode + by.name;
  const years = { before: String(before), after: String(after) };
  return [
    s('pair', { ...years, stay, code: by.code, broken: by.brokenCode, name: by.name }),
    s('moved', { renamed, merged, divided, gone, added }),
    ...(open > 0 ? [s('unclear', { open })] : []),
  ].join('');
}

/** What growth leaves out, and the one that it is mostly made of. */
function leftOutTexts({ unknown, notPositive, beyond, beyondCount, giant }: PairTold, s: Words): string[] {
  const names = beyond.map((firm) => firmText(firm, s)).join('、');
  const all = beyondCount > beyond.length ? s('beyondMore', { names }) : names;
  return [
    ...(giant ? [s('giant', { name: giant.name, share: percentText(giant.share) })] : []),
    ...(beyondCount > 0 ? [s('beyond', { count: beyondCount, names: all })] : []),
    ...(unknown > 0 ? [s('unknown', { count: unknown })] : []),
    ...(notPositive > 0 ? [s('notPositive', { count: notPositive })] : []),
  ];
}

function firmText({ name, before, after }: FirmTold, s: Words): string {
  return s('firmTold', { name, before: wanYuanText(before), after: wanYuanText(after) });
}
