import { Badge, Button, Caption1, makeStyles, Text, tokens, type BadgeProps } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Assessment } from '../../model/verdict/assessment';
import type { Severity } from '../../../text/findings';
import type { FindingGroup, FoundCell } from '../../model/findings/findingGroup';
import type { Source } from '../../model/reading/source';
import { foundCellText, groupText } from '../../model/findings/findingText';
import { SEVERITY_TEXTS } from '../../plans/ledger/planFindings';
import { usePane } from '../paneContext';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  group: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  still: {
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXL}`,
    display: 'block',
  },
  words: { flexGrow: 1, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  cell: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  cells: { margin: 0, padding: `0 0 0 ${tokens.spacingHorizontalL}`, listStyleType: 'none' },
});

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly source: Source;
  readonly assessment: Assessment;
}

/** What was found in the ledger, grouped and counted; press a cell to go to it. */
export function FindingList({ groups, source, assessment }: Props) {
  const { t } = usePane();
  if (groups.length === 0) return <Text>{t('noFindings')}</Text>;
  return (
    <PlainList>
      {groups.map((group) => (
        <li key={group.id}>
          <Group group={group} source={source} assessment={assessment} />
        </li>
      ))}
    </PlainList>
  );
}

const PAGE = 20;

function Group({ group, source, assessment }: Omit<Props, 'groups'> & { readonly group: FindingGroup }) {
  const styles = useStyles();
  const { t } = usePane();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const told = groupText(group, t);
  if (group.cells.length === 0) {
    return (
      <Caption1 className={styles.still}>
        <Weight severity={group.severity} /> {told}
      </Caption1>
    );
  }
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        className={styles.group}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.words}>
          <Weight severity={group.severity} /> {told}
        </span>
      </Button>
      {open ? (
        <ul className={styles.cells}>
          {group.cells.slice(0, shown).map((cell) => (
            <li key={`${cell.row}-${cell.column ?? ''}-${cell.line ?? ''}`}>
              <CellLink group={group} cell={cell} source={source} assessment={assessment} />
            </li>
          ))}
          {group.cells.length > shown ? (
            <li>
              <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
                {t('more', { count: Math.min(PAGE, group.cells.length - shown) })}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </>
  );
}

const COLOURS: Readonly<Record<Severity, NonNullable<BadgeProps['color']>>> = {
  error: 'danger',
  warning: 'warning',
  note: 'informative',
};

/** How much a finding matters, by a word first. */
function Weight({ severity }: { readonly severity: Severity }) {
  const { t } = usePane();
  return (
    <Badge size="small" appearance="outline" color={COLOURS[severity]}>
      {t(SEVERITY_TEXTS[severity])}
    </Badge>
  );
}

interface CellProps extends Omit<Props, 'groups'> {
  readonly group: FindingGroup;
  readonly cell: FoundCell;
}

function CellLink({ group, cell, source, assessment }: CellProps) {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <Button size="small" appearance="subtle" className={styles.cell} onClick={() => void commands.goTo.run(cell)}>
      {foundCellText(group, cell, { source, assessment }, t)}
    </Button>
  );
}
