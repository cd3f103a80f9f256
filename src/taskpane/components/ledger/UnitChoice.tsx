import { Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { ruleEffects, type EntityRule, type RuleEffect, type Tally } from '../../../engine/entity/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import type { Assessment } from '../../model/verdict/assessment';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
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

/** How rows become the units that are judged: each rule with what it does to 户数, 亩 and 税收. */
export function UnitChoice({ assessment }: { readonly assessment: Assessment }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const rules = usePaneState((state) => state.rules);
  const effects = useMemo(
    () => ruleEffects(assessment.read, rules, assessment.units.grouping.firms),
    [assessment, rules],
  );
  return (
    <>
      <Caption1 className={styles.hint}>{t('unitsHint')}</Caption1>
      <ul className={styles.list}>
        {effects.map((effect) => (
          <li key={effect.rule}>
            <Checkbox
              size="medium"
              checked={rules[effect.rule]}
              label={t(RULES[effect.rule])}
              onChange={(_, { checked }) => void commands.setRules.run({ [effect.rule]: checked === true })}
            />
            <Caption1 className={styles.effect}>{effectText(effect, t)}</Caption1>
          </li>
        ))}
      </ul>
      <Told assessment={assessment} />
    </>
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

function same(a: Tally, b: Tally): boolean {
  return a.units === b.units && area(a) === area(b) && Math.round(a.tax) === Math.round(b.tax);
}

function area({ area: value }: Tally): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
