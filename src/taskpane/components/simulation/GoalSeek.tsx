import { Accordion, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { GoalOutcome, Knob } from '../../../engine/simulate/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { percentText } from '../../../text/quantities';
import { firstYearOf } from '../../commands/simulationCommands';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';
import { Section } from '../widgets/Section';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
});

const KNOBS: Readonly<Record<Knob, PaneCode>> = {
  disposalShare: 'knobDisposal',
  plotRatioTarget: 'knobPlotRatio',
  waivedShare: 'knobWaived',
  upgradeUplift: 'knobUpgrade',
};
const WHAT = { disposedArea: 'seriesDisposedArea', taxPerMu: 'seriesTaxPerMu' } as const;

/** Backwards: how far a lever must be turned for a figure to be reached with a chance. */
export function GoalSeek() {
  const styles = useStyles();
  const { t, commands, thisYear } = usePane();
  const firstYear = usePaneState((state) => firstYearOf(state, thisYear()));
  const answer = usePaneState((state) => state.simulation.goal);
  const enabled = usePaneState(commands.seekGoal.enabled);
  const [knob, setKnob] = useState<Knob>('disposalShare');
  const [metric, setMetric] = useState<keyof typeof WHAT>('disposedArea');
  const [years, setYears] = useState(3);
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
            options={Object.entries(WHAT).map(([of, code]) => ({ value: of, text: t(code) }))}
            onChange={(of) => setMetric(of as keyof typeof WHAT)}
          />
          <NumberField
            label={t('goalYear')}
            value={firstYear + years}
            wrong={rangeRule(t, { min: firstYear, max: firstYear + 10, whole: true })}
            onChange={(year) => setYears(year - firstYear)}
          />
          <NumberField
            label={t('goalValue')}
            value={value}
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
          {answer ? <Caption1 role="status">{answerText(answer.knob, answer.outcome, t)}</Caption1> : null}
        </div>
      </Section>
    </Accordion>
  );
}

function answerText(knob: Knob, outcome: GoalOutcome, t: PaneText): string {
  const name = t(KNOBS[knob]);
  const text = (value: number) => (knob === 'plotRatioTarget' ? value.toFixed(2) : percentText(value));
  if (outcome.kind === 'reached')
    return t('goalReached', { knob: name, value: text(outcome.knob), chance: percentText(outcome.reached) });
  if (outcome.kind === 'outOfReach') {
    const { best } = outcome;
    return t('goalOutOfReach', { knob: name, value: text(best.knob), chance: percentText(best.reached) });
  }
  return t('goalNoLever', { knob: name });
}
