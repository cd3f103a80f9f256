import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PaneState } from '../../state/paneState';
import { usePane, usePaneState } from '../paneContext';
import { Notice } from '../widgets/Notice';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: tokens.spacingHorizontalL },
  title: { display: 'block', marginTop: tokens.spacingVerticalM },
});

const FOUND = {
  phone: 'foundPhone',
  identityCard: 'foundIdentityCard',
  email: 'foundEmail',
  firm: 'foundFirm',
  person: 'foundPerson',
} as const;
const KINDS = [
  ['tax', 'leavingTax'],
  ['personal', 'leavingPersonal'],
  ['identity', 'leavingIdentity'],
] as const;

/** What would leave the house, told before anything is made. */
export function LeavingList() {
  const { request, leaving } = usePaneState((state) => state.share);
  return leaving?.request === request ? <Found {...leaving} /> : null;
}

type Looked = NonNullable<PaneState['share']['leaving']>;

function Found({ found, onlyValues, policy }: Omit<Looked, 'request'>) {
  const styles = useStyles();
  const { t } = usePane();
  const columnsOf = (kind: string) =>
    found.sensitive.filter(({ sensitivity }) => sensitivity === kind).map(({ title }) => title);
  const list = (titles: readonly string[]) => titles.join('、');
  return (
    <section aria-label={t('leavingTitle')}>
      <Text weight="semibold" className={styles.title}>
        {t('leavingTitle')}
      </Text>
      {onlyValues ? <Notice lines={[t('leavingOnlyValues')]} /> : null}
      {found.found.map(({ title, kind, count }) => (
        <Notice key={`${title} ${kind}`} lines={[t('leavingFound', { column: title, count, kind: t(FOUND[kind]) })]} />
      ))}
      <ul className={styles.list}>
        <li>{t('leavingSum', { copies: found.copies, rows: found.rows, columns: found.columns.length })}</li>
        {KINDS.map(([kind, code]) => {
          const titles = columnsOf(kind);
          return titles.length === 0 ? null : <li key={kind}>{t(code, { columns: list(titles) })}</li>;
        })}
        {found.masked.length === 0 ? null : <li>{t('leavingMasked', { columns: list(found.masked) })}</li>}
        {found.leftOut.length === 0 ? null : <li>{t('leavingOut', { columns: list(found.leftOut) })}</li>}
        {policy ? (
          <li>{t(policy.xml === undefined ? 'leavingNoPolicy' : 'leavingPolicy', { policy: policy.short })}</li>
        ) : null}
        <li>{t('leavingNothingHidden')}</li>
      </ul>
    </section>
  );
}
