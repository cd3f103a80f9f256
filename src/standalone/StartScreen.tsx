import { Card, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { PAGE, pageText } from '../text/standalone';
import { OpenButton } from './OpenButton';
import type { Session } from './session';

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
});

/** What to do first: three steps, and one button. */
export function StartScreen({ session }: { readonly session: Session }) {
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
        <Text size={200}>{pageText('promise')}</Text>
      </Card>
    </main>
  );
}
