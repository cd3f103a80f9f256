import { Accordion } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PolicyPack } from '../../../../engine/policy/index';
import type { Assessment } from '../../../model/verdict/assessment';
import type { Lacking, LackOf } from '../../../model/simulation/lacks';
import { measureDues } from '../../../model/simulation/measureDues';
import { MORE_LEVERS } from '../../../levers/all';
import { dueText, type MeasureDue } from '../../../levers/measureDue';
import { said } from '../../../../text/pane/entry';
import type { Scenario } from '../../../state/simulationState';
import { DisposalFields } from './DisposalFields';
import { ListedLever } from './ListedLever';
import { NumberField } from '../../widgets/NumberField';
import { usePane } from '../../paneContext';
import { PlotRatioFields } from './PlotRatioFields';
import { rangeRule } from '../../widgets/rangeRule';
import { Section } from '../../widgets/Section';
import { WaiverFields } from './WaiverFields';

interface Props {
  readonly scenario: Scenario;
  readonly assessment: Assessment;
  readonly firstYear: number;
  readonly pack: PolicyPack;
  /** The years projected after the first. */
  readonly horizon: number;
  /** What the ledger lacks for a lever. */
  readonly lackOf: LackOf;
  /** The choice of what counts as inefficient land. */
  readonly children: ReactNode;
}

/** When the scenario begins, its three main levers, and the others folded away. Their words stand with each lever. */
export function AllLevers({ scenario, assessment, firstYear, pack, horizon, lackOf, children }: Props) {
  const { t, language, commands } = usePane();
  const lacks = (lever: Lacking) => {
    if (lever === 'measures') return withoutMeasures(measureDues(assessment), pack, { t, language });
    const columns = lackOf(lever);
    const code = lever === 'electricity' || lever === 'water' ? 'priceLacks' : 'leverLacks';
    return columns === undefined ? undefined : t(code, { columns });
  };
  return (
    <>
      <NumberField
        label={t('firstYear')}
        value={firstYear}
        wrong={rangeRule(t, { min: 2000, max: 2100, whole: true })}
        onChange={(year) => void commands.setScenario.run({ firstYear: year })}
      />
      <PlotRatioFields plotRatio={scenario.plotRatio} assessment={assessment} lacks={lacks('plotRatio')} />
      <WaiverFields scenario={scenario} firstYear={firstYear} pack={pack} />
      <DisposalFields
        disposal={scenario.disposal}
        firstYear={firstYear}
        lastYear={firstYear + horizon}
        lacks={lacks('disposal')}
        assessment={assessment}
      >
        {children}
      </DisposalFields>
      <Accordion collapsible>
        <Section id="more" title={t('moreLevers')}>
          {MORE_LEVERS.map((name) => (
            <ListedLever key={name} name={name} setting={scenario[name]} assessment={assessment} lacks={lacks} />
          ))}
        </Section>
      </Accordion>
    </>
  );
}

/** Why the policy's own prices cannot be projected; undefined where one of them can. */
function withoutMeasures(
  dues: readonly MeasureDue[],
  { short }: PolicyPack,
  { t, language }: Pick<ReturnType<typeof usePane>, 't' | 'language'>,
): string | undefined {
  if (dues.some(({ kind }) => kind === 'counted')) return undefined;
  const why = dues.map((due) => said(dueText(due), language));
  return dues.length === 0 ? t('measuresNone', { policy: short }) : why.join(' ');
}
