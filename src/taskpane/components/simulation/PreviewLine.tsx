import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText as perMuText } from '../../../text/quantities';
import type { PreviewAnswer } from '../../../worker/drawProtocol';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  line: {
    display: 'block',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
});

/** What the levers as they stand would bring, at once and by estimate. */
export function PreviewLine() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const assessment = usePaneState((state) => state.understanding?.assessment);
  useEffect(() => void commands.previewScenario.run(), [commands, assessment]);
  const preview = usePaneState((state) => state.simulation.preview);
  if (!preview) return null;
  const { taxPerMu, disposedArea, target } = preview;
  const line = t('previewLine', {
    year: String(preview.lastYear),
    value: guessText(taxPerMu, perMuText, t),
    low: perMuText(taxPerMu.p5),
    high: perMuText(taxPerMu.p95),
    disposalYear: String(preview.disposalYear),
    area: guessText(disposedArea, muText, t),
    areaLow: muText(disposedArea.p5),
    areaHigh: muText(disposedArea.p95),
  });
  const chance =
    target === undefined
      ? ''
      : t('previewChance', { target: muText(target), chance: percentText(disposedArea.chance) });
  return (
    <div aria-live="polite">
      <Caption1 className={styles.line}>
        {`${line}${chance}`}
        <span className={styles.hint}>{t('previewHint')}</span>
      </Caption1>
    </div>
  );
}

/** Beyond this part of itself, what chance may change of a median is told beside it. */
const SURE = 0.005;

/** The median, with how far a whole run may come out from it where that is more than half a percent. */
function guessText({ p50, error }: PreviewAnswer, format: (value: number) => string, t: PaneText): string {
  if (!(error > SURE * Math.abs(p50))) return format(p50);
  return t('previewGuess', { value: format(p50), error: format(error) });
}
