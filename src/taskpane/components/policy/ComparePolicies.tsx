import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { builtInPacks, findPack, type Migration } from '../../../engine/index';
import { nameAt, type Assessment } from '../../state/assessment';
import type { Comparison } from '../../state/policy/policyWork';
import { sheetRow, type Source } from '../../state/source';
import { Choice } from '../Choice';
import { CommandButton } from '../CommandButton';
import { usePane, usePaneState, type Pane } from '../paneContext';
import { RowLines } from './RowLines';

const useStyles = makeStyles({
  date: { minWidth: 0, width: '100%' },
  table: { tableLayout: 'auto', width: '100%' },
  cell: { overflowWrap: 'anywhere', padding: `0 ${tokens.spacingHorizontalXS}`, whiteSpace: 'normal' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: `0 ${tokens.spacingHorizontalXS}` },
  head: { overflowWrap: 'anywhere', whiteSpace: 'normal', '& > *': { justifyContent: 'flex-end' } },
  stay: { fontWeight: tokens.fontWeightSemibold },
});

/** Two policies, or two days, on the same ledger: who moves from what to what. */
export function ComparePolicies({ source, assessment }: { readonly source: Source; readonly assessment: Assessment }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const comparison = usePaneState(({ policyWork }) => policyWork.comparison);
  const [id, setId] = useState(assessment.policy?.pack.id ?? '');
  const [asOf, setAsOf] = useState<string>(assessment.policy?.asOf ?? '');
  return (
    <>
      <Choice
        label={t('compareWith')}
        value={id}
        options={builtInPacks().map((pack) => ({ value: pack.id, text: pack.short }))}
        onChange={setId}
      />
      <Field label={t('compareOn')} orientation="horizontal" size="small">
        <Input
          type="date"
          size="small"
          className={styles.date}
          min="2000-01-01"
          max="2100-12-31"
          value={asOf}
          onChange={(_, { value }) => setAsOf(value)}
        />
      </Field>
      <Button size="small" onClick={() => void commands.comparePolicy.run({ id, asOf })}>
        {t('comparePolicy')}
      </Button>
      {comparison ? <Compared comparison={comparison} source={source} /> : null}
    </>
  );
}

function Compared({ comparison, source }: { readonly comparison: Comparison; readonly source: Source }) {
  const { t, commands } = usePane();
  const { before, after, tiers, paths } = comparison;
  const title = t('compareTitle', { before: policyText(before), after: policyText(after) });
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      {tiers ? <Moves what={t('tier')} migration={tiers} source={source} assessment={before} /> : null}
      {paths ? <Moves what={t('path')} migration={paths} source={source} assessment={before} /> : null}
      {tiers || paths ? null : <Text block>{t('compareNone')}</Text>}
      <CommandButton command={commands.closeComparison} size="small" appearance="subtle" />
    </section>
  );
}

function policyText({ policy }: Assessment): string {
  const short = findPack(policy?.pack.id ?? '')?.short ?? '';
  return policy?.asOf === undefined ? short : `${short}（${policy.asOf}）`;
}

interface MovesProps {
  readonly what: string;
  readonly migration: Migration;
  readonly source: Source;
  readonly assessment: Assessment;
}

function Moves({ what, migration, source, assessment }: MovesProps) {
  const pane = usePane();
  const { t, commands } = pane;
  const { moves, counts } = migration;
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  const title = t('compareMoved', { what, count: moves.length, stay: all - moves.length });
  const lines = moves.map(({ row, before, after }) => ({
    key: String(row),
    text: t('compareMove', {
      row: String(sheetRow(source, row)),
      name: nameAt(assessment.whole, row) ?? '',
      ...{ before: answerText(before, pane), after: answerText(after, pane) },
    }),
    onPress: () => void commands.goTo.run({ row, text: '' }),
  }));
  return (
    <>
      <Caption1 block>{title}</Caption1>
      <Matrix migration={migration} label={title} />
      <RowLines label={title} lines={lines} />
    </>
  );
}

function answerText(answer: string, { t }: Pane): string {
  return answer === '' ? t('openShort') : answer;
}

/** Counts by answer now (down) and after (across); a row or a column that holds nothing is left out. */
function Matrix({ migration, label }: { readonly migration: Migration; readonly label: string }) {
  const styles = useStyles();
  const pane = usePane();
  const { from, to, counts } = migration;
  const columns = to.map((_, index) => index).filter((index) => counts.some((line) => (line[index] ?? 0) > 0));
  const rows = from.map((_, index) => index).filter((index) => (counts[index] ?? []).some((count) => count > 0));
  return (
    <Table size="extra-small" aria-label={label} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.cell}>{pane.t('compareBefore')}</TableHeaderCell>
          {columns.map((column) => (
            <TableHeaderCell key={column} className={styles.head}>
              {answerText(to[column] ?? '', pane)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row}>
            <TableCell className={styles.cell}>{answerText(from[row] ?? '', pane)}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} className={styles.number}>
                <span className={from[row] === to[column] ? styles.stay : undefined}>
                  {(counts[row]?.[column] ?? 0).toLocaleString('en-US')}
                </span>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
