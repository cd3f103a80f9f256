import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { SimulationPart } from '../../state/simulationState';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  tabs: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingVerticalS})`,
    zIndex: 1,
    margin: `calc(-1 * ${tokens.spacingVerticalS}) 0 ${tokens.spacingVerticalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** 措施, 结果, 比较: one task a screen. */
export function PartTabs() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const part = usePaneState((state) => state.simulation.part);
  return (
    <TabList
      size="small"
      className={styles.tabs}
      aria-label={t('parts')}
      selectedValue={part}
      onTabSelect={(_, { value }) => void commands.showPart.run(value as SimulationPart)}
    >
      <Tab value="levers">{t('partLevers')}</Tab>
      <Tab value="result">{t('partResult')}</Tab>
      <Tab value="comparison">{t('partComparison')}</Tab>
    </TabList>
  );
}
