import { Button, FluentProvider, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore, type DragEvent } from 'react';
import { App } from '../taskpane/App';
import { usePageStyles } from '../taskpane/components/pageStyles';
import { pageText } from '../text/standalone';
import { droppedFile } from './chooseFile';
import { createKeeper } from './keptLedger';
import { KeepBox } from './KeepBox';
import { NoticeBar } from './NoticeBar';
import { OpenButton } from './OpenButton';
import { createRecentFiles } from './recentFiles';
import { createSession, type PageState, type Session } from './session';
import { loadWorker } from './startWorker';
import { StartScreen } from './StartScreen';
import { useLook } from './useLook';
import { Workbook } from './Workbook';

const useStyles = makeStyles({
  page: { height: '100%', display: 'flex', flexDirection: 'column', overflow: 'hidden' },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0, flexShrink: 1 },
  head: { flexShrink: 0 },
  title: { margin: 0 },
  space: { flexGrow: 1 },
  stage: { flexGrow: 1, minHeight: 0, display: 'flex' },
  pane: { width: '380px', flexShrink: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, height: '100%' },
  waiting: { pointerEvents: 'none' },
  dropping: { outline: `3px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
});

const session = createSession(createKeeper(), createRecentFiles());

/** The stand-alone edition: a file, its sheets, and the pane beside them. */
export function Page() {
  const styles = useStyles();
  usePageStyles();
  const theme = useLook();
  const state = useSyncExternalStore(session.store.subscribe, session.store.get);
  const [isDropping, setDropping] = useState(false);
  useStart();
  useWarning(state.isUnsaved);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    void droppedFile(event.dataTransfer).then((chosen) => chosen && session.open(chosen));
  };
  const dragOver = (event: DragEvent) => {
    event.preventDefault();
    setDropping(true);
  };
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.page, isDropping && styles.dropping)}>
      <div className={styles.page} onDrop={drop} onDragOver={dragOver} onDragLeave={() => setDropping(false)}>
        {/* The pane beside has the page's banner. */}
        <section className={styles.head} aria-label={pageText('title')}>
          <Toolbar state={state} />
          <NoticeBar session={session} told={state.told} />
          {state.busy ? <Spinner label={pageText(state.busy)} /> : null}
        </section>
        {state.ledger && state.pane ? (
          <div className={mergeClasses(styles.stage, state.busy && styles.waiting)} inert={state.busy !== undefined}>
            <Workbook book={state.ledger.port.book} />
            <div className={styles.pane}>
              <App pane={state.pane} theme={theme} />
            </div>
          </div>
        ) : (
          <StartScreen session={session} state={state} />
        )}
      </div>
    </FluentProvider>
  );
}

function Toolbar({ state: { ledger, isUnsaved, keeps } }: { readonly state: PageState }) {
  const styles = useStyles();
  if (!ledger) return null;
  return (
    <div className={styles.bar}>
      <Text as="h1" weight="semibold" className={styles.title}>
        {pageText('title')}
      </Text>
      <Text className={styles.name} title={ledger.name}>
        {ledger.name}
      </Text>
      <Text role="status" size={200}>
        {isUnsaved ? pageText('unsaved') : ''}
      </Text>
      <span className={styles.space} />
      <KeepBox session={session} keeps={keeps} />
      <Actions session={session} canSaveBack={ledger.handle !== undefined} />
    </div>
  );
}

function Actions({ session: own, canSaveBack }: { readonly session: Session; readonly canSaveBack: boolean }) {
  return (
    <>
      <Button size="small" appearance="primary" onClick={() => void own.save()}>
        {pageText('save')}
      </Button>
      {canSaveBack ? (
        <>
          <Button size="small" onClick={() => own.saveBack()}>
            {pageText('saveBack')}
          </Button>
          <Button size="small" onClick={() => own.readAgain()}>
            {pageText('readAgain')}
          </Button>
        </>
      ) : null}
      <OpenButton session={own} label={pageText('reopen')} size="small" />
      <Button size="small" onClick={() => own.close()}>
        {pageText('close')}
      </Button>
    </>
  );
}

/** Offers what was left, and fetches the workers' scripts before they are needed. */
function useStart(): void {
  useEffect(() => {
    void session.start();
    for (const name of ['simulate', 'allocate'] as const) void loadWorker(name).catch(() => undefined);
  }, []);
}

function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Chromium before 119 asks for this alone.
      Reflect.set(event, 'returnValue', pageText('unsaved'));
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
