import { FluentProvider, makeStyles, Tab, TabList, Text, tokens, type Theme } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Footer } from './components/Footer';
import { Guard } from './components/widgets/Guard';
import { LivePreview } from './components/simulation/LivePreview';
import { PaneHeader } from './components/PaneHeader';
import { fetchQuietly } from './fetchQuietly';
import { PaneProvider, usePane, usePaneState, type Pane } from './components/paneContext';
import { Status } from './components/Status';
import { useFocusKept } from './components/widgets/useFocusKept';
import { usePageStyles } from './components/pageStyles';
import type { Screen } from './state/paneState';
import { Fetched } from './views/Fetched';
import { LedgerView } from './views/LedgerView';
import { VerdictView } from './views/VerdictView';

const useStyles = makeStyles({
  app: { height: '100%', backgroundColor: tokens.colorNeutralBackground1 },
  frame: { height: '100%', display: 'flex', flexDirection: 'column', overflow: 'hidden' },
  tabs: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  screen: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    // It takes the focus only from what has gone; a frame around the whole screen would say nothing.
    outlineStyle: 'none',
  },
});

interface Props {
  readonly pane: Pane;
  readonly theme: Theme;
}

/** The task pane: a frame, its screens, and the workbook opened once. */
export function App({ pane, theme }: Props) {
  const styles = useStyles();
  usePageStyles();
  useEffect(() => void pane.commands.open.run().then(fetchQuietly), [pane]);
  return (
    <FluentProvider theme={theme} className={styles.app}>
      <PaneProvider pane={pane}>
        <Frame />
      </PaneProvider>
    </FluentProvider>
  );
}

function Frame() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const screen = usePaneState((state) => state.screen);
  const main = useRef<HTMLElement>(null);
  useFocusKept(main);
  return (
    <div className={styles.frame}>
      <PaneHeader />
      <nav aria-label={t('screens')}>
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={screen}
          onTabSelect={(_, { value }) => void commands.show.run(value as Screen)}
        >
          <Tab value="ledger">{t('tabLedger')}</Tab>
          <Tab value="verdict">{t('tabVerdict')}</Tab>
          <Tab value="simulation">{t('tabSimulation')}</Tab>
          <Tab value="targets">{t('tabTargets')}</Tab>
          <Tab value="share">{t('tabShare')}</Tab>
        </TabList>
      </nav>
      <main key={screen} ref={main} tabIndex={-1} className={styles.screen} aria-label={t(TITLES[screen])}>
        <Guard fallback={(detail) => <Text>{t('unexpected', { detail })}</Text>}>
          <Shown screen={screen} />
        </Guard>
      </main>
      {screen === 'simulation' ? <LivePreview /> : null}
      <Status />
      <Footer />
    </div>
  );
}

const TITLES = {
  ledger: 'tabLedger',
  verdict: 'tabVerdict',
  simulation: 'tabSimulation',
  targets: 'tabTargets',
  policy: 'tabPolicy',
  share: 'tabShare',
  about: 'about',
} as const;

function Shown({ screen }: { readonly screen: Screen }) {
  if (screen === 'ledger') return <LedgerView />;
  if (screen === 'verdict') return <VerdictView />;
  return (
    <Fetched key={screen}>
      {(views) => {
        const View = views[screen];
        return <View />;
      }}
    </Fetched>
  );
}
