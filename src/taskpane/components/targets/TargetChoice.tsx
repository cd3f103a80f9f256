import { Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { TargetGround } from '../../../engine/report/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText } from '../../../text/quantities';
import type { Assessment } from '../../model/verdict/assessment';
import { targetInForce } from '../../model/targets/splitTarget';
import { targetProposals, type TargetProposal } from '../../model/targets/targetProposals';
import type { TargetStock } from '../../model/targets/targetStock';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  ground: { color: tokens.colorNeutralForeground2, display: 'block', overflowWrap: 'anywhere' },
  group: { '& label': { overflowWrap: 'anywhere' } },
});

interface Props {
  readonly stock: TargetStock;
  readonly assessment: Assessment;
}

/** The targets that the policy sets, each with its clause, or another number; and the year. */
export function TargetChoice({ stock, assessment }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const settings = usePaneState((state) => state.targets.settings);
  const proposals = useMemo(() => targetProposals(assessment, stock.area), [assessment, stock.area]);
  const { proposal, area } = targetInForce(settings, proposals);
  const choose = (value: string) => {
    const isOwn = value === 'own';
    void commands.setTarget.run(
      isOwn ? { proposal: 'own', total: area } : { proposal: Number(value), total: undefined },
    );
  };
  return (
    <section aria-label={t('targetWhich')}>
      {proposals.length === 0 ? (
        <Caption1>{t('targetNone')}</Caption1>
      ) : (
        <RadioGroup
          aria-label={t('targetWhich')}
          className={styles.group}
          value={String(proposal)}
          onChange={(_, data) => choose(data.value)}
        >
          {proposals.map((one, index) => (
            <Radio key={one.target.name} value={String(index)} label={<Proposal proposal={one} />} />
          ))}
          <Radio value="own" label={t('targetOwn')} />
        </RadioGroup>
      )}
      <div className={styles.fields}>
        <NumberField
          key={`year ${String(stock.year)}`}
          label={t('targetYear')}
          value={stock.year}
          unit={t('yearUnit')}
          wrong={rangeRule(t, { min: 2000, max: 2100, whole: true })}
          onChange={(year) => void commands.setTarget.run({ year })}
        />
        <NumberField
          key={`total ${String(proposal)} ${proposal === 'own' ? '' : String(area)}`}
          label={t('targetTotal')}
          value={area}
          unit={t('muUnit')}
          wrong={(value) => (value > 0 && value < 1e7 ? undefined : t('targetPositive'))}
          onChange={(total) => void commands.setTarget.run({ total, proposal: 'own' })}
        />
      </div>
      <PastTarget proposal={proposal === 'own' ? undefined : proposals[proposal]} year={stock.year} />
    </section>
  );
}

/** That the policy's own day for the chosen target is before the year it is to be split for. */
function PastTarget({ proposal, year }: { readonly proposal: TargetProposal | undefined; readonly year: number }) {
  const { t } = usePane();
  if (!proposal || Number(proposal.target.by.slice(0, 4)) >= year) return null;
  const { name, by } = proposal.target;
  return <Caption1>{t('targetPast', { name, by: dayWords(by), year: String(year) })}</Caption1>;
}

function Proposal({ proposal }: { readonly proposal: TargetProposal }) {
  const styles = useStyles();
  const { t } = usePane();
  const { target, area, ground } = proposal;
  const { name, by, value } = target;
  const values = { name, by: dayWords(by), area: muText(area), share: percentText(value) };
  return (
    <>
      {t(target.kind === 'share' ? 'targetShare' : 'targetArea', values)}
      <Caption1 className={styles.ground}>{groundWords(ground, t)}</Caption1>
    </>
  );
}

/** 2023年底, or the day itself. */
function dayWords(day: string): string {
  return day.endsWith('-12-31') ? `${day.slice(0, 4)}年底` : day;
}

/** Document, clause, words and status in one line. */
function groundWords({ document, clause, quote, status }: TargetGround, t: PaneText): string {
  if (quote === '') return t('targetGroundPlain', { document, status });
  return t('targetGround', { document, clause, quote, status });
}
