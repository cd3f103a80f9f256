import { Button, Caption1, Card, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { isCurrent } from '../../model/simulation/currentScenario';
import { leverLine } from '../../levers/all';
import type { SavedScenario } from '../../state/simulationState';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  card: { padding: tokens.spacingHorizontalS, gap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
  old: { color: tokens.colorPaletteRedForeground1 },
});

/** The scenarios kept in the workbook: take one up, copy it, remove it, or lay several side by side. */
export function ScenarioCards() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const saved = usePaneState((state) => state.simulation.saved);
  useEffect(() => void commands.loadScenarios.run(), [commands]);
  if (saved.length === 0)
    return (
      <>
        <Hint>{t('noScenarios')}</Hint>
        <Removed />
      </>
    );
  return (
    <div className={styles.cards} role="list" aria-label={t('scenarios')}>
      {saved.map((scenario) => (
        <ScenarioCard key={scenario.name} scenario={scenario} />
      ))}
      <Removed />
      {saved.length > 1 ? (
        <div className={styles.buttons}>
          <CommandButton command={commands.compareScenarios} size="small" />
          <Hint>{t('compareHint')}</Hint>
        </div>
      ) : null}
    </div>
  );
}

/** What was removed last can be had back. */
function Removed() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const removed = usePaneState((state) => state.simulation.removed);
  if (!removed) return null;
  return (
    <div className={styles.buttons} role="status">
      <Caption1>{t('removedScenario', { name: removed.scenario.name })}</Caption1>
      <CommandButton command={commands.restoreScenario} size="small" />
    </div>
  );
}

const MOST_COMPARED = 4;

function ScenarioCard({ scenario }: { readonly scenario: SavedScenario }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const compared = usePaneState((state) => state.simulation.compared);
  const current = usePaneState((state) => isCurrent(scenario, state));
  const { name, headline } = scenario;
  const chosen = compared.includes(name);
  const choose = (on: boolean) =>
    void commands.chooseCompared.run(on ? [...compared, name] : compared.filter((of) => of !== name));
  return (
    <Card role="listitem" size="small" appearance="outline" className={styles.card}>
      <Checkbox
        checked={chosen}
        disabled={!chosen && compared.length >= MOST_COMPARED}
        label={<Text weight="semibold">{name}</Text>}
        aria-label={t('compareOf', { name })}
        onChange={(_, { checked }) => choose(checked === true)}
      />
      <Caption1>{leverLine(scenario.scenario)}</Caption1>
      <Caption1>{headline}</Caption1>
      {current ? null : <Caption1 className={styles.old}>{t('outOfDate')}</Caption1>}
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-label={t('takeScenarioOf', { name })}
          onClick={() => void commands.takeScenario.run(name)}
        >
          {t('takeScenario')}
        </Button>
        <Button
          size="small"
          aria-label={t('copyScenarioOf', { name })}
          onClick={() => void commands.copyScenario.run(name)}
        >
          {t('copyScenario')}
        </Button>
        <Button
          size="small"
          aria-label={t('removeScenarioOf', { name })}
          onClick={() => void commands.removeScenario.run(name)}
        >
          {t('removeScenario')}
        </Button>
      </div>
    </Card>
  );
}
