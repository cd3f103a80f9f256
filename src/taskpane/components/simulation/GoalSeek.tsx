import { Accordion, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { assumptionValues, type Knob } from '../../../engine/simulate/index';
import { firstYearOf } from '../../model/simulation/firstYear';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { type GoalAnswered, goalText, isMetAlready, KNOBS, knobText, WHAT } from './goalText';
import { rangeRule } from '../widgets/rangeRule';
import { Section } from '../widgets/Section';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
});

/** Backwards: how far a lever must be turned for a figure to be reached with a chance. */
export function GoalSeek() {
  const styles = useStyles();
  const { t, commands, thisYear } = usePane();
  const firstYear = usePaneState((state) => firstYearOf(state, thisYear()));
  const answer = usePaneState((state) => state.simulation.goal);
  const enabled = usePaneState(commands.seekGoal.enabled);
  const [knob, setKnob] = useState<Knob>('disposalShare');
  const [metric, setMetric] = useState<keyof typeof WHAT>('disposedArea');
  const horizon = usePaneState((state) => assumptionValues(state.simulation.scenario.assumptions).horizon);
  const [years, setYears] = useState(Math.min(3, horizon));
  const [value, setValue] = useState(3000);
  const [percent, setPercent] = useState(80);
  const goal = { kind: 'chance', metric, year: firstYear + years, value, chance: percent / 100 } as const;
  return (
    <Accordion collapsible>
      <Section id="goal" title={t('goalTitle')}>
        <div className={styles.fields}>
          <Choice
            label={t('goalKnob')}
            value={knob}
            options={Object.entries(KNOBS).map(([of, code]) => ({ value: of, text: t(code) }))}
            onChange={(of) => setKnob(of as Knob)}
          />
          <Choice
            label={t('goalWhat')}
            value={metric}
            options={Object.entries(WHAT).map(([of, { code }]) => ({ value: of, text: t(code) }))}
            onChange={(of) => setMetric(of as keyof typeof WHAT)}
          />
          <NumberField
            label={t('goalYear')}
            value={firstYear + years}
            wrong={rangeRule(t, { min: firstYear, max: firstYear + horizon, whole: true })}
            onChange={(year) => setYears(year - firstYear)}
          />
          <NumberField
            label={t('goalValue')}
            value={value}
            unit={WHAT[metric].unit}
            wrong={rangeRule(t, { min: 0, max: 1e7 })}
            onChange={setValue}
          />
          <NumberField
            label={t('goalChance')}
            value={percent}
            unit="%"
            wrong={rangeRule(t, { min: 1, max: 99 })}
            onChange={setPercent}
          />
          <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.seekGoal.run({ knob, goal })}>
            {t('seekGoal')}
          </Button>
          {answer ? <GoalAnswer answer={answer} /> : null}
        </div>
      </Section>
    </Accordion>
  );
}

/** The answer in a sentence, brought into view, and a press that takes it over. */
function GoalAnswer({ answer }: { readonly answer: GoalAnswered }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const place = useRef<HTMLDivElement>(null);
  // Newer browsers give a promise back, which is no clean-up: nothing may be returned here.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  const { knob, outcome } = answer;
  const found = outcome.kind === 'reached' && !isMetAlready(answer) ? outcome.knob : undefined;
  return (
    <div ref={place} className={styles.fields}>
      <Caption1 role="status">{goalText(answer, t)}</Caption1>
      {found === undefined ? null : (
        <Button size="small" onClick={() => void commands.takeGoal.run({ knob, value: found })}>
          {t('goalUse', { value: knobText(knob, found) })}
        </Button>
      )}
    </div>
  );
}
