import {
  makeStyles,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { SplitProblem } from '../../../engine/allocate/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { gapText, muText, percentText } from '../../../text/quantities';
import type { Assessment } from '../../model/verdict/assessment';
import { splitTarget, targetInForce } from '../../model/targets/splitTarget';
import { targetProposals } from '../../model/targets/targetProposals';
import type { TargetStock } from '../../model/targets/targetStock';
import type { TargetAllocation } from '../../state/targetState';
import { usePane, usePaneState } from '../paneContext';
import { Notice } from '../widgets/Notice';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  head: { '& > *': { justifyContent: 'flex-end' } },
  total: { fontWeight: tokens.fontWeightSemibold },
  name: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly stock: TargetStock;
  readonly assessment: Assessment;
}

/** What stands in the way of the target, then the splits side by side. */
export function SplitResult({ stock, assessment }: Props) {
  const styles = useStyles();
  const { t, thisYear } = usePane();
  const state = usePaneState((now) => now);
  const { allocations, chosen, settings } = state.targets;
  const problems = stock.townships.length === 0 ? [] : (splitTarget(state, thisYear())?.problems ?? []);
  const allocation = allocations[chosen];
  const { area } = targetInForce(settings, targetProposals(assessment, stock.area));
  const isStale = allocation && (allocation.assessment !== assessment || allocation.total !== area);
  return (
    <div className={styles.bars}>
      {problems.map((problem) => (
        <Notice key={problem.code} lines={[problemText(problem, t)]} />
      ))}
      {isStale ? <Notice lines={[t('splitStale')]} /> : null}
      {allocation ? <Allocations stock={stock} allocations={allocations} chosen={chosen} /> : null}
    </div>
  );
}

/** A problem in words, with the nearest change that makes it fit. */
function problemText(problem: SplitProblem, t: PaneText): string {
  const code = `problem${problem.code.charAt(0).toUpperCase()}${problem.code.slice(1)}` as PaneCode;
  const { code: _code, ...figures } = problem;
  const values = Object.entries(figures).map(([name, value]) => [name, figureText(name, value)] as const);
  return t(code, Object.fromEntries(values));
}

function figureText(name: string, value: number): string {
  if (name === 'rows') return value.toLocaleString('en-US');
  if (name === 'township') return String(value + 1);
  return name === 'share' || name === 'given' ? percentText(value) : muText(value);
}

interface AllocationsProps {
  readonly stock: TargetStock;
  readonly allocations: readonly TargetAllocation[];
  readonly chosen: number;
}

function Allocations({ stock, allocations, chosen }: AllocationsProps) {
  const { t, commands } = usePane();
  const allocation = allocations[chosen];
  return (
    <section aria-label={t('splitTable')}>
      <Text weight="semibold" size={200}>
        {t('splitTable')}
      </Text>
      <SplitTable stock={stock} allocations={allocations} />
      {allocations.length > 1 ? (
        <RadioGroup
          aria-label={t('splitUse')}
          value={String(chosen)}
          onChange={(_, data) => void commands.chooseAllocation.run(Number(data.value))}
        >
          {allocations.map((one, index) => (
            <Radio key={index} value={String(index)} label={labelOf(one, index, t)} />
          ))}
        </RadioGroup>
      ) : null}
      <Hint>
        {allocation?.gap === undefined ? t('splitByWeights') : t('splitByParcel', { gap: gapText(allocation.gap) })}
      </Hint>
    </section>
  );
}

function labelOf({ total, settings, plan }: TargetAllocation, index: number, t: PaneText): string {
  if (plan) return t('parcelsLabel', { number: index + 1, total: muText(total) });
  const { weights, mostShare } = settings;
  const parts = [weights.stock, weights.gap, weights.done].map(String).join('、');
  return t('splitLabel', { number: index + 1, total: muText(total), weights: parts, most: String(mostShare) });
}

function SplitTable({ stock, allocations }: Omit<AllocationsProps, 'chosen'>) {
  const styles = useStyles();
  const { t } = usePane();
  const named = stock.townships.filter(({ name }) => name !== '');
  const shareOf = ({ names, shares }: TargetAllocation, name: string) => shares[names.indexOf(name)] ?? NaN;
  const totalOf = ({ shares }: TargetAllocation) => shares.reduce((sum, share) => sum + share, 0);
  const line = (name: string, numbers: readonly number[], isTotal: boolean) => (
    <TableRow key={name} {...(isTotal ? { className: styles.total } : {})}>
      <TableCell className={styles.name}>{name}</TableCell>
      {numbers.map((number, index) => (
        <TableCell key={index} className={styles.number}>
          {muText(number)}
        </TableCell>
      ))}
    </TableRow>
  );
  return (
    <Table size="extra-small" aria-label={t('splitTable')}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('township')}</TableHeaderCell>
          <TableHeaderCell className={styles.head}>{t('stock')}</TableHeaderCell>
          {allocations.map((_, index) => (
            <TableHeaderCell key={index} className={styles.head}>
              {t('splitNumber', { number: index + 1 })}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {line(t('splitTotal'), [named.reduce((sum, { area }) => sum + area, 0), ...allocations.map(totalOf)], true)}
        {named.map(({ name, area }) => line(name, [area, ...allocations.map((one) => shareOf(one, name))], false))}
      </TableBody>
    </Table>
  );
}
