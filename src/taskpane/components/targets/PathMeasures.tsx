import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneText } from '../../../text/pane';
import type { AskedYears } from '../../model/targets/yearQuestion';
import { pathChoices } from '../../model/targets/pathMeasures';
import type { PathMeasure, YearSettings } from '../../state/targetState';
import { usePane } from '../paneContext';
import { Choice } from '../widgets/Choice';
import { Notice } from '../widgets/Notice';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  presses: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

const MEASURES = ['dispose', 'renew', 'upgrade', 'none'] as const satisfies readonly PathMeasure[];

interface Props {
  readonly asked: AskedYears;
  readonly years: YearSettings;
  readonly set: (part: Partial<YearSettings>) => void;
}

/** What is done with the parcels of each path of the policy. */
export function PathMeasures({ asked: { open }, years: { measures }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  return (
    <div className={styles.view}>
      <Hint>{t('yearsMeasureHint')}</Hint>
      {pathChoices(open, { measures }).map(({ path, count, measure }) => (
        <Choice
          key={path}
          label={t('yearsPathOf', { path, count })}
          value={measure ?? ''}
          options={[
            ...(measure ? [] : [{ value: '', text: t('yearsPathAsked'), disabled: true }]),
            ...MEASURES.map((value) => ({ value, text: t(`measure_${value}`) })),
          ]}
          onChange={(value) => set({ measures: { ...measures, [path]: value as PathMeasure } })}
          orientation="vertical"
        />
      ))}
    </div>
  );
}

/** The parcels of which nobody has said what is done: they are not planned for until their path is known, or one press says it of all. */
export function UndecidedPaths({ asked: { open }, years: { measures }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const undecided = pathChoices(open, { measures }).filter(({ measure }) => measure === undefined);
  if (undecided.length === 0) return null;
  const all = (measure: PathMeasure) =>
    set({ measures: { ...measures, ...Object.fromEntries(undecided.map(({ path }) => [path, measure])) } });
  return (
    <Notice lines={[t('yearsUndecided', { paths: pathsText(undecided, t) }), t('yearsDecide')]}>
      <div className={styles.presses} role="group" aria-label={t('yearsDecide')}>
        {MEASURES.map((measure) => (
          <Button key={measure} size="small" onClick={() => all(measure)}>
            {t(`measureAll_${measure}`)}
          </Button>
        ))}
      </div>
    </Notice>
  );
}

const pathsText = (paths: readonly { readonly path: string; readonly count: number }[], t: PaneText) =>
  paths.map(({ path, count }) => t('yearsPathOf', { path, count })).join('、');
