import { Body1, Button, Caption1, Card, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneText } from '../../../text/pane';
import { numberText, readingPerMuText } from '../../../text/why';
import { leadOf, nameAt, type Assessment } from '../../model/verdict/assessment';
import { gradeDetail } from '../../model/verdict/gradeDetail';
import { measureFacts, measureGrounds, measuresOnly } from '../../model/verdict/measureResults';
import { groundsOf, type RowGrounds } from '../../model/verdict/rowDetail';
import { sheetRow } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { gradeFacts, GradeWhy } from './GradeWhy';
import { Line } from '../widgets/Line';
import { usePane } from '../paneContext';
import { sheetWord } from '../../model/verdict/rowWords';
import { Quote } from '../widgets/Quote';

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalXS, margin: `${tokens.spacingVerticalS} 0` },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  term: { color: tokens.colorNeutralForeground2 },
  why: { overflowWrap: 'anywhere', display: 'block' },
});

interface Props {
  readonly row: number;
  readonly source: Source;
  readonly assessment: Assessment;
}

/** The enterprise selected in the sheet: tier, way to the next, path, grade, and why with the clause at hand. */
export function RowCard({ row, source, assessment }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const grounds = groundsOf(assessment, row);
  const graded = gradeDetail(assessment, row);
  const measures = measureFacts(assessment, leadOf(assessment, row) ?? row);
  const number = String(sheetRow(source, row));
  if (grounds.length === 0 && !graded && measures.length === 0)
    return <Caption1>{t('notDataRow', { row: number })}</Caption1>;
  const name = nameAt(assessment.read, row) ?? t('nameless', { row: number });
  return (
    <Card size="small" className={styles.card} aria-label={t('selected')} role="group">
      <Line text={<Text weight="semibold">{name}</Text>}>
        <Button size="small" appearance="subtle" onClick={() => void commands.goTo.run({ row, text: '' })}>
          {sheetWord(source, row)}
          {t('rowNumber', { row: number })}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void commands.setAside.run(row)}>
          {t('setAside')}
        </Button>
      </Line>
      <dl className={styles.facts}>
        {[...factsOf(grounds, t), ...(graded ? gradeFacts(graded, t) : []), ...measures].map(([term, fact]) => (
          <Fact key={term} term={term} fact={fact} />
        ))}
      </dl>
      {grounds.map((ground) => (
        <Why key={ground.kind} grounds={ground} />
      ))}
      {graded ? <GradeWhy detail={graded} /> : null}
      {measuresOnly(assessment) ? (
        <Body1 className={styles.why}>{measureGrounds(assessment, leadOf(assessment, row) ?? row)}</Body1>
      ) : null}
      <Caption1>{t('preliminary')}</Caption1>
    </Card>
  );
}

function Fact({ term, fact }: { readonly term: string; readonly fact: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}

function factsOf(grounds: readonly RowGrounds[], t: PaneText): [string, string][] {
  const [first] = grounds;
  const tier = grounds.find(({ kind }) => kind === 'tier');
  const path = grounds.find(({ kind }) => kind === 'path');
  return [
    ...(first ? [[t('taxPerMu'), taxPerMuText(first, t)] satisfies [string, string]] : []),
    ...(tier
      ? [
          [t('tier'), verdictFact(tier, t)] satisfies [string, string],
          [t('toNext'), nextText(tier, t)] satisfies [string, string],
        ]
      : []),
    ...(path ? [[t('path'), verdictFact(path, t)] satisfies [string, string]] : []),
  ];
}

/** People's word first, with the system's own answer beside it. */
function verdictFact({ verdict, concluded }: RowGrounds, t: PaneText): string {
  return concluded === undefined ? verdict : t('concludedText', { concluded, verdict });
}

function taxPerMuText({ explanation }: RowGrounds, t: PaneText): string {
  const { taxPerMu, tax, area } = explanation;
  if (Number.isNaN(taxPerMu)) return t('none');
  return t('taxPerMuText', { perMu: readingPerMuText(taxPerMu), tax: numberText(tax), area: numberText(area) });
}

function nextText({ explanation, next }: RowGrounds, t: PaneText): string {
  const { shortfall } = explanation;
  if (shortfall === undefined) return t('none');
  const tax = shortfall.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return next === undefined ? t('toNextPlain', { tax }) : t('toNextText', { tax, next });
}

function Why({ grounds }: { readonly grounds: RowGrounds }) {
  const styles = useStyles();
  const { t } = usePane();
  const [quoted, setQuoted] = useState(false);
  const { kind, reason, clause } = grounds;
  return (
    <div>
      <Body1 className={styles.why}>
        <Text weight="semibold">{t(kind === 'tier' ? 'whyTierIs' : 'whyPathIs')}</Text>
        {reason}
      </Body1>
      {clause === '' ? null : (
        <Link as="button" aria-expanded={quoted} onClick={() => setQuoted(!quoted)}>
          {t(quoted ? 'hideOriginal' : 'original')}
        </Link>
      )}
      {quoted ? (
        <Quote>
          <Caption1>{clause}</Caption1>
        </Quote>
      ) : null}
    </div>
  );
}
