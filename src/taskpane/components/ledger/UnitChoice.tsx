import { Accordion, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { ruleEffects, type EntityRule, type RuleEffect, type UnitTotals } from '../../../engine/entity/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import type { Assessment } from '../../model/verdict/assessment';
import { usePane, usePaneState } from '../paneContext';
import { Section } from '../widgets/Section';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  effect: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    overflowWrap: 'anywhere',
  },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXS },
});

const RULES: Readonly<Record<EntityRule, PaneCode>> = {
  leaveOutInactive: 'ruleLeaveOutInactive',
  dropRepeats: 'ruleDropRepeats',
  netRented: 'ruleNetRented',
  tenantsFollowOwner: 'ruleTenantsFollowOwner',
  mergeEnterprises: 'ruleMergeEnterprises',
  shareParcels: 'ruleShareParcels',
};

/** How rows become the units that are judged: each rule with what it does to 户数, 亩 and 税收; those that do nothing here are folded away. */
export function UnitChoice({ assessment }: { readonly assessment: Assessment }) {
  const styles = useStyles();
  const { t } = usePane();
  const rules = usePaneState((state) => state.rules);
  const effects = useMemo(
    () => ruleEffects(assessment.read, rules, assessment.units.grouping.firms),
    [assessment, rules],
  );
  const idle = effects.filter(({ rule, off, on }) => !rules[rule] && same(off, on));
  return (
    <>
      <Caption1 className={styles.hint}>{t('unitsHint')}</Caption1>
      <Rules effects={effects.filter((effect) => !idle.includes(effect))} textOf={effectText} />
      {idle.length === 0 ? null : (
        <Accordion collapsible>
          <Section id="idle" title={t('rulesIdle', { count: idle.length })}>
            <Rules effects={idle} />
          </Section>
        </Accordion>
      )}
      <Told assessment={assessment} />
    </>
  );
}

interface RulesProps {
  readonly effects: readonly RuleEffect[];
  readonly textOf?: (effect: RuleEffect, t: PaneText) => string;
}

function Rules({ effects, textOf }: RulesProps) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const rules = usePaneState((state) => state.rules);
  return (
    <PlainList>
      {effects.map((effect) => (
        <li key={effect.rule}>
          <Checkbox
            size="medium"
            checked={rules[effect.rule]}
            label={t(RULES[effect.rule])}
            onChange={(_, { checked }) => void commands.setRules.run({ [effect.rule]: checked === true })}
          />
          {textOf ? <Caption1 className={styles.effect}>{textOf(effect, t)}</Caption1> : null}
        </li>
      ))}
    </PlainList>
  );
}

function Told({ assessment }: { readonly assessment: Assessment }) {
  const styles = useStyles();
  const { t } = usePane();
  const { merged, taxTakenOnce: once, taxAdded: added, conflicts } = assessment.units.told;
  if (merged === 0) return null;
  const conflict = conflicts === 0 ? '' : `；${t('unitsConflicts', { count: conflicts })}`;
  return <Caption1 className={styles.hint}>{t('unitsTold', { merged, once, added }) + conflict}</Caption1>;
}

function effectText({ off, on }: RuleEffect, t: PaneText): string {
  if (same(off, on)) return t('ruleNoEffect');
  return t('ruleEffect', {
    units: off.units,
    unitsAfter: on.units,
    area: area(off),
    areaAfter: area(on),
    tax: Math.round(off.tax),
    taxAfter: Math.round(on.tax),
  });
}

function same(a: UnitTotals, b: UnitTotals): boolean {
  return a.units === b.units && area(a) === area(b) && Math.round(a.tax) === Math.round(b.tax);
}

function area({ area: value }: UnitTotals): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
