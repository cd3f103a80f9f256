import { differentWords } from '../../../engine/column/index';
import { Field, Input } from '@fluentui/react-components';
import { DIMENSIONS, type Dimension } from '../../../engine/simulate/index';
import type { PaneCode } from '../../../text/pane';
import { ruleTroubleText } from '../../../text/ruleTroubles';
import type { Assessment } from '../../model/verdict/assessment';
import { ruledRows } from '../../model/simulation/eligibleRows';
import { groupWords } from '../../model/simulation/parcelColumns';
import type { Who } from '../../levers/who';
import { Choice } from '../widgets/Choice';
import { useFieldProblem } from '../widgets/useFieldProblem';
import { usePane } from '../paneContext';
import { Hint } from '../widgets/Hint';

/** The name of a break-down. */
export const DIMENSION_CODES: Readonly<Record<Dimension | 'aboveScale', PaneCode>> = {
  township: 'dimensionTownship',
  park: 'dimensionPark',
  industry: 'dimensionIndustry',
  path: 'dimensionPath',
  tier: 'dimensionTier',
  aboveScale: 'dimensionAboveScale',
};

interface Props {
  readonly who: Who;
  readonly assessment: Assessment;
  readonly onChange: (who: Who) => void;
}

/** Which parcels a lever applies to: all, the inefficient, one group, or those that a rule takes. */
export function WhoChoice({ who, assessment, onChange }: Props) {
  const { t } = usePane();
  const kind = typeof who === 'string' ? who : 'rule' in who ? 'rule' : who.dimension;
  const dimensions = [...DIMENSIONS, 'aboveScale' as const].filter((of) => choicesOf(assessment, of).length > 0);
  const choose = (value: string) => {
    if (value === 'all' || value === 'inefficient') onChange(value);
    else if (value === 'rule') onChange({ rule: '亩均税收 < 5' });
    else onChange({ dimension: value as Dimension, word: choicesOf(assessment, value as Dimension)[0] ?? '' });
  };
  return (
    <>
      <Choice
        label={t('whoWhich')}
        value={kind}
        options={[
          { value: 'all', text: t('whoAll') },
          { value: 'inefficient', text: t('whoInefficient') },
          ...dimensions.map((of) => ({ value: of, text: `${t('whoDimension')}：${t(DIMENSION_CODES[of])}` })),
          { value: 'rule', text: t('whoRule') },
        ]}
        onChange={choose}
      />
      {typeof who === 'object' && 'dimension' in who ? (
        <Choice
          label={t(DIMENSION_CODES[who.dimension])}
          value={who.word}
          options={choicesOf(assessment, who.dimension).map((word) => ({ value: word, text: word }))}
          onChange={(word) => onChange({ ...who, word })}
        />
      ) : null}
      {typeof who === 'object' && 'rule' in who ? (
        <RuleField rule={who.rule} assessment={assessment} onChange={(rule) => onChange({ rule })} />
      ) : null}
    </>
  );
}

function choicesOf(assessment: Assessment, dimension: Dimension | 'aboveScale'): readonly string[] {
  if (dimension !== 'aboveScale') return groupWords(assessment, dimension).slice(1);
  return differentWords(assessment.whole, 'aboveScale');
}

interface RuleProps {
  readonly rule: string;
  readonly assessment: Assessment;
  readonly onChange: (rule: string) => void;
}

function RuleField({ rule, assessment, onChange }: RuleProps) {
  const { t, language } = usePane();
  const ruled = ruledRows(assessment, rule);
  const count = ruled?.kind === 'rows' ? assessment.dataRows.filter((row) => ruled.holds[row] === 1).length : 0;
  const none = count === 0 ? t('ruleTakesNone') : undefined;
  const wrong = ruled?.kind === 'wrongRule' ? t('ruleWrong', { trouble: ruleTroubleText(ruled, language) }) : none;
  useFieldProblem(wrong);
  return (
    <Field
      label={t('ruleText')}
      size="small"
      hint={t('ruleHint')}
      {...(wrong === undefined ? {} : { validationMessage: wrong })}
    >
      <Input size="small" value={rule} onChange={(_, { value }) => onChange(value)} />
      {wrong === undefined ? <Hint>{t('ruleTakes', { count })}</Hint> : null}
    </Field>
  );
}
