import { Caption1, Textarea } from '@fluentui/react-components';
import type { EnteredFormula } from '../../plans/share/plainCopy/planRestore';
import { usePane } from '../paneContext';
import { shownValue } from './shownValue';

/** Every formula with its cell and what stands there: what a person agrees to is seen whole. Nothing for an empty list. */
export function FormulaList({
  title,
  formulas,
}: {
  readonly title: string;
  readonly formulas: readonly EnteredFormula[];
}) {
  const { t } = usePane();
  if (formulas.length === 0) return null;
  const lines = formulas.map(({ sheet, address, formula, now }) =>
    t('restoreFormula', { cell: `${sheet} ${address}`, now: shownValue(now, t), formula }),
  );
  return (
    <>
      <Caption1>{title}</Caption1>
      <Textarea readOnly value={lines.join('\n')} aria-label={title} rows={Math.min(lines.length, 8)} />
    </>
  );
}
