import { Badge, Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { parseUnit } from '../../../engine/quantity/index';
import { FRACTION, fieldOf, type ColumnChoice } from '../../../engine/ledger/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import type { ColumnLine, ColumnEvidence } from '../../model/reading/columns';
import { Choice } from '../widgets/Choice';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  row: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  header: { overflowWrap: 'anywhere' },
  meaning: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  edit: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  foot: { paddingTop: tokens.spacingVerticalXS },
});

interface Props {
  readonly lines: readonly ColumnLine[];
  /** The fields a person may choose from: those the policy reads. */
  readonly fields: readonly string[];
}

/** The columns as understood: 原表列名 → 含义 · 单位 · 把握. Those the policy does not read wait behind a button. */
export function ColumnList({ lines, fields }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const changed = usePaneState((state) => state.choices.size > 0);
  const [all, setAll] = useState(false);
  const near = lines.filter(({ used, doubted }) => used || doubted);
  const shown = all ? lines : near;
  const rest = lines.length - near.length;
  return (
    <>
      <PlainList>
        {shown.map((line) => (
          <ColumnRow key={line.column} line={line} fields={fields} />
        ))}
      </PlainList>
      <div className={styles.foot}>
        {rest > 0 ? (
          <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('otherColumns', { count: rest })}
          </Button>
        ) : null}
        {changed ? <CommandButton command={commands.forgetChoices} size="small" appearance="subtle" /> : null}
      </div>
    </>
  );
}

function ColumnRow({ line, fields }: Omit<Props, 'lines'> & { readonly line: ColumnLine }) {
  const styles = useStyles();
  const { t } = usePane();
  const [editing, setEditing] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.words}>
          <Text size={200} className={styles.header}>
            {line.letters === '' ? '' : `${line.letters} `}
            {line.header}{' '}
            {line.hidden ? (
              <Badge size="small" appearance="outline" color="informative">
                {t('hiddenColumn')}
              </Badge>
            ) : null}
          </Text>
          <Caption1 className={styles.meaning}>{meaningText(line, t)}</Caption1>
          {line.evidence ? <Caption1 className={styles.meaning}>{evidenceText(line.evidence, t)}</Caption1> : null}
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={t('editColumn', { header: line.header })}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        />
      </div>
      {editing ? <ColumnEditor line={line} fields={fields} /> : null}
    </li>
  );
}

const SURENESS: Readonly<Record<ColumnLine['confidence'], PaneCode>> = {
  exact: 'sureExact',
  contains: 'sureContains',
  none: 'columnUnknown',
};

/** → 面积 · 亩 · 把握：大. */
function meaningText(line: ColumnLine, t: PaneText): string {
  if (line.label === undefined) return `→ ${t('columnUnknown')}`;
  const unit = line.unit === '' ? [] : [unitText(line, t)];
  return `→ ${[line.label, ...unit, t(SURENESS[line.confidence])].join(' · ')}`;
}

const PROOFS = { ratio: 'proofRatio', sum: 'proofSum', growth: 'proofGrowth' } as const;

/** 中位数 320.5，如 120、85.3；由此亩均约 8.2 万元/亩. */
function evidenceText({ samples, median, perMu, proofs }: ColumnEvidence, t: PaneText): string {
  const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const parts = [
    ...(median === undefined ? [] : [t('evidenceMedian', { median: shown(median) })]),
    ...(samples.length === 0 ? [] : [t('evidenceSamples', { samples: samples.join('、') })]),
    ...(perMu === undefined ? [] : [t('evidencePerMu', { perMu: shown(perMu) })]),
    ...proofs.map((proof) => t(PROOFS[proof])),
  ];
  return parts.join('；');
}

function unitText({ unit, unitFrom }: ColumnLine, t: PaneText): string {
  if (unitFrom === 'sheet') return unit;
  return t(unitFrom === 'guess' ? 'unitGuess' : 'unitDefault', { unit });
}

const AREAS = ['亩', '平方米', '公顷'] as const;
const MONIES = ['万元', '元', '亿元'] as const;
const SHARES = ['%', FRACTION] as const;

function ColumnEditor({ line, fields }: { readonly line: ColumnLine; readonly fields: readonly string[] }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const set = (choice: ColumnChoice) => void commands.answer.run(new Map([[line.column, choice]]));
  const units = unitsOf(line.field);
  const options = line.field === undefined || fields.includes(line.field) ? fields : [line.field, ...fields];
  const meanings = options.map((id) => ({ value: id, text: fieldOf(id).label }));
  return (
    <div className={styles.edit}>
      <Choice
        label={t('meaning')}
        value={line.field ?? ''}
        options={[{ value: '', text: t('columnNotUsed') }, ...meanings]}
        onChange={(value) => set({ field: value === '' ? null : value })}
      />
      {units.length > 0 ? (
        <Choice
          label={t('unit')}
          value={chosenUnit(line.unit, units)}
          options={units.map((unit) => ({ value: unit, text: unit }))}
          onChange={(unit) => setUnit(unit, line.field, set)}
        />
      ) : null}
    </div>
  );
}

function unitsOf(field: string | undefined): readonly string[] {
  const kind = field === undefined ? undefined : fieldOf(field).kind;
  if (kind === 'area') return AREAS;
  if (kind === 'percent') return SHARES;
  return kind === 'money' ? MONIES : [];
}

/** The unit of the list that means the same as the header's (㎡ is 平方米). */
function chosenUnit(text: string, units: readonly string[]): string {
  if (units.includes(text)) return text;
  const own = parseUnit(text);
  const same = units.find((name) => {
    const unit = parseUnit(name);
    return own && unit && unit.times === own.times && unit.over === own.over;
  });
  return same ?? '';
}

function setUnit(text: string, field: string | undefined, set: (choice: ColumnChoice) => void): void {
  const unit = parseUnit(text);
  const isShare = field !== undefined && fieldOf(field).kind === 'percent';
  if (unit) set({ ...(isShare ? { field } : {}), unit });
}
