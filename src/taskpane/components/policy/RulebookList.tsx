import { Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadRulebook, type Rulebook, type RulebookEntry } from '../../../engine/policy/index';
import type { PaneText } from '../../../text/pane';
import { givesText } from '../../../text/rulebook';
import { Choice } from '../widgets/Choice';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
  quote: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
});

type Entries = Rulebook['entries'];
const ALL = '*';
const NOBODY = '';

/** Every entry of a policy's document by department, with its clause, its words and what a sheet can do with it. */
export function RulebookList({ packId }: { readonly packId: string }) {
  const styles = useStyles();
  const { t } = usePane();
  const [entries, setEntries] = useState<Entries | 'none'>();
  const [department, setDepartment] = useState(ALL);
  useEffect(() => {
    let current = true;
    void loadRulebook(packId).then(
      (book) => current && setEntries(book?.entries ?? 'none'),
      () => current && setEntries('none'),
    );
    return () => {
      current = false;
    };
  }, [packId]);
  if (entries === undefined) return <Text role="status">{t('rulebookLoading')}</Text>;
  if (entries === 'none') return <Text>{t('rulebookNone')}</Text>;
  const shown = entries.filter((entry) => isOf(entry, department));
  return (
    <>
      <Choice
        label={t('rulebookDepartment')}
        orientation="vertical"
        value={department}
        options={departmentsOf(entries, t)}
        onChange={setDepartment}
      />
      <ul className={styles.list} aria-label={t('rulebook')}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function isOf({ departments = [] }: RulebookEntry, department: string): boolean {
  if (department === ALL) return true;
  return department === NOBODY ? departments.length === 0 : departments.includes(department);
}

/** Departments with the most entries first. */
function departmentsOf(entries: Entries, t: PaneText) {
  const counts = new Map<string, number>();
  for (const { departments = [NOBODY] } of entries) {
    for (const one of new Set(departments)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return [
    { value: ALL, text: t('rulebookAll', { count: entries.length }) },
    ...sorted.map(([value, count]) => ({
      value,
      text: t('rulebookOf', { department: value === NOBODY ? t('rulebookNobody') : value, count }),
    })),
  ];
}

function Entry({ entry }: { readonly entry: RulebookEntry }) {
  const styles = useStyles();
  const { t } = usePane();
  const [shown, setShown] = useState(false);
  const { place, title, quotes, gives, unused, departments, assumptions = [] } = entry;
  return (
    <li className={styles.item}>
      <Text weight="semibold">{t('rulebookEntry', { place, title })}</Text>{' '}
      <Link as="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'hideOriginal' : 'original')}
      </Link>
      {departments ? <Caption1 block>{t('rulebookLead', { lead: departments.join('、') })}</Caption1> : null}
      <Caption1 block>
        {gives ? t('rulebookGives', { gives: givesText(gives) }) : t('rulebookUnused', { why: unused ?? '' })}
      </Caption1>
      {shown ? (
        <blockquote className={styles.quote}>
          {quotes.map((quote) => (
            <Caption1 key={quote} block>
              {quote}
            </Caption1>
          ))}
          {assumptions.map(({ about, reading }) => (
            <Caption1 key={about} block>
              {t('rulebookReading', { about, reading })}
            </Caption1>
          ))}
        </blockquote>
      ) : null}
    </li>
  );
}
