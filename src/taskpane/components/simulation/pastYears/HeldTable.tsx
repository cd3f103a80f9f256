import type { HeldTold, YearHeld } from '../../../../engine/years/index';
import { projectedPerMuText, rangeText } from '../../../../text/quantities';
import { rankText } from '../../../../text/years';
import { heldRows } from '../../../model/pastYears/heldLines';
import { usePane } from '../../paneContext';
import { NumbersTable } from '../../widgets/NumbersTable';
import { usePast } from './usePast';

/** Where each township's 亩均税收 lies in its fan, in words. */
export function HeldTable({ year }: { readonly year: YearHeld }) {
  const { language } = usePane();
  const { s } = usePast();
  const nameOf = ({ township }: HeldTold) =>
    township === undefined ? s('whole') : township === '' ? s('noTownship') : township;
  const rows = heldRows(year).map((held) => [
    nameOf(held),
    rankText(held, language),
    projectedPerMuText(held.actual),
    rangeText(projectedPerMuText(held.p5), projectedPerMuText(held.p95)),
    projectedPerMuText(held.p50),
  ]);
  return (
    <NumbersTable
      title={s('backTable', { before: String(year.before), after: String(year.after) })}
      headers={[s('place'), s('lies'), s('actual'), s('range'), s('middle')]}
      rows={rows}
      wraps
    />
  );
}
