import { Accordion, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../model/verdict/assessment';
import type { DisposalPart } from '../../../levers/disposal';
import { NumberField } from '../../widgets/NumberField';
import { usePane } from '../../paneContext';
import { rangeRule } from '../../widgets/rangeRule';
import { Section } from '../../widgets/Section';
import { WhoChoice } from '../WhoChoice';
import { Hint } from '../../widgets/Hint';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, width: '100%' },
});

/** More than anyone keeps apart. */
const MOST = 8;

interface Props {
  readonly classes: readonly DisposalPart[];
  readonly firstYear: number;
  readonly lastYear: number;
  readonly assessment: Assessment;
  readonly onChange: (classes: readonly DisposalPart[]) => void;
}

/** Classes of inefficient land with a share and a year of their own. */
export function DisposalClasses({ classes, firstYear, lastYear, assessment, onChange }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const put = (index: number, change: Partial<DisposalPart>) =>
    onChange(classes.map((part, at) => (at === index ? { ...part, ...change } : part)));
  return (
    <Accordion collapsible>
      <Section id="classes" title={t('classesTitle', { count: classes.length })}>
        <div className={styles.list}>
          <Hint>{t('classesHint')}</Hint>
          {classes.map(({ who, percent, years }, index) => (
            <div key={index} role="group" aria-label={t('classOf', { number: index + 1 })} className={styles.part}>
              <WhoChoice who={who} assessment={assessment} onChange={(next) => put(index, { who: next })} />
              <NumberField
                label={t('disposalPercent')}
                value={percent}
                unit="%"
                wrong={rangeRule(t, { min: 0, max: 100 })}
                onChange={(next) => put(index, { percent: next })}
              />
              <NumberField
                label={t('disposalYear')}
                value={firstYear + years}
                unit={t('yearUnit')}
                wrong={rangeRule(t, { min: firstYear, max: lastYear, whole: true })}
                onChange={(year) => put(index, { years: year - firstYear })}
              />
              <Button size="small" onClick={() => onChange(classes.filter((_, at) => at !== index))}>
                {t('removeClass', { number: index + 1 })}
              </Button>
            </div>
          ))}
          {classes.length < MOST ? (
            <Button
              size="small"
              onClick={() => onChange([...classes, { who: { rule: '亩均税收 < 5' }, percent: 100, years: 1 }])}
            >
              {t('addClass')}
            </Button>
          ) : null}
        </div>
      </Section>
    </Accordion>
  );
}
