import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { yearsLack } from '../../../model/pastYears/yearsGiven';
import { heldLines } from '../../../model/pastYears/heldLines';
import type { Hindsight } from '../../../../engine/years/index';
import type { HindsightChoice } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';
import { Choice } from '../../widgets/Choice';
import { HeldTable } from './HeldTable';
import { Widen } from './Widen';
import { usePast } from './usePast';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
  wide: { alignSelf: 'stretch' },
  line: { display: 'block', overflowWrap: 'anywhere' },
});

/** Earlier ledgers run forward and held to what happened: with which assumptions, where each township lies, and what was off. */
export function LookBack() {
  const styles = useStyles();
  const { commands } = usePane();
  const { past, s } = usePast();
  const enabled = usePaneState(commands.pastWork.enabled);
  const lack = usePaneState(yearsLack);
  return (
    <section className={styles.part} aria-label={s('backTitle')}>
      <strong>{s('backTitle')}</strong>
      <Caption1 className={styles.hint}>{s('backHint')}</Caption1>
      <Basis />
      <Button
        disabledFocusable={!enabled || lack !== undefined}
        onClick={() => void commands.pastWork.run({ kind: 'lookBack' })}
      >
        {s('lookBack')}
      </Button>
      {past.hindsight ? <Told {...past.hindsight} /> : null}
    </section>
  );
}

function Basis() {
  const styles = useStyles();
  const { commands } = usePane();
  const { past, s } = usePast();
  const saved = usePaneState(({ simulation }) => simulation.saved);
  const options = [
    { value: 'then', text: s('basisThen') },
    { value: 'now', text: s('basisNow') },
    ...saved.map(({ name }) => ({ value: `saved:${name}`, text: s('basisSaved', { name }) })),
  ];
  return (
    <>
      <Choice
        label={s('backBasis')}
        orientation="vertical"
        value={past.choice}
        options={options}
        onChange={(choice) => void commands.pastYears.run({ kind: 'choice', choice: choice as HindsightChoice })}
      />
      {past.choice === 'now' ? <Caption1 className={styles.hint}>{s('basisNowHint')}</Caption1> : null}
    </>
  );
}

function Told({ outcome, choice }: { readonly outcome: Hindsight; readonly choice: HindsightChoice }) {
  const styles = useStyles();
  const { language } = usePane();
  const { s } = usePast();
  return (
    <div className={styles.wide}>
      {outcome.years.map((year) => (
        <div key={year.before}>
          {heldLines(year, choice, language).map((line) => (
            <Caption1 key={line} className={styles.line}>
              {line}
            </Caption1>
          ))}
          <HeldTable year={year} />
        </div>
      ))}
      {outcome.skipped.map(({ before, after }) => (
        <Caption1 key={before} className={styles.line}>
          {s('skipped', { before: String(before), after: String(after) })}
        </Caption1>
      ))}
      {outcome.years.length > 0 ? <Widen outcome={outcome} /> : <Caption1>{s('noBack')}</Caption1>}
    </div>
  );
}
