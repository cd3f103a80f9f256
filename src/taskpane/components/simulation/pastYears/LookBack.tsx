import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { yearsLack } from '../../../model/pastYears/yearsGiven';
import { heldLines } from '../../../model/pastYears/heldLines';
import type { Hindsight } from '../../../../engine/years/index';
import type { HindsightChoice } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';
import { Choice } from '../../widgets/Choice';
import { CommandButton } from '../../widgets/CommandButton';
import { HeldTable } from './HeldTable';
import { Widen } from './Widen';
import { usePast } from './usePast';
import { Hint } from '../../widgets/Hint';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  wide: { alignSelf: 'stretch' },
  line: { display: 'block', overflowWrap: 'anywhere' },
});

/** Earlier ledgers run forward and held to what happened: with which assumptions, where each township lies, and what was off. */
export function LookBack() {
  const styles = useStyles();
  const { commands } = usePane();
  const { past, t } = usePast();
  const enabled = usePaneState(commands.pastWork.enabled);
  const lack = usePaneState(yearsLack);
  return (
    <section className={styles.part} aria-label={t('pastBackTitle')}>
      <strong>{t('pastBackTitle')}</strong>
      <Hint>{t('pastBackHint')}</Hint>
      <Basis />
      <Button
        disabledFocusable={!enabled || lack !== undefined}
        onClick={() => void commands.pastWork.run({ kind: 'lookBack' })}
      >
        {t('pastLookBack')}
      </Button>
      {past.hindsight ? <Told {...past.hindsight} /> : null}
    </section>
  );
}

function Basis() {
  const { commands } = usePane();
  const { past, t } = usePast();
  const saved = usePaneState(({ simulation }) => simulation.saved);
  const options = [
    { value: 'then', text: t('pastBasisThen') },
    { value: 'now', text: t('pastBasisNow') },
    ...saved.map(({ name }) => ({ value: `saved:${name}`, text: t('pastBasisSaved', { name }) })),
  ];
  return (
    <>
      <Choice
        label={t('pastBackBasis')}
        orientation="vertical"
        value={past.choice}
        options={options}
        onChange={(choice) => void commands.pastYears.run({ kind: 'choice', choice: choice as HindsightChoice })}
      />
      {past.choice === 'now' ? <Hint>{t('pastBasisNowHint')}</Hint> : null}
    </>
  );
}

function Told({ outcome, choice }: { readonly outcome: Hindsight; readonly choice: HindsightChoice }) {
  const styles = useStyles();
  const { commands, language } = usePane();
  const { t } = usePast();
  return (
    <div className={styles.wide}>
      {outcome.years.map((year) => (
        <div key={year.before}>
          {heldLines(year, choice, { t, language }).map((line) => (
            <Caption1 key={line} className={styles.line}>
              {line}
            </Caption1>
          ))}
          <HeldTable year={year} />
        </div>
      ))}
      {outcome.skipped.map(({ before, after }) => (
        <Caption1 key={before} className={styles.line}>
          {t('pastSkipped', { before: String(before), after: String(after) })}
        </Caption1>
      ))}
      {outcome.years.length > 0 ? <Widen outcome={outcome} /> : <Caption1>{t('pastNoBack')}</Caption1>}
      {outcome.years.length > 0 ? <CommandButton command={commands.writeHindsight} size="small" /> : null}
    </div>
  );
}
