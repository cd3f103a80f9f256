import type { YearHeld } from '../../../../engine/years/index';
import { projectedPerMuText, rangeText } from '../../../../text/quantities';
import { rankShort } from '../../../../text/years';
import { heldName, heldRows } from '../../../model/pastYears/heldLines';
import { usePane } from '../../paneContext';
import { NumbersTable } from '../../widgets/NumbersTable';
import { usePast } from './usePast';

/** Where each township's 亩均税收 lies in its fan, in words. */
export function HeldTable({ year }: { readonly year: YearHeld }) {
  const { language } = usePane();
  const { t } = usePast();
  const rows = heldRows(year).map((held) => [
    heldName(held, t),
    rankShort(held, language),
    projectedPerMuText(held.actual),
    rangeText(projectedPerMuText(held.p5), projectedPerMuText(held.p95)),
    projectedPerMuText(held.p50),
  ]);
  return (
    <NumbersTable
      title={t('pastBackTable', { before: String(year.before), after: String(year.after) })}
      headers={[t('pastPlace'), t('pastLies'), t('pastActual'), t('pastRange'), t('pastMiddle')]}
      rows={rows}
      wraps
    />
  );
}
