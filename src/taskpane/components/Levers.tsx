import {
  Caption1,
  Checkbox,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PolicyPack } from '../../engine/index';
import { gateReasonText } from '../../text/simulate';
import { gateState } from '../state/simulation/gate';
import type { Scenario } from '../state/simulation/simulationState';
import { waiverBases } from '../../engine/index';
import { NumberField } from './NumberField';
import { usePane, type Pane } from './paneContext';

const useStyles = makeStyles({
  lever: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalL,
  },
  pair: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly scenario: Scenario;
  readonly firstYear: number;
  readonly pack: PolicyPack;
  /** The years projected after the first. */
  readonly horizon: number;
  /** The choice of what counts as inefficient land. */
  readonly children: ReactNode;
}

/** The three levers, each with its effect on what is asked; the waiver behind its gate. */
export function Levers({ scenario, firstYear, pack, horizon, children }: Props) {
  const styles = useStyles();
  const pane = usePane();
  const { t, commands } = pane;
  const set = (change: Partial<Scenario>) => void commands.setScenario.run(change);
  const { plotRatio, waiver, disposal } = scenario;
  return (
    <>
      <NumberField
        label={t('firstYear')}
        value={firstYear}
        wrong={(year) => (isWhole(year, 2000, 2100) ? undefined : t('assumptionRange', { min: '2000', max: '2100' }))}
        onChange={(year) => set({ firstYear: year })}
      />
      <div className={styles.lever}>
        <Switch
          checked={plotRatio.on}
          label={t('leverPlotRatio')}
          onChange={(_, { checked }) => set({ plotRatio: { ...plotRatio, on: checked } })}
        />
        {plotRatio.on ? <PlotRatio plotRatio={plotRatio} set={set} pane={pane} /> : null}
      </div>
      <div className={styles.lever}>
        <Switch
          checked={waiver.on}
          label={t('leverWaiver')}
          onChange={(_, { checked }) => set({ waiver: { ...waiver, on: checked } })}
        />
        {waiver.on ? <Waiver scenario={scenario} firstYear={firstYear} pack={pack} set={set} pane={pane} /> : null}
      </div>
      <div className={styles.lever}>
        <Switch
          checked={disposal.on}
          label={t('leverDisposal')}
          onChange={(_, { checked }) => set({ disposal: { ...disposal, on: checked } })}
        />
        {disposal.on ? (
          <Disposal disposal={disposal} first={firstYear} horizon={horizon} set={set} pane={pane} />
        ) : null}
        <div className={styles.inside}>{children}</div>
      </div>
    </>
  );
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

interface LeverProps {
  readonly set: (change: Partial<Scenario>) => void;
  readonly pane: Pane;
}

function PlotRatio({ plotRatio, set, pane: { t } }: LeverProps & { readonly plotRatio: Scenario['plotRatio'] }) {
  const styles = useStyles();
  return (
    <div className={styles.inside}>
      <NumberField
        label={t('plotRatioTarget')}
        value={plotRatio.target}
        wrong={(target) =>
          target >= 0.1 && target <= 10 ? undefined : t('assumptionRange', { min: '0.1', max: '10' })
        }
        onChange={(target) => set({ plotRatio: { ...plotRatio, target } })}
      />
      <RadioGroup
        aria-label={t('plotRatioWho')}
        value={plotRatio.who}
        onChange={(_, { value }) => set({ plotRatio: { ...plotRatio, who: value as Scenario['plotRatio']['who'] } })}
      >
        <Radio value="all" label={t('whoAll')} />
        <Radio value="inefficient" label={t('whoInefficient')} />
      </RadioGroup>
    </div>
  );
}

type WaiverProps = LeverProps & Pick<Props, 'scenario' | 'firstYear' | 'pack'>;

function Waiver({ scenario, firstYear, pack, set, pane: { t, language } }: WaiverProps) {
  const styles = useStyles();
  const { waiver } = scenario;
  const gate = gateState(pack, scenario, firstYear);
  const bases = waiverBases(pack);
  const told = {
    open: () => t('waiverOpen'),
    needsPlotRatio: () => t('waiverNeedsPlotRatio'),
    closed: () => (gate.kind === 'closed' ? t('waiverClosed', { reason: gateReasonText(gate.reason, language) }) : ''),
  }[gate.kind]();
  return (
    <div className={styles.inside}>
      <NumberField
        label={t('waiverPercent')}
        value={waiver.percent}
        unit="%"
        wrong={(percent) =>
          percent >= 0 && percent <= 100 ? undefined : t('assumptionRange', { min: '0', max: '100' })
        }
        onChange={(percent) => set({ waiver: { ...waiver, percent } })}
      />
      <Field label={t('waiverBasis')} size="small">
        <Select
          size="small"
          value={waiver.basis ?? ''}
          onChange={(_, { value }) => set({ waiver: withBasis(waiver, value) })}
        >
          <option value="">{t('waiverBasisNone')}</option>
          {bases.map(({ packId, title, clause, status }) => (
            <option key={packId} value={packId}>
              {t('basisChoice', { title, clause: status === 'reported' ? `（${t('basisReported')}）` : clause })}
            </option>
          ))}
        </Select>
      </Field>
      <Caption1 className={styles.hint}>{told}</Caption1>
      <Checkbox
        checked={waiver.takeAsIndustrial}
        label={t('takeAsIndustrial')}
        onChange={(_, { checked }) => set({ waiver: { ...waiver, takeAsIndustrial: checked === true } })}
      />
    </div>
  );
}

function withBasis(waiver: Scenario['waiver'], basis: string): Scenario['waiver'] {
  const { basis: _old, ...rest } = waiver;
  return basis === '' ? rest : { ...rest, basis };
}

interface DisposalProps extends LeverProps {
  readonly disposal: Scenario['disposal'];
  readonly first: number;
  readonly horizon: number;
}

function Disposal({ disposal, first, horizon, set, pane: { t } }: DisposalProps) {
  const styles = useStyles();
  const last = first + horizon;
  return (
    <div className={mergeClasses(styles.inside, styles.pair)}>
      <NumberField
        label={t('disposalPercent')}
        value={disposal.percent}
        unit="%"
        wrong={(percent) =>
          percent >= 0 && percent <= 100 ? undefined : t('assumptionRange', { min: '0', max: '100' })
        }
        onChange={(percent) => set({ disposal: { ...disposal, percent } })}
      />
      <NumberField
        label={t('disposalYear')}
        value={first + disposal.years}
        unit={t('yearUnit')}
        wrong={(year) =>
          isWhole(year, first, last) ? undefined : t('assumptionRange', { min: String(first), max: String(last) })
        }
        onChange={(year) => set({ disposal: { ...disposal, years: year - first } })}
      />
    </div>
  );
}
