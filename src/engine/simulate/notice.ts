import type { GateField, GateReason } from './waiverGate';

/** Something about the input or the result that a person must be told; its sentence is in src/text/simulate.ts. */
export type NoticeCode =
  | 'landAreaMissing'
  | 'landAreaNotPositive'
  | 'taxPaidMissing'
  | 'negativeTax'
  | 'plotRatioMissing'
  | 'plotRatioNotPositive'
  | 'plotRatioFromFloorArea'
  | 'plannedPlotRatioAssumed'
  | 'plotRatioClipped'
  | 'atTargetAlready'
  | 'disposedNotDensified'
  | 'subsidyAboveReference'
  | 'inefficientUnknown'
  | 'noInefficientLand'
  | 'disposalShortOfTarget'
  | 'disposalHeldBackByFund'
  | 'quotaTaskOutOfReach'
  | 'industrialFloorMissing'
  | 'industrialShareKept'
  | 'parkShortOfGreen'
  | 'disposalCostWithoutBuildings'
  | 'disposalFundExceeded'
  | 'exitLiftsTaxPerMu'
  | 'waiverCounterfactual'
  | `waiverRefused.${GateReason}`
  | `waiverUnknown.${GateField}`;

/** One notice: how many parcels (or years) it concerns, the first of their ledger rows, and figures for the sentence. */
export interface RunNotice {
  readonly code: NoticeCode;
  readonly count: number;
  readonly rows: readonly number[];
  readonly figures: Readonly<Record<string, number>>;
}

/** Rows kept per notice, enough to jump to and few enough to post. */
export const ROWS_PER_NOTICE = 50;

/** Collects notices by code while columns are walked. */
export interface NoticeTally {
  add(code: NoticeCode, row: number): void;
  note(code: NoticeCode, figures: Readonly<Record<string, number>>, count?: number): void;
  list(): readonly RunNotice[];
}

/** A tally that names rows by the ledger's own row numbers. */
export function createNoticeTally(rowNumber: (row: number) => number): NoticeTally {
  const byCode = new Map<NoticeCode, { count: number; rows: number[]; figures: Readonly<Record<string, number>> }>();
  const entry = (code: NoticeCode) => {
    const found = byCode.get(code) ?? { count: 0, rows: [], figures: {} };
    byCode.set(code, found);
    return found;
  };
  return {
    add(code, row) {
      const found = entry(code);
      found.count++;
      if (found.rows.length < ROWS_PER_NOTICE) found.rows.push(rowNumber(row));
    },
    note(code, figures, count = 1) {
      Object.assign(entry(code), { count, figures });
    },
    list: () => [...byCode].map(([code, found]) => ({ code, ...found })),
  };
}
