import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { EnteredFormula } from '../../plans/share/plainCopy/planRestore';
import { usePane } from '../paneContext';
import { shownValue } from './shownValue';

const useStyles = makeStyles({
  formulas: { margin: 0, maxHeight: '12em', maxWidth: '100%', overflow: 'auto', fontSize: tokens.fontSizeBase200 },
});

/** Every formula with its cell and what stands there: what a person agrees to is seen whole. Nothing for an empty list. */
export function FormulaList({
  title,
  formulas,
}: {
  readonly title: string;
  readonly formulas: readonly EnteredFormula[];
}) {
  const styles = useStyles();
  const { t } = usePane();
  if (formulas.length === 0) return null;
  const lines = formulas.map(({ sheet, address, formula, now }) =>
    t('restoreFormula', { cell: `${sheet} ${address}`, now: shownValue(now, t), formula }),
  );
  return (
    <>
      <Caption1>{title}</Caption1>
      {/* Scrolled by the keys as well, so it is reached by them. */}
      <pre className={styles.formulas} role="textbox" aria-readonly tabIndex={0} aria-label={title}>
        {lines.join('\n')}
      </pre>
    </>
  );
}
