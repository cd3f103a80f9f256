import { Button, Caption1, makeStyles, Subtitle2, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePane } from '../components/paneContext';
import { BackButton } from '../components/widgets/BackButton';
import { environmentText } from '../model/environmentText';

const useStyles = makeStyles({
  about: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** 关于: what this Excel is and can do, as a text to be sent on. */
export function AboutView() {
  const styles = useStyles();
  const { t, environment } = usePane();
  const [text, setText] = useState<string>();
  const [copied, setCopied] = useState<'aboutCopied' | 'aboutNotCopied'>();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    let isShown = true;
    const show = (words: string) => (isShown ? setText(words) : undefined);
    environment().then(
      (found) => show(environmentText(found, t)),
      (error: unknown) => show(t('aboutFailed', { detail: error instanceof Error ? error.message : String(error) })),
    );
    return () => {
      isShown = false;
    };
  }, [environment, t]);
  const copy = async () => setCopied((await copyOf(text ?? '', section.current)) ? 'aboutCopied' : 'aboutNotCopied');
  return (
    <section ref={section} className={styles.about}>
      <Subtitle2 as="h2">{t('aboutTitle')}</Subtitle2>
      <Caption1>{t('aboutWhat')}</Caption1>
      <Textarea
        className={styles.text}
        readOnly
        rows={18}
        aria-label={t('aboutTitle')}
        value={text ?? t('aboutAsking')}
      />
      <div className={styles.actions}>
        <Button size="small" disabled={text === undefined} onClick={() => void copy()}>
          {t('aboutCopy')}
        </Button>
        <BackButton />
      </div>
      {copied ? <Caption1 role="status">{t(copied)}</Caption1> : null}
    </section>
  );
}

/** A pane may not be let at the clipboard: then what is selected is copied the old way, or by the person. */
async function copyOf(text: string, section: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    section?.querySelector('textarea')?.select();
    // Deprecated, and the only way where a frame was not given the clipboard.
    const execute: unknown = Reflect.get(document, 'execCommand');
    return typeof execute === 'function' && Reflect.apply(execute, document, ['copy']) === true;
  }
}
