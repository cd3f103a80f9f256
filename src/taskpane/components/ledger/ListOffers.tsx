import { definedOnly } from '../../../engine/column/index';
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { viewOffers, type ViewOffer } from '../../../engine/report/index';
import type { Assessment } from '../../model/verdict/assessment';
import { usePane, usePaneState } from '../paneContext';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  offer: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXS },
  button: { flexShrink: 0 },
});

interface Props {
  readonly assessment: Assessment;
}

/** The lists that documents name: those for this ledger and policy first, the rest on demand. */
export function ListOffers({ assessment }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const [open, setOpen] = useState(false);
  const { read: ledger, policy } = assessment;
  const offers = viewOffers({ ledger, ...definedOnly({ policy }) });
  const [fitting, others] = [offers.filter(({ fits }) => fits), offers.filter(({ fits }) => !fits)];
  return (
    <>
      <Caption1 className={styles.hint}>{t('listsHint')}</Caption1>
      {policy === undefined ? <Caption1 className={styles.hint}>{t('listsNone')}</Caption1> : null}
      {fitting.length === 0 ? null : <Offers offers={fitting} label={t('listsFitting')} />}
      {others.length === 0 ? null : (
        <Button
          appearance="transparent"
          size="small"
          aria-expanded={open}
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={() => setOpen(!open)}
        >
          {t('listsMore', { count: others.length })}
        </Button>
      )}
      {open ? <Offers offers={others} label={t('listsMore', { count: others.length })} /> : null}
    </>
  );
}

function Offers({ offers, label }: { readonly offers: readonly ViewOffer[]; readonly label: string }) {
  return (
    <PlainList aria-label={label}>
      {offers.map((offer) => (
        <li key={offer.id}>
          <Offer offer={offer} />
        </li>
      ))}
    </PlainList>
  );
}

function Offer({ offer }: { readonly offer: ViewOffer }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.makeList.enabled);
  return (
    <div className={styles.offer}>
      <span className={styles.words}>
        <Text size={200}>{offer.name}</Text>
        {offer.kind === 'card' ? <Caption1 className={styles.hint}>{t('cardsHint')}</Caption1> : null}
      </span>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={!enabled}
        aria-label={t('makeListNamed', { name: offer.name })}
        onClick={() => void commands.makeList.run(offer.id)}
      >
        {t('makeList')}
      </Button>
    </div>
  );
}
