import { Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadRulebook, type PolicyPack, type Rulebook, type RulebookEntry } from '../../../engine/policy/index';
import type { PaneText } from '../../../text/pane';
import { givesText } from '../../../text/rulebook';
import { Choice } from '../widgets/Choice';
import { usePane } from '../paneContext';
import { Quote } from '../widgets/Quote';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

type Entries = Rulebook['entries'];
const ALL = '*';
const NOBODY = '';

/** Every entry of a policy's document by department, with its clause, its words and what a sheet can do with it. */
export function RulebookList({ pack }: { readonly pack: PolicyPack }) {
  const { t } = usePane();
  const [book, setBook] = useState<Rulebook | 'none' | 'missing'>();
  const [department, setDepartment] = useState(ALL);
  useEffect(() => {
    let current = true;
    void loadRulebook(pack).then(
      (found) => current && setBook(found ?? 'none'),
      () => current && setBook('missing'),
    );
    return () => {
      current = false;
    };
  }, [pack]);
  if (book === undefined) return <Text role="status">{t('rulebookLoading')}</Text>;
  if (book === 'missing') return <Text role="status">{t('partMissing')}</Text>;
  if (book === 'none') return <Text>{t('rulebookNone')}</Text>;
  const { entries } = book;
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
      <PlainList aria-label={t('rulebook')}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} are={book.departmentsAre} />
        ))}
      </PlainList>
    </>
  );
}

function isOf(entry: RulebookEntry, department: string): boolean {
  return department === ALL || namedIn(entry).includes(department);
}

/** Everyone whom an entry names, or nobody. */
function namedIn({ departments = [], also }: RulebookEntry): readonly string[] {
  const named = [...departments, ...(also?.names ?? [])];
  return named.length === 0 ? [NOBODY] : named;
}

/** Departments with the most entries first. */
function departmentsOf(entries: Entries, t: PaneText) {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const one of new Set(namedIn(entry))) counts.set(one, (counts.get(one) ?? 0) + 1);
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

/** Who answers for an entry, in the document's own words; who leads only where it says so. */
function departmentLines({ departments = [], also }: RulebookEntry, are: Rulebook['departmentsAre'], t: PaneText) {
  const [lead] = departments;
  const named = (role: string, names: readonly string[]) => t('rulebookRole', { role, names: names.join('、') });
  const own = lead === undefined ? [] : [named(are?.role ?? t('rulebookDepartment'), departments)];
  const led = lead !== undefined && are?.firstLeads ? [t('rulebookLead', { lead })] : [];
  return [...led, ...own, ...(also ? [named(also.role, also.names)] : [])];
}

interface EntryProps {
  readonly entry: RulebookEntry;
  readonly are: Rulebook['departmentsAre'];
}

function Entry({ entry, are }: EntryProps) {
  const styles = useStyles();
  const { t } = usePane();
  const [shown, setShown] = useState(false);
  const { place, title, quotes, gives, unused, assumptions = [] } = entry;
  return (
    <li className={styles.item}>
      <Text weight="semibold">{t('rulebookEntry', { place, title })}</Text>{' '}
      <Link as="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'hideOriginal' : 'original')}
      </Link>
      {departmentLines(entry, are, t).map((line) => (
        <Caption1 key={line} block>
          {line}
        </Caption1>
      ))}
      <Caption1 block>
        {gives ? t('rulebookGives', { gives: givesText(gives) }) : t('rulebookUnused', { why: unused ?? '' })}
      </Caption1>
      {shown ? (
        <Quote>
          {entry.precondition ? <Caption1 block>{t('rulebookIf', { words: entry.precondition })}</Caption1> : null}
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
        </Quote>
      ) : null}
    </li>
  );
}
