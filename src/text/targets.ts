import type { Cell } from '../engine/ledger/index';
import type { AnnualTarget, PolicyTarget } from '../engine/policy/index';

/** A share of the inefficient land is a number from 0 to 1. */
const TARGET_UNITS: Readonly<Record<AnnualTarget['kind'], string>> = {
  area: '亩',
  share: '（0 至 1）',
  taxPerMu: '万元/亩',
};

/** The unit of a target's number. */
export function targetUnit(target: PolicyTarget): string {
  return target.kind === 'other' ? target.unit : TARGET_UNITS[target.kind];
}

/** A target in five cells: its name, number, unit, last day and clause; what is assumed or second-hand says so. */
export function targetRow(target: PolicyTarget): Cell[] {
  const { name, value, by, basis } = target;
  const clause = {
    cited: () => (basis.kind === 'cited' ? basis.citation.place : ''),
    assumed: () => `推定：${basis.kind === 'assumed' ? basis.assumption : ''}`,
    reported: () => `${basis.kind === 'reported' ? basis.source : ''}（转引，未见原文）`,
  };
  return [name, value, targetUnit(target), by, clause[basis.kind]()];
}
