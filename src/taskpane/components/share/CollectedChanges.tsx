import { Accordion, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { losesValue, type ChangeFilter, type MergeChange } from '../../../engine/share/index';
import { fileText, noteText } from '../../../text/share';
import type { Collected } from '../../state/shareState';
import { Choice } from '../widgets/Choice';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { Section } from '../widgets/Section';
import { ChangeGroup } from './ChangeGroup';
import { Consequences } from './Consequences';
import { rowWords } from '../../model/verdict/rowWords';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalXS,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { overflowWrap: 'anywhere' },
});

const GROUPS = [
  ['both', 'changesBoth'],
  ['losing', 'changesLosing'],
  ['there', 'changesThere'],
  ['doubtfulRow', 'changesDoubtfulRow'],
  ['shifted', 'changesShifted'],
  ['otherSheet', 'changesOtherSheet'],
  ['locked', 'changesLocked'],
  ['formula', 'changesFormula'],
] as const;

/** What came back: conflicts first, then every other change, what follows from them, and everything else that was found. */
export function CollectedChanges({ collected }: { readonly collected: Collected }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const [department, setDepartment] = useState('');
  const { result } = collected;
  const departments = [...new Set(result.changes.flatMap((change) => change.department ?? []))];
  const changes = result.changes.filter((change) => department === '' || change.department === department);
  const groups = GROUPS.map(([kind, code]) => [kind, code, changes.filter((one) => groupOf(one) === kind)] as const);
  const shown = groups.filter(([, , members]) => members.length > 0);
  const [open, setOpen] = useState<readonly string[]>(['both', 'losing', 'there', 'files']);
  return (
    <>
      <div className={styles.top}>
        <Text>{sumText(collected, t)}</Text>
        <span>
          <CommandButton command={commands.dropCollected} size="small" />
        </span>
        {departments.length > 1 ? (
          <Choice
            label={t('ofDepartment')}
            value={department}
            options={[
              { value: '', text: t('allDepartments') },
              ...departments.map((name) => ({ value: name, text: name })),
            ]}
            onChange={setDepartment}
          />
        ) : null}
      </div>
      <Accordion multiple collapsible openItems={[...open]} onToggle={(_, data) => setOpen(data.openItems as string[])}>
        {shown.map(([kind, code, members]) => (
          <Section key={kind} id={kind} title={t(code, { count: members.length })}>
            <ChangeGroup changes={members} decisions={collected.decisions} filter={filterOf(kind, department)} />
          </Section>
        ))}
        <Consequences collected={collected} />
        <Notes collected={collected} />
        <Files collected={collected} />
      </Accordion>
    </>
  );
}

type Group = (typeof GROUPS)[number][0];

/** A plain change by which a value is lost stands apart: it is not proposed. */
function groupOf(change: MergeChange): Group {
  return change.kind === 'there' && losesValue(change) ? 'losing' : change.kind;
}

function filterOf(group: Group, department: string): ChangeFilter {
  const kind = group === 'losing' ? 'there' : group;
  const losing = kind === 'there' ? { losing: group === 'losing' } : {};
  return { kind, ...losing, ...(department === '' ? {} : { department }) };
}

function sumText({ result }: Collected, t: ReturnType<typeof usePane>['t']): string {
  const files = result.files.filter(({ status }) => status.kind === 'compared').length;
  const conflicts = result.changes.filter(({ kind }) => kind === 'both').length;
  return t('collectedSum', { files, changes: result.changes.length, conflicts, unchanged: result.unchanged });
}

function Notes({ collected: { result } }: { readonly collected: Collected }) {
  const styles = useStyles();
  const { t, language } = usePane();
  const source = usePaneState((state) => state.source);
  const whole = usePaneState((state) => state.understanding?.assessment.whole);
  if (result.notes.length === 0) return null;
  return (
    <Section id="notes" title={t('notesTitle', { count: result.notes.length })}>
      <ul className={styles.list}>
        {result.notes.slice(0, 100).map((note, index) => {
          const { row, name = '', file } = note;
          const own = row === undefined || !source || !whole ? name : t('changeRow', rowWords(source, whole, row));
          return (
            <li key={`${note.kind} ${index}`} className={styles.item}>
              {own === '' ? '' : `${own}：`}
              {noteText(note, language)}
              <Caption1 block>{result.files[file]?.label ?? ''}</Caption1>
            </li>
          );
        })}
      </ul>
      {result.notes.length > 100 ? <Caption1>{t('more', { count: result.notes.length - 100 })}</Caption1> : null}
    </Section>
  );
}

function Files({ collected: { result, unreadable } }: { readonly collected: Collected }) {
  const styles = useStyles();
  const { t, language } = usePane();
  return (
    <Section id="files" title={t('filesTitle', { count: result.files.length + unreadable.length })}>
      <ul className={styles.list}>
        {unreadable.map(({ label, why }) => (
          <li key={label} className={styles.item}>
            {label}
            <Caption1 block>{why}</Caption1>
          </li>
        ))}
        {result.files.map(({ label, status }, index) => (
          <li key={`${label} ${index}`} className={styles.item}>
            {label}
            <Caption1 block>{fileText(status, language)}</Caption1>
          </li>
        ))}
      </ul>
    </Section>
  );
}
