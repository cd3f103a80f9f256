import { Button, Card, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { PAGE, pageText } from '../text/standalone';
import { KeepBox } from './KeepBox';
import { OpenButton } from './OpenButton';
import type { PageState, Session } from './session';

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
    padding: tokens.spacingVerticalXXXL,
  },
  card: { maxWidth: '560px', padding: tokens.spacingVerticalXXL, gap: tokens.spacingVerticalL },
  steps: { margin: 0, paddingLeft: '1.5em', lineHeight: '2' },
  recent: { margin: 0, padding: 0, listStyleType: 'none' },
  file: { justifyContent: 'flex-start', minWidth: 0, maxWidth: '100%' },
});

interface Props {
  readonly session: Session;
  readonly state: PageState;
}

/** What to do first: three steps, one button, and the files opened lately. */
export function StartScreen({ session, state }: Props) {
  const styles = useStyles();
  return (
    <main className={styles.main}>
      <Card className={styles.card}>
        <Title2 as="h1">{pageText('title')}</Title2>
        <Text weight="semibold" as="h2">
          {pageText('howTo')}
        </Text>
        <ol className={styles.steps}>
          {PAGE.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <OpenButton session={session} label={pageText('open')} size="large" />
        <Recent session={session} state={state} />
        <Text size={200}>{pageText('promise')}</Text>
        <KeepBox session={session} keeps={state.keeps} />
      </Card>
    </main>
  );
}

function Recent({ session, state: { recent } }: Props) {
  const styles = useStyles();
  if (recent.length === 0) return null;
  return (
    <section aria-label={pageText('recent')}>
      <Text weight="semibold" as="h2">
        {pageText('recent')}
      </Text>
      <ul className={styles.recent}>
        {recent.map((file) => (
          <li key={`${file.name} ${file.time}`}>
            <Button appearance="transparent" className={styles.file} onClick={() => session.openRecent(file)}>
              {pageText('recentFile', { name: file.name, time: file.time })}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => void session.clearRecent()}>
        {pageText('clearRecent')}
      </Button>
    </section>
  );
}
