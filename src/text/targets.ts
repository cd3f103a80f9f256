import type { AnnualTarget, Cell } from '../engine/index';

/** The unit of a target's number; a share of the inefficient land is a number from 0 to 1. */
export const TARGET_UNITS: Readonly<Record<AnnualTarget['kind'], string>> = {
  area: '亩',
  share: '（0 至 1）',
  taxPerMu: '万元/亩',
};

/** A target in five cells: its name, number, unit, last day and clause; what is assumed or second-hand says so. */
export function targetRow({ name, value, kind, by, basis }: AnnualTarget): Cell[] {
  const clause = {
    cited: () => (basis.kind === 'cited' ? basis.citation.place : ''),
    assumed: () => `推定：${basis.kind === 'assumed' ? basis.assumption : ''}`,
    reported: () => `${basis.kind === 'reported' ? basis.source : ''}（转引，未见原文）`,
  };
  return [name, value, TARGET_UNITS[kind], by, clause[basis.kind]()];
}
