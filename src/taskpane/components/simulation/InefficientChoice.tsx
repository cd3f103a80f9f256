import { Button, Caption1, Checkbox, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { PaneText } from '../../../text/pane';
import { muText } from '../../../text/quantities';
import type { Assessment } from '../../model/verdict/assessment';
import { inefficientOptions, type InefficientOption } from '../../model/simulation/inefficient';
import type { InefficientKey, Scenario } from '../../state/simulationState';
import { Line } from '../widgets/Line';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
});

/** What counts as inefficient land: always said in words, and changed by ticking tiers and paths. */
export function InefficientChoice({
  assessment,
  scenario,
}: {
  readonly assessment: Assessment;
  readonly scenario: Scenario;
}) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const [open, setOpen] = useState(false);
  const { inefficient } = scenario;
  const options = useMemo(() => inefficientOptions(assessment, inefficient), [assessment, inefficient]);
  const chosen = options.filter((option) => option.chosen);
  const toggle = (key: InefficientKey, on: boolean) => {
    const keys = options.filter((option) => (option.key === key ? on : option.chosen)).map((option) => option.key);
    void commands.setScenario.run({ inefficient: keys });
  };
  return (
    <>
      <Line text={<Caption1>{`${t('inefficientWhich')}：${chosenText(chosen, t)}`}</Caption1>}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('change')}
        </Button>
      </Line>
      {open ? (
        <div className={styles.list} role="group" aria-label={t('inefficientWhich')}>
          {options.map((option) => (
            <Checkbox
              key={option.key}
              checked={option.chosen}
              label={`${optionName(option, t)}（${t('inefficientSum', sumOf(option))}）`}
              onChange={(_, { checked }) => toggle(option.key, checked === true)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

function optionName({ key, answer }: InefficientOption, t: PaneText): string {
  if (key === 'column') return t('inefficientColumn');
  return t(key.startsWith('tier:') ? 'inefficientTier' : 'inefficientPath', { answer });
}

function sumOf({ count, area }: InefficientOption) {
  return { count, area: muText(area) };
}

function chosenText(chosen: readonly InefficientOption[], t: PaneText): string {
  if (chosen.length === 0) return t('inefficientNone');
  return chosen.map((option) => `${optionName(option, t)}（${t('inefficientSum', sumOf(option))}）`).join('；');
}
