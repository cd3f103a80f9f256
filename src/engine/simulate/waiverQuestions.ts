import { numbersOf } from '../column/verbs';
import { plainText } from '../ledger/normalise';
import type { Ledger } from '../ledger/readLedger';
import type { GateQuestion } from './waiverGate';

/** The ledger fields that the waiver gate is asked with. */
export const WAIVER_FIELDS = [
  'carrierType',
  'landUse',
  'proposedLandUse',
  'keepsIndustrialUse',
  'plotRatio',
  'proposedPlotRatio',
  'plannedPlotRatio',
  'undergroundFloorArea',
  'undergroundAreaAdded',
] as const;

/** What one row says to the gate (domain/paths.md, Land-price waiver gate); the basis and the day are the caller's. */
export type ParcelAnswers = Omit<GateQuestion, 'basis' | 'decisionDay'>;

/** The gate's inputs of each row; what the ledger does not say is NaN. */
export function waiverQuestions(ledger: Ledger): (row: number) => ParcelAnswers {
  const number = (field: string) => {
    const values = numbersOf(ledger, field);
    return (row: number) => values[row] ?? NaN;
  };
  const [plotRatio, proposed, planned] = [number('plotRatio'), number('proposedPlotRatio'), number('plannedPlotRatio')];
  const [added, standing] = [number('undergroundAreaAdded'), number('undergroundFloorArea')];
  const [industrial, unchanged] = [industrialRows(ledger), unchangedRows(ledger)];
  return (row) => ({
    isIndustrialCarrier: industrial(row),
    useUnchanged: unchanged(row),
    plotRatio: plotRatio(row),
    proposedPlotRatio: proposed(row),
    plannedPlotRatio: planned(row),
    undergroundAreaAdded: undergroundAdded(added(row), standing(row)),
  });
}

/** A column's texts brought to one form, each different word once. */
function texts(ledger: Ledger, field: string): (row: number) => string | undefined {
  const column = ledger.columns.get(field);
  if (column?.kind !== 'word') return () => undefined;
  const plain = column.words.map(plainText);
  return (row) => plain[(column.codes[row] ?? 0) - 1];
}

const INDUSTRIAL = /工业|工矿|厂房|制造|^M[1-4]?$/;

/** 载体类型 and 用途 must both be industrial where they are given; only 工业载体 are meant. */
function industrialRows(ledger: Ledger): (row: number) => number {
  const [carrier, use] = [texts(ledger, 'carrierType'), texts(ledger, 'landUse')];
  return (row) => {
    const given = [carrier(row), use(row)].filter((text) => text !== undefined);
    if (given.length === 0) return NaN;
    return given.every((text) => INDUSTRIAL.test(text)) ? 1 : 0;
  };
}

const UNCHANGED = /^(?:不变|不改变|未改变|无变化|维持不变|保持不变|同现状|维持现状|同现用途)$/;

/** 拟改用途 decides: the same as 用途, or industrial as the land is; without it, whether 工业用地 is kept. */
function unchangedRows(ledger: Ledger): (row: number) => number {
  const [proposed, use] = [texts(ledger, 'proposedLandUse'), texts(ledger, 'landUse')];
  const keeps = texts(ledger, 'keepsIndustrialUse');
  return (row) => {
    const wanted = proposed(row);
    const kept = keeps(row);
    if (wanted === undefined) return kept === undefined ? NaN : Number(kept === '是');
    return Number(UNCHANGED.test(wanted) || wanted === use(row) || INDUSTRIAL.test(wanted));
  };
}

/** Blank means that none is added; but an area without that word may be one that stands today, so it leaves the question open. */
function undergroundAdded(added: number, standing: number): number {
  if (!Number.isNaN(added)) return added;
  return standing > 0 ? NaN : 0;
}
