import {
  Button,
  Caption1,
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
import { builtInPacks, gradingPacks } from '../../../engine/policy/index';
import type { Migration } from '../../../engine/assess/index';
import { type Assessment } from '../../model/verdict/assessment';
import type { PolicyComparison } from '../../state/policyWork';
import { type Source } from '../../model/reading/source';
import { Choice } from '../widgets/Choice';
import { DayField } from '../widgets/DayField';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState, type Pane } from '../paneContext';
import { RowLines } from './RowLines';
import { rowWords } from '../../model/verdict/rowWords';

const useStyles = makeStyles({
  table: { tableLayout: 'auto', width: '100%' },
  cell: { overflowWrap: 'anywhere', padding: `0 ${tokens.spacingHorizontalXS}`, whiteSpace: 'normal' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: `0 ${tokens.spacingHorizontalXS}` },
  head: { overflowWrap: 'anywhere', whiteSpace: 'normal', '& > *': { justifyContent: 'flex-end' } },
  stay: { fontWeight: tokens.fontWeightSemibold },
});

/** Two policies, or two days, on the same ledger: who moves from what to what. */
export function ComparePolicies({ source, assessment }: { readonly source: Source; readonly assessment: Assessment }) {
  const { t, commands } = usePane();
  const comparison = usePaneState(({ policyWork }) => policyWork.comparison);
  const own = usePaneState(({ policyWork }) => policyWork.own);
  const packs = [...builtInPacks(), ...gradingPacks(), ...own.map(({ pack }) => pack)];
  const [id, setId] = useState(assessment.policy?.pack.id ?? '');
  const [asOf, setAsOf] = useState(assessment.policy?.asOf);
  return (
    <>
      <Choice
        label={t('compareWith')}
        value={id}
        options={packs.map((pack) => ({ value: pack.id, text: pack.short }))}
        onChange={setId}
      />
      <DayField label={t('compareOn')} value={asOf} onChange={setAsOf} />
      <Button size="small" onClick={() => void commands.comparePolicy.run({ id, asOf: asOf ?? '' })}>
        {t('comparePolicy')}
      </Button>
      {comparison ? <Compared comparison={comparison} source={source} /> : null}
    </>
  );
}

function Compared({ comparison, source }: { readonly comparison: PolicyComparison; readonly source: Source }) {
  const pane = usePane();
  const { t, commands } = pane;
  const { before, after, tiers, paths, grades, ledgerGrades } = comparison;
  const title = t('compareTitle', { before: policyText(before, pane), after: policyText(after, pane) });
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      {tiers ? <Moves what={t('tier')} migration={tiers} source={source} assessment={before} /> : null}
      {paths ? <Moves what={t('path')} migration={paths} source={source} assessment={before} /> : null}
      {grades ? (
        <Moves
          what={t('grade')}
          migration={grades}
          source={source}
          assessment={before}
          score={(row, side) => scoreOf(side === 'before' ? before : after, row)}
        />
      ) : null}
      {ledgerGrades ? (
        <Moves
          what={t('gradeOfLedger')}
          migration={ledgerGrades}
          source={source}
          assessment={before}
          score={(row, side) => (side === 'before' ? undefined : scoreOf(after, row))}
        />
      ) : null}
      {tiers || paths || grades || ledgerGrades ? null : <Text block>{t('compareNone')}</Text>}
      <CommandButton command={commands.closeComparison} size="small" appearance="subtle" />
    </section>
  );
}

function policyText({ policy }: Assessment, { t }: Pane): string {
  const short = policy?.pack.short ?? '';
  const named = policy?.edited === true ? t('compareEdited', { policy: short }) : short;
  return policy?.asOf === undefined ? named : `${named}（${policy.asOf}）`;
}

/** A row's score; a row that is not ranked has none. */
function scoreOf({ grades }: Assessment, row: number): number | undefined {
  const verdict = grades?.verdicts[row];
  return verdict?.kind === 'ranked' ? verdict.score : undefined;
}

interface MovesProps {
  readonly what: string;
  readonly migration: Migration;
  readonly source: Source;
  readonly assessment: Assessment;
  readonly score?: (row: number, side: 'before' | 'after') => number | undefined;
}

function Moves({ what, migration, source, assessment, score }: MovesProps) {
  const pane = usePane();
  const { t, commands } = pane;
  const { moves, counts } = migration;
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  const title = t('compareMoved', { what, count: moves.length, stay: all - moves.length });
  const told = (answer: string, points: number | undefined) => {
    const grade = answerText(answer, pane);
    return points === undefined ? grade : t('compareScore', { grade, score: points.toFixed(2) });
  };
  const lines = moves.map(({ row, before, after }) => ({
    key: String(row),
    text: t('compareMove', {
      ...rowWords(source, assessment.whole, row),
      before: told(before, score?.(row, 'before')),
      after: told(after, score?.(row, 'after')),
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
