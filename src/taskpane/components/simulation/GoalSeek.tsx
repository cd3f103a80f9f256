import { Accordion, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Knob } from '../../../engine/simulate/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText } from '../../../text/quantities';
import { firstYearOf } from '../../commands/simulationCommands';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import type { SimulationState } from '../../state/simulationState';
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
const WHAT = {
  disposedArea: { code: 'seriesDisposedArea', what: 'goalDisposedArea', unit: '亩', format: muText },
  taxPerMu: { code: 'seriesTaxPerMu', what: 'goalTaxPerMu', unit: '万元/亩', format: projectedPerMuText },
} as const;

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
            options={Object.entries(WHAT).map(([of, { code }]) => ({ value: of, text: t(code) }))}
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

type Answer = NonNullable<SimulationState['goal']>;

/** The answer in a sentence, brought into view, and a press that takes it over. */
function GoalAnswer({ answer }: { readonly answer: Answer }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const place = useRef<HTMLDivElement>(null);
  // Newer browsers give a promise back, which is no clean-up: nothing may be returned here.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  const { knob, outcome } = answer;
  const found = outcome.kind === 'reached' && !isMetAlready(answer) ? turnUp(knob, outcome.knob) : undefined;
  return (
    <div ref={place} className={styles.fields}>
      <Caption1 role="status">{answerText(answer, t)}</Caption1>
      {found === undefined ? null : (
        <Button size="small" onClick={() => void commands.takeGoal.run({ knob, value: found })}>
          {t('goalUse', { value: knobText(knob, found) })}
        </Button>
      )}
    </div>
  );
}

/** A turn as it can be set, rounded up so that the goal is still reached: tenths of a percent, hundredths of a plot ratio. */
function turnUp(knob: Knob, value: number): number {
  const scale = knob === 'plotRatioTarget' ? 100 : 1000;
  return Math.ceil(value * scale - 1e-6) / scale;
}

const knobText = (knob: Knob, value: number) => (knob === 'plotRatioTarget' ? value.toFixed(2) : percentText(value));

/** Whether the least turn of the knob reaches the goal as well. */
function isMetAlready({ outcome }: Answer): boolean {
  return outcome.kind === 'reached' && outcome.trials.length === 1;
}

function answerText(answer: Answer, t: PaneText): string {
  const { knob, goal, outcome } = answer;
  const name = t(KNOBS[knob]);
  if (outcome.kind !== 'reached' && outcome.kind !== 'outOfReach') return t('goalNoLever', { knob: name });
  if (goal.value <= 0) return t('goalZero');
  if (outcome.kind === 'reached') {
    const told = {
      knob: name,
      value: knobText(knob, turnUp(knob, outcome.knob)),
      chance: percentText(outcome.reached),
    };
    return t(isMetAlready(answer) ? 'goalMet' : 'goalReached', told);
  }
  const { best } = outcome;
  const { format, unit, what } = WHAT[goal.metric as keyof typeof WHAT];
  const amount = (value: number) => `${format(value)} ${unit}`;
  const told = {
    knob: name,
    value: knobText(knob, best.knob),
    year: String(goal.year),
    what: t(what),
    middle: amount(best.middle),
    wanted: amount(goal.value),
    short: amount(goal.value - best.middle),
    chance: percentText(best.reached),
  };
  return t(best.middle < goal.value ? 'goalMiss' : 'goalUnsure', told);
}
