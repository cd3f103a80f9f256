import { numberAt } from '../../../engine/column/index';
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MovingChange } from '../../../engine/assess/index';
import type { PaneText } from '../../../text/pane';
import { numberText } from '../../../text/why';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import { effectsOf, liftsOf, type Effect } from '../../model/policy/compare';
import { sheetRow } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane, type Pane } from '../paneContext';
import { RowLines } from './RowLines';
import { rowWords } from '../../model/verdict/rowWords';

const useStyles = makeStyles({
  part: { padding: `${tokens.spacingVerticalXS} 0` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly row: number;
  readonly source: Source;
  readonly assessment: Assessment;
}

/** The selected enterprise: what lifts its tier, what moves its path, and whom a correction of its figures would move. */
export function WhatIf({ row, source, assessment }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const { tiers, paths } = liftsOf(assessment, row);
  const name = nameAt(assessment.whole, row) ?? t('nameless', { row: String(sheetRow(source, row)) });
  return (
    <>
      <Text weight="semibold" block>
        {name}
      </Text>
      {assessment.tiers ? (
        <Changes title={t('liftTitle')} none={t('liftNone')} lines={tiers.map((one) => liftText(one, t))} />
      ) : null}
      {assessment.paths ? (
        <Changes
          title={t('pathChangesTitle')}
          none={t('pathChangesNone')}
          lines={paths.map((one) => pathText(one, t))}
        />
      ) : null}
      <div className={styles.part}>
        <Correction key={row} row={row} source={source} assessment={assessment} />
      </div>
    </>
  );
}

function Changes({
  title,
  none,
  lines,
}: {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly string[];
}) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <Caption1 block>{title}</Caption1>
      {lines.length === 0 ? <Text>{none}</Text> : null}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line} className={styles.item}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function liftText({ field, before, after, answer }: MovingChange, t: PaneText): string {
  const by = numberText(Math.abs(Number(after) - Number(before)));
  if (field === 'taxPaid') return t('liftTax', { after: numberText(Number(after)), more: by, answer });
  return t('liftArea', { after: numberText(Number(after)), less: by, answer });
}

function pathText({ name, before, after, answer }: MovingChange, t: PaneText): string {
  const shown = (value: MovingChange['before']) =>
    typeof value === 'number' ? numberText(value) : value === undefined || value === '' ? t('diffBlank') : value;
  return t('pathChange', { name, before: shown(before), after: shown(after), answer });
}

type CorrectedField = 'taxPaid' | 'landArea';

function Correction({ row, source, assessment }: Props) {
  const pane = usePane();
  const { t } = pane;
  const [field, setField] = useState<CorrectedField>('taxPaid');
  const now = numberAt(assessment.ledger, field, row);
  const [value, setValue] = useState<number>(Number.isNaN(now) ? 0 : now);
  const [effects, setEffects] = useState<readonly Effect[]>();
  const choose = (next: string) => {
    setField(next as CorrectedField);
    setEffects(undefined);
    const known = numberAt(assessment.ledger, next, row);
    setValue(Number.isNaN(known) ? 0 : known);
  };
  return (
    <section aria-label={t('correctionTitle')}>
      <Choice
        label={t('correctionTitle')}
        orientation="vertical"
        value={field}
        options={[
          { value: 'taxPaid', text: t('correctionTax') },
          { value: 'landArea', text: t('correctionArea') },
        ]}
        onChange={choose}
      />
      <NumberField
        key={field}
        label={t(field === 'taxPaid' ? 'correctionTax' : 'correctionArea')}
        value={value}
        wrong={(typed) =>
          Number.isFinite(typed) && (field === 'taxPaid' || typed > 0) ? undefined : t('policyWrongNumber')
        }
        onChange={setValue}
      />
      <Button size="small" onClick={() => setEffects(effectsOf(assessment, row, { field, value }))}>
        {t('tryCorrection')}
      </Button>
      {effects ? <Effects effects={effects} source={source} assessment={assessment} pane={pane} /> : null}
    </section>
  );
}

interface EffectsProps {
  readonly effects: readonly Effect[];
  readonly source: Source;
  readonly assessment: Assessment;
  readonly pane: Pane;
}

function Effects({ effects, source, assessment, pane: { t, commands } }: EffectsProps) {
  const lines = effects.map(({ row, kind, before, after }) => ({
    key: `${kind} ${row}`,
    text: t('effectLine', {
      ...rowWords(source, assessment.whole, row),
      kind: t(kind),
      before: before === '' ? t('openShort') : before,
      after: after === '' ? t('openShort') : after,
    }),
    onPress: () => void commands.goTo.run({ row, text: '' }),
  }));
  const title = t('correctionSome', { count: effects.length });
  return (
    <div role="status">
      {effects.length > 0 ? <Caption1 block>{title}</Caption1> : null}
      <RowLines label={title} lines={lines} none={t('correctionNone')} />
    </div>
  );
}
