import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText as perMuText, rangeText } from '../../../text/quantities';
import type { PreviewAnswer } from '../../../worker/drawProtocol';
import type { Preview } from '../../state/simulationState';
import { usePane, usePaneState } from '../paneContext';
import { SmallFan } from './SmallFan';

const useStyles = makeStyles({
  live: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { lineHeight: tokens.lineHeightBase200 },
  hint: { color: tokens.colorNeutralForeground2, display: 'block', '@media (max-height: 440px)': { display: 'none' } },
});

/** What the levers as they stand would bring, at once and by estimate: it stays in sight while one of them is moved. */
export function LivePreview() {
  const { commands } = usePane();
  const assessment = usePaneState((state) => state.understanding?.assessment);
  useEffect(() => void commands.previewScenario.run(), [commands, assessment]);
  const preview = usePaneState((state) => state.simulation.preview);
  const part = usePaneState((state) => state.simulation.part);
  return preview && part === 'levers' ? <Live preview={preview} /> : null;
}

function Live({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { t } = usePane();
  const told = previewText(preview, t);
  return (
    <div className={styles.live} aria-live="polite" role="region" aria-label={t('liveTitle')}>
      <Caption1 className={styles.text}>
        {told}
        <span className={styles.hint}>{t('previewHint')}</span>
      </Caption1>
      <SmallFan preview={preview} />
    </div>
  );
}

function previewText({ taxPerMu, disposedArea, target, ...years }: Preview, t: PaneText): string {
  const line = t('previewLine', {
    year: String(years.lastYear),
    value: guessText(taxPerMu, perMuText, t),
    range: rangeText(perMuText(taxPerMu.p5), perMuText(taxPerMu.p95)),
    disposalYear: String(years.disposalYear),
    area: guessText(disposedArea, muText, t),
    areaRange: rangeText(muText(disposedArea.p5), muText(disposedArea.p95)),
  });
  if (target === undefined) return line;
  return `${line}${t('previewChance', { target: muText(target), chance: percentText(disposedArea.chance) })}`;
}

/** Beyond this part of itself, what chance may change of a median is told beside it. */
const SURE = 0.005;

/** The median, with how far a whole run may come out from it where that is more than half a percent. */
function guessText({ p50, error }: PreviewAnswer, format: (value: number) => string, t: PaneText): string {
  if (!(error > SURE * Math.abs(p50))) return format(p50);
  return t('previewGuess', { value: format(p50), error: format(error) });
}
