import { wordAt } from '../column/column';
import { plainText } from '../ledger/normalise';
import type { Ledger } from '../ledger/readLedger';
import type { GateQuestion } from '../simulate/waiverGate';
import { numbersOf } from './townshipMeans';

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

/** The gate's inputs of a row; what the ledger does not say is NaN. */
export function waiverQuestion(ledger: Ledger, row: number): ParcelAnswers {
  const number = (field: string) => numbersOf(ledger.columns.get(field))[row] ?? NaN;
  return {
    isIndustrialCarrier: industrialAt(ledger, row),
    useUnchanged: unchangedAt(ledger, row),
    plotRatio: number('plotRatio'),
    proposedPlotRatio: number('proposedPlotRatio'),
    plannedPlotRatio: number('plannedPlotRatio'),
    undergroundAreaAdded: undergroundAdded(number('undergroundAreaAdded'), number('undergroundFloorArea')),
  };
}

function text(ledger: Ledger, field: string, row: number): string | undefined {
  const column = ledger.columns.get(field);
  const word = column?.kind === 'word' ? wordAt(column, row) : undefined;
  return word === undefined ? undefined : plainText(word);
}

const INDUSTRIAL = /工业|工矿|厂房|制造|^M[1-4]?$/;

/** 载体类型 and 用途 must both be industrial where they are given; only 工业载体 are meant. */
function industrialAt(ledger: Ledger, row: number): number {
  const given = [text(ledger, 'carrierType', row), text(ledger, 'landUse', row)].filter((one) => one !== undefined);
  if (given.length === 0) return NaN;
  return given.every((one) => INDUSTRIAL.test(one)) ? 1 : 0;
}

const UNCHANGED = /^(?:不变|不改变|未改变|无变化|维持不变|保持不变|同现状|维持现状|同现用途)$/;

/** 拟改用途 decides: the same as 用途, or industrial as the land is; without it, whether 工业用地 is kept. */
function unchangedAt(ledger: Ledger, row: number): number {
  const proposed = text(ledger, 'proposedLandUse', row);
  if (proposed === undefined) {
    const kept = text(ledger, 'keepsIndustrialUse', row);
    return kept === undefined ? NaN : kept === '是' ? 1 : 0;
  }
  const same = UNCHANGED.test(proposed) || proposed === text(ledger, 'landUse', row) || INDUSTRIAL.test(proposed);
  return same ? 1 : 0;
}

/** Blank means that none is added; but an area without that word may be one that stands today, so it leaves the question open. */
function undergroundAdded(added: number, standing: number): number {
  if (!Number.isNaN(added)) return added;
  return standing > 0 ? NaN : 0;
}
